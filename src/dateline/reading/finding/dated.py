"""Answers whether a line shows a date, alone or beside a headline, and sets what goes with it."""

import re

from dateline.reading.finding.attachments import names_in
from dateline.reading.finding.datelines import dateline_at
from dateline.reading.finding.dates import Printed, partial_at
from dateline.reading.finding.kinds import BARE, DATE, DATED, DATELINE, TRAILED
from dateline.reading.finding.lines import O_BULLET, Line
from dateline.reading.finding.links import is_read_on
from dateline.reading.finding.postings import beside_date, pieces_of

_PARTIAL = re.compile(
    r"\d{1,2}/\d{1,2}\s+\S|(?:[^\W\d_]{3,10}\.?\s+\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?)\s*(?:\t|\s{2,}|\s[|–—-]\s|:\s)"
)


_COUNT = re.compile(r"\d[\d.,]*\s?[kKmM]?\s+[^\W\d_]{3,14}")
_SENTENCE_END = re.compile(r"[^\W\d_A-Z]{3}[.!?]\s")


def _is_count(piece: str) -> bool:
    """Tell whether the piece is a number and what it counts: '1.2K visto', '412 reads'."""
    return piece[0].isdigit() and piece.count(" ") <= 1 and _COUNT.fullmatch(piece) is not None


def may_be_partial(text: str) -> bool:
    """Tell whether the line begins with a day and month that something else follows."""
    return _PARTIAL.match(text) is not None


def with_date(line: Line, text: str, size: int) -> bool:
    """Lines with a whole date: a date line, a date with a headline before or behind it."""
    dateline = dateline_at(text)
    if dateline is not None and dateline.place is not None and dateline.date is not None:
        line.dateline = dateline
        line.date = dateline.date
        if dateline.strength >= 2 and dateline.body < size:
            line.kind = DATELINE
            return True
        if dateline.body >= size:
            line.kind = DATE
            return True
        line.dateline, line.date = None, None
    beside = beside_date(text)
    if beside is None:
        return False
    line.date = beside.date
    pieces = tuple(p for p in beside.pieces if not _is_count(text[slice(*p)]))
    if not pieces:
        line.kind = DATE
        return True
    if beside.date.start <= 30 and with_link(line, text):
        return True
    before = [p for p in pieces if p[1] <= beside.date.start]
    after = [p for p in pieces if p[0] >= beside.date.end and not names_in(text[slice(*p)])]
    bullet = O_BULLET.match(text) if before else None
    if bullet is not None and before[0][0] < bullet.end() < before[0][1]:
        before[0] = (bullet.end(), before[0][1])
    if not before and after and _is_parted(text, beside.date.end, after[0][0], pieces):
        line.kind, line.rest = DATED, after[0]
        return True
    lead = text[before[0][0] : before[-1][1]] if before else ""
    if (
        before
        and not after
        and len(lead) < 180
        and not _SENTENCE_END.search(lead)
        and not (text[before[-1][1] : beside.date.start].strip() == ":" and lead.count(" ") <= 1)
        and (
            text[before[-1][1] : beside.date.start].strip(" ") or text[before[-1][1] : beside.date.start].count(" ") > 1
        )
    ):
        line.kind, line.rest = TRAILED, (before[0][0], before[-1][1])
        return True
    if before and after and beside.is_alone and all(len(text[slice(*p)].split()) <= 6 for p in pieces):
        line.kind, line.rest = DATE, None
        return True
    line.date = None
    return False


def _is_parted(text: str, end: int, start: int, pieces: tuple[tuple[int, int], ...]) -> bool:
    """A date and a headline on one line need something between them, or the date filled a table's column."""
    between = text[end:start]
    mark = between.strip()
    if "\t" in between or (len(between) - len(mark) >= 2 and mark in ("", ".")):
        return True
    if mark in ("", ","):
        return not mark and text[end - 1].isdigit() and text[start].isupper()
    return True


def with_partial(line: Line, text: str) -> bool:
    found: Printed | None = partial_at(text)
    if found is None or found.year is not None:
        return False
    start = found.end
    while start < len(text) and text[start] in " \t|–—-:.,":
        start += 1
    if start >= len(text):
        line.kind, line.date = DATE, found
        return True
    if not may_be_partial(text):
        return False
    line.kind, line.date, line.rest = DATED, found, (start, len(text))
    return True


def with_link(line: Line, text: str) -> bool:
    """'03/13/12 | A sentence. | Read more »': an item without a headline."""
    pieces = pieces_of(text)
    if len(pieces) == 3 and is_read_on(text[slice(*pieces[2])]) and pieces[1][1] - pieces[1][0] > 60:
        line.kind, line.rest = BARE, pieces[1]
        line.date = line.date or (line.dateline.date if line.dateline else None)
        return line.date is not None
    return False
