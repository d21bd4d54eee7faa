"""Words as the desk's pages show them."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from dateline.releases.wording import clean_html
from dateline.releases.words import Words

register = template.Library()


@register.inclusion_tag("desk/words.html")
def words_shown(words: Words) -> dict[str, Words]:
    """Show a wording whole, as a partner is asked to read it."""
    return {"words": words}


@register.filter
def passed(markup: str) -> SafeString:
    """Let markup through that nh3 passes."""
    return mark_safe(clean_html(markup))
