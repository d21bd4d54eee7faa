"""Takes a post's content and lays it out as its readers saw it."""

import re
from dataclasses import replace
from html import escape, unescape

from dateline.reading.markup.laid_out import LaidOut, Placed
from dateline.reading.markup.lay_out import lay_out
from dateline.reading.wordpress.blocks import without_blocks
from dateline.reading.wordpress.paragraphs import with_paragraphs
from dateline.reading.wordpress.set_aside import told_apart
from dateline.reading.wordpress.shortcodes import unfold
from dateline.reading.wordpress.site import Site

_PLAYED = re.compile(
    r"<(?P<tag>iframe|video|audio|embed|object)\b(?P<inside>[^>]*)>(?P<within>.*?</(?P=tag)\s*>)?",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"\b(?:src|data|href)\s*=\s*[\"']?(?P<address>(?:https?:)?//[^\s\"'<>]+)", re.IGNORECASE)


def body_of(content: str, site: Site, number: str, address: str | None) -> tuple[LaidOut, tuple[tuple[int, int, str], ...]]:
    """Lay out a content; give with it the places of what is no text of it."""
    content = unfold(content, site, number)
    if "<!-- wp:" in content:
        content = without_blocks(content, site)
    content = with_paragraphs(content)
    laid, aside = told_apart(lay_out(with_links(content), address))
    if laid.pictures and site.media:
        laid = replace(laid, pictures=tuple(_whole(placed, site) for placed in laid.pictures))
    return laid, aside


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


def _whole(placed: Placed, site: Site) -> Placed:
    """Give the picture as it was uploaded, where the content shows a smaller copy, with the words kept beside it."""
    media = site.media_at(placed.picture.address)
    if media is None:
        return placed
    picture = placed.picture
    return Placed(placed.at, replace(picture, address=media.address, alt=picture.alt or media.alt))
