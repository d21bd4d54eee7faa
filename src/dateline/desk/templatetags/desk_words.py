"""Words as the desk's pages show them."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from dateline.intake.models import Import, Source
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


@register.filter
def in_minutes(seconds: int) -> str:
    """Give a time that passes as a person says it: "40 s", "12 min", "2 h 5 min"."""
    if seconds < 60:
        return f"{seconds} s"
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


@register.filter
def named_in(source: Source, into: Import) -> str:
    """Name a source below what was asked for: where that lies on the server tells a reader nothing."""
    for place in into.asked:
        if source.name.startswith(f"{place}/"):
            return source.name[len(place) + 1 :]
    return source.name
