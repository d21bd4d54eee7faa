"""Takes pieces of an office document and gives HTML for `markup.lay_out`; in its text tabs are put back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from dateline.reading.markup.laid_out import LaidOut
from dateline.reading.markup.lay_out import lay_out

TAB = "\x02"
"""Stands for a tab while HTML, which knows none, is laid out; XML can't contain it."""

LONG_CELL = 240
"""Characters above which a table's cell is a column of a page's layout and no cell of a row."""


@dataclass(slots=True)
class Counted:
    """What a document holds and a reader of print never sees."""

    deletions: int = 0
    insertions: int = 0
    comments: int = 0
    hidden: int = 0  # passages that are formatted as hidden
    embedded: int = 0  # other documents inside, whose text was not read


@dataclass(slots=True)
class Sheet:
    """A document's pages as HTML."""

    blocks: list[str] = field(default_factory=list)  # of the body
    heads: list[str] = field(default_factory=list)  # printed at the top of pages
    feet: list[str] = field(default_factory=list)  # printed at their foot
    pictures: dict[str, str] = field(default_factory=dict)  # name → part that holds it
    counted: Counted = field(default_factory=Counted)
    title: str = ""  # of the document's properties


_BLANK_LINE = re.compile(r"(?:<br>\s*){2,}")
"""Two line ends in a paragraph: who typed them meant two paragraphs."""


def words(text: str) -> str:
    """Give plain text as HTML."""
    return escape(text.replace("\t", TAB), quote=False)


def paragraph(tag: str, inner: str) -> str:
    """Give a paragraph, with neighbours of one emphasis joined: programs part them anywhere."""
    for each in ("strong", "em"):
        inner = inner.replace(f"</{each}><{each}>", "")
    pieces = _BLANK_LINE.split(inner) if tag == "p" else [inner]
    if not all(
        piece.count("<") - 2 * piece.count("</") - piece.count("<br>") - piece.count("<img") == 0 for piece in pieces
    ):
        pieces = [inner]  # an emphasis or a link runs across
    return "".join(f"<{tag}>{piece}</{tag}>" for piece in pieces)


def emphasized(inner: str, is_bold: bool, is_italic: bool) -> str:
    """Give a run of words with its emphasis; white space has none."""
    if not inner.strip():
        return inner
    if is_italic:
        inner = f"<em>{inner}</em>"
    return f"<strong>{inner}</strong>" if is_bold else inner


def table(rows: Sequence[Sequence[Sequence[str]]]) -> list[str]:
    """Give a table of cells of blocks: rows as lines with tabs, or a layout's columns one after the other."""
    cells = [cell for row in rows for cell in row]
    if any(len(cell) > 3 or sum(map(len, cell)) > LONG_CELL or any("<table" in b for b in cell) for cell in cells):
        return [block for cell in cells for block in cell]
    lines = ["<tr>" + "".join(f"<td>{_inner(cell)}</td>" for cell in row) + "</tr>" for row in rows]
    return ["<table>" + "".join(lines) + "</table>"]


def _inner(blocks: Iterable[str]) -> str:
    """Give blocks without their outermost elements: a cell's paragraphs are its lines."""
    return "<br>".join(
        block[block.index(">") + 1 : block.rindex("<")].replace("</p><p>", "<br>")
        for block in blocks
        if block.startswith("<")
    )


def laid_out(blocks: Iterable[str]) -> LaidOut:
    """Lay blocks out as text."""
    page = lay_out("<body>" + "".join(blocks).replace("</ul><ul>", "").replace("</ol><ol>", "") + "</body>")
    return replace(
        page,
        text=page.text.replace(TAB, "\t"),
        blocks=tuple(replace(block, markup=block.markup.replace(TAB, " ")) for block in page.blocks),
    )
