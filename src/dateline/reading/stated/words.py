"""Takes a field that may hold HTML, or be escaped twice, and gives its words."""

from html import unescape

from dateline.reading.markup.lay_out import lay_out


def words_of(value: str) -> str:
    """Give the words of a short field on one line, without tags and entities."""
    if "<" in value and ">" in value:
        value = lay_out(value).text or value
    elif "&" in value:
        value = unescape(value)
        if "&" in value and ";" in value:  # escaped once by the site and once more by the feed
            value = unescape(value)
    return " ".join(value.split())
