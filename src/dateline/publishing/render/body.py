"""A release's body ready for its template: the dateline run into the first line, as in print."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from dateline.publishing.faces import Block, ReleaseFace, TextBlock

_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>")


@dataclass(frozen=True, slots=True)
class Text:
    """Sanitised paragraphs, which alone are trusted as markup."""

    html: Markup
    kind: str = "text"


def body_of(release: ReleaseFace) -> list[Text | Block]:
    """Give the blocks in order; a release of which only a lede is kept has it as its one paragraph."""
    blocks = release.blocks
    if not blocks and release.lede:
        blocks = (TextBlock(f"<p>{escape(release.lede)}</p>"),)
    shown: list[Text | Block] = []
    dateline = ""
    if release.dateline:
        dateline = f'<span class="dateline">{escape(release.dateline)}</span> '
    for block in blocks:
        if block.kind != "text":
            shown.append(block)
            continue
        html = block.html
        if dateline and (first := _PARAGRAPH.search(html)):
            html = html[: first.end()] + dateline + html[first.end() :]
            dateline = ""
        shown.append(Text(Markup(html)))
    if dateline:
        shown.insert(0, Text(Markup(f"<p>{dateline}</p>")))
    return shown
