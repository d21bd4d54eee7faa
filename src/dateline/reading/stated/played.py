"""Takes HTML and puts a link in place of each film, sound and frame, which a text can't play."""

import re
from html import escape, unescape

_PLAYED = re.compile(
    r"<(?P<tag>iframe|video|audio|embed|object)\b(?P<inside>[^>]*)>(?P<within>.*?</(?P=tag)\s*>)?",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"\b(?:src|data|href)\s*=\s*[\"']?(?P<address>(?:https?:)?//[^\s\"'<>]+)", re.IGNORECASE)


def with_links(content: str) -> str:
    """Give for each film, sound and frame the link to it, since a text can't play them."""
    if not any(sign in content for sign in ("<iframe", "<video", "<audio", "<embed", "<object", "<IFRAME")):
        return content
    return _PLAYED.sub(_linked, content)


def _linked(found: re.Match[str]) -> str:
    source = _SOURCE.search(f"{found['inside']} {found['within'] or ''}")
    if source is None:
        return ""
    address = unescape(source["address"])
    address = escape(f"https:{address}" if address.startswith("//") else address)
    return f'<p><a href="{address}">{address}</a></p>'
