"""Takes the text of a body whose headline and day are stated and reads what is only printed: dateline, contacts, embargo, end.

Looking at a line costs some hundred microseconds, and most lines of a body are paragraphs: those are looked at that open it,
close it, or show a sign of something else.
"""

import re
from collections.abc import Iterable

from dateline.reading.compose import Composed, compose
from dateline.reading.finding import kinds
from dateline.reading.finding.blocks import settle_contacts
from dateline.reading.finding.endmarks import is_end_mark
from dateline.reading.finding.lines import EDGE, Line
from dateline.reading.finding.looks import SHORT, look_at
from dateline.reading.finding.roles import BODY, LINK, META, OUT
from dateline.reading.finding.single import below, blocks_of
from dateline.reading.finding.whole import Whole, is_paragraph
from dateline.reading.page import Page
from dateline.reading.record import Span

OPENING_LINES = 8
"""Labels, contacts, embargo and date stand in fewer lines than that above the first paragraph."""

FOOT_LINES = 8
"""So do end mark, contacts and tags below the last."""

_PROSE = (kinds.TEXT, kinds.DATELINE, kinds.ADVISORY)
_SIGN = re.compile(
    r"@|\d{3}[\s./)-]{1,2}\d{3,4}|conta[ct]|kontakt|prensa\b|press\b|presse\b|embarg|\binform", re.IGNORECASE
)
_FOOT_SIGN = re.compile(r"[@#*_|:©]|\d{3}|^.{0,40}$|…|\.\.\.")


def read_printed_parts(text: str, span: Span, without: Iterable[Span], language: str | None) -> Composed:
    """Compose what is printed in a stretch of text, without some places in it."""
    lines = list(_lines(text, span, sorted(without)))
    first = _look(lines)
    settle_contacts(lines)
    blocks = blocks_of(lines)
    roles = [(line, _above(line, number in blocks)) for number, line in enumerate(lines[:first])]
    last = max((n for n, line in enumerate(lines) if line.kind in _PROSE), default=-1)
    inside = below(lines, Whole(0, first, len(lines)), blocks)
    text_end = lines[last].start if last >= 0 else 0
    roles += [(line, BODY if line.start < text_end and _is_bodys(line, role) else role) for line, role in inside]
    is_english = language in (None, "en")
    page = Page(False, frozenset(), language, day_first=not is_english, is_agenda=False, order_is_shown=True)
    return compose(text, roles, page, None)


def _look(lines: list[Line]) -> int:
    """Look at the lines that may be something else than text; give the number of the first paragraph."""
    first = None
    for number, line in enumerate(lines):
        text = line.text
        if (first is None and number < OPENING_LINES) or (
            len(text) <= SHORT and (is_end_mark(text) if len(text) <= 20 else _SIGN.search(text) is not None)
        ):
            look_at(line)
        if first is None and (is_paragraph(line) or number >= OPENING_LINES):
            first = number
    for line in reversed(lines[-FOOT_LINES:]):
        if len(line.text) > SHORT:
            break
        if _FOOT_SIGN.search(line.text):
            look_at(line)
    if first is None:
        first = next((n for n, line in enumerate(lines) if line.kind in (kinds.TEXT, kinds.DATELINE)), len(lines))
    return first


def _above(line: Line, is_in_block: bool) -> int:
    """The role of a line above the first paragraph; what the source calls the body is the body, unless it is a known form."""
    return META if is_in_block or line.kind not in (kinds.TEXT, kinds.DATELINE, kinds.ADVISORY, kinds.HEADING) else BODY


def _is_bodys(line: Line, role: int) -> bool:
    """A line that looks like a page's own, with text below it, is the body's: the source has told the two apart."""
    return role in (LINK, OUT) and line.kind != kinds.EMBARGO


def _lines(text: str, span: Span, without: list[Span]) -> Iterable[Line]:
    gap = 0
    at = span[0]
    for raw in text[slice(*span)].split("\n"):
        pieces = [(at, at + len(raw))]
        for start, end in without:
            if start < at + len(raw) and end > at:
                pieces = [*_apart(pieces, start, end)]
        at += len(raw) + 1
        is_empty = True
        for start, end in pieces:
            piece = text[start:end]
            inner = piece.strip(EDGE)
            if inner:
                begun = start + len(piece) - len(piece.lstrip(EDGE))
                yield Line(begun, begun + len(inner), inner, gap if is_empty else -1)
                is_empty = False
        gap = gap + 1 if is_empty else 0


def _apart(pieces: Iterable[Span], start: int, end: int) -> Iterable[Span]:
    for first, last in pieces:
        yield from ((s, e) for s, e in ((first, min(last, start)), (max(first, end), last)) if s < e)
