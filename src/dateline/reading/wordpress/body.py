"""Takes a post's content and lays it out as its readers saw it."""

import re
from dataclasses import replace

from dateline.reading.markup.laid_out import LaidOut, Placed
from dateline.reading.markup.lay_out import lay_out
from dateline.reading.stated.played import with_links
from dateline.reading.wordpress.blocks import without_blocks
from dateline.reading.wordpress.paragraphs import with_paragraphs
from dateline.reading.wordpress.set_aside import told_apart
from dateline.reading.wordpress.shortcodes import unfold
from dateline.reading.wordpress.site import Site

_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
"""Two stand around each paragraph of the block editor; out of the way, the page has half as many nodes."""


def body_of(
    content: str, site: Site, number: str, address: str | None
) -> tuple[LaidOut, tuple[tuple[int, int, str], ...]]:
    """Lay out a content; give with it the places of what is no text of it."""
    content = unfold(content, site, number)
    if "<!-- wp:" in content:
        content = without_blocks(content, site)
    content = _COMMENT.sub("", with_paragraphs(content))
    laid, aside = told_apart(lay_out(with_links(content), address))
    if laid.pictures and site.media:
        laid = replace(laid, pictures=tuple(_whole(placed, site) for placed in laid.pictures))
    return laid, aside


def _whole(placed: Placed, site: Site) -> Placed:
    """Give the picture as it was uploaded, where the content shows a smaller copy, with the words kept beside it."""
    media = site.media_at(placed.picture.address)
    if media is None:
        return placed
    picture = placed.picture
    return replace(placed, picture=replace(picture, address=media.address, alt=picture.alt or media.alt))
