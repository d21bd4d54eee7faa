"""Answers which lines are the rows of a table, and which of its columns holds the dates and which the headlines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.finding import kinds
from dateline.reading.finding.attachments import names_in
from dateline.reading.finding.dates import Printed, date_at, partial_at
from dateline.reading.finding.lines import EDGE, Line
from dateline.reading.finding.links import is_furniture, is_read_on
from dateline.reading.finding.rating import rate_headline

ROWS = 3
"""Fewer rows are no table."""

DISTINCT = 0.6
"""Headlines differ from row to row; of departments and kinds fewer do."""

CELLS, MOST_CELLS = 3, 9
"""A line with fewer cells is a date and a headline, or says when and where something was posted; one with more is a menu."""

_TABS = re.compile(r"\t")
_BARS = re.compile(r"\|")
_GAPS = re.compile(r" {3,}|\u00a0{3,}")
_HEADLINES = re.compile(
    r"(?:(?:press\s+|news\s+)?release(?:\s+title)?|title|headline|subject|t[ií]tulo|titular|asunto|tema|titre|objet|sujet|assunto|titel|betreff|thema|titolo|oggetto|t[ií]tol|assumpte)$",
    re.IGNORECASE,
)

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    cells: list[Cell]


def settle_tables(lines: Sequence[Line]) -> None:
    """Set date and headline of each line that is a row of a table, and mark it as a row."""
    for sign, pattern in (("\t", _TABS), ("|", _BARS), ("   ", _GAPS)):
        rows: list[_Row] = []
        for number, line in enumerate(lines):
            below = lines[number + 1] if number + 1 < len(lines) else None
            if sign in line.text and line.kind != kinds.BARE:
                row = _Row(line, _cells(line.text, pattern))
                if CELLS <= len(row.cells) <= MOST_CELLS:
                    rows.append(row)
            if rows and (below is None or sign not in below.text):
                if len(rows) >= ROWS:
                    _settle(rows)
                rows = []


def _cells(text: str, pattern: re.Pattern[str]) -> list[Cell]:
    """Cut a line into cells without the white space around them; a bar at either end parts nothing."""
    inner = text.strip("|") if pattern is _BARS else text
    shift = text.index(inner) if inner else 0
    out: list[Cell] = []
    at = 0
    for stop in (*(found.span() for found in pattern.finditer(inner)), (len(inner), len(inner))):
        piece = inner[at : stop[0]]
        start = at + len(piece) - len(piece.lstrip(EDGE))
        out.append((shift + start, shift + max(start, at + len(piece.rstrip(EDGE)))))
        at = stop[1]
    return out


def _settle(rows: Sequence[_Row]) -> None:
    dated = [(row, found) for row in rows if (found := _date_in(row)) is not None]
    if not dated:
        return
    column = Counter(column for _, (column, _) in dated).most_common(1)[0][0]
    same = [(row, date) for row, (at, date) in dated if at == column]
    if len(same) < ROWS:
        return
    titles = _title_column(rows, [row for row, _ in same], column)
    if titles is None:
        return
    for row, date in same:
        if titles >= len(row.cells) or row.cells[titles][0] == row.cells[titles][1]:
            continue
        line = row.line
        line.kind = kinds.DATED if column < titles else kinds.TRAILED
        line.date, line.rest, line.is_row = date, row.cells[titles], True
        line.label = line.dateline = line.way_on = None
    for row in rows:
        if not row.line.is_row and row.line.kind in (kinds.TEXT, kinds.NOTE) and _is_head(row):
            row.line.kind, row.line.why = kinds.FURNITURE, "column heads"


def _date_in(row: _Row) -> tuple[int, Printed] | None:
    """Give the first cell that is a date and no more, and the date; its place is counted from the line's beginning."""
    for column, (start, end) in enumerate(row.cells):
        if 4 <= end - start <= 32:
            text = row.line.text[start:end]
            found = date_at(text, 0) or partial_at(text)
            if found is not None and found.end >= len(text.rstrip(" .,:–—-")):
                return column, Printed(
                    start, start + found.end, found.year, found.first, found.second, found.is_numeric
                )
    return None


def _title_column(rows: Sequence[_Row], dated: Sequence[_Row], dates: int) -> int | None:
    """Give the column of the headlines: the one that is headed so, or else the one whose words are most like headlines."""
    for row in rows:
        named = [n for n, (s, e) in enumerate(row.cells) if _HEADLINES.match(row.line.text[s:e]) and n != dates]
        if len(named) == 1 and not any(c.isdigit() for c in row.line.text):
            return named[0]
    rates: dict[int, float] = {}
    for column in range(max(len(row.cells) for row in dated)):
        if column == dates:
            continue
        texts = [row.line.text[slice(*row.cells[column])] for row in dated if column < len(row.cells)]
        held = [text for text in texts if text and not _is_link(text)]
        if len(held) * 2 < len(dated):
            continue
        rate = sum(rate_headline(text) + min(len(text), 60) / 40 for text in held) / len(held)
        if len(set(held)) > DISTINCT * len(held):
            rates[column] = rate + 2.0 * len(set(held)) / len(held)
    return max(rates, key=lambda column: (rates[column], -column)) if rates else None


def _is_link(text: str) -> bool:
    return bool(names_in(text)) or is_read_on(text) or is_furniture(text)


def _is_head(row: _Row) -> bool:
    text = row.line.text
    return any(_HEADLINES.match(text[s:e]) for s, e in row.cells) or not any(c.isalnum() for c in text)
