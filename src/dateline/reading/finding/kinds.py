"""Answers what a line is by its own words, before its neighbours are asked."""

import re
from collections.abc import Sequence

from dateline.reading.finding.advisories import is_advisory_line, is_date_word
from dateline.reading.finding.attachments import names_in
from dateline.reading.finding.contacts import STRONG_OPENING, is_reachable, opening_of
from dateline.reading.finding.datelines import dateline_at, may_open_with_dateline
from dateline.reading.finding.dates import Printed, dates_in, partial_at
from dateline.reading.finding.embargoes import is_embargo_line
from dateline.reading.finding.endmarks import is_end_mark, is_more_mark
from dateline.reading.finding.furniture import furniture_of
from dateline.reading.finding.headings import heading_of
from dateline.reading.finding.labels import label_at
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_furniture, is_read_on, is_time_ago, link_at_end, may_be_links
from dateline.reading.finding.postings import beside_date, is_byline, pieces_of
from dateline.reading.finding.topics import is_topic_line

(
    TEXT,
    FURNITURE,
    LABEL,
    EMBARGO,
    HEADING,
    DATE,
    DATED,
    TRAILED,
    DATELINE,
    LINK,
    END,
    MORE,
    CONTACT,
    ADVISORY,
    BARE,
    NOTE,
) = range(16)
"""Plain text; a line of the page; FOR IMMEDIATE RELEASE; EMBARGOED UNTIL; '2014' or 'MARCH'; a date and no more;
a date and a headline; a headline and a date; a paragraph that opens with a dateline; Continue reading; ###; -more-;
a contact; WHAT: WHEN:; date, text and link in one line; a byline or a line of topics."""

_YEARISH = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[/.-]\d{1,2}[/.-]\d\d|['’]\d\d")
_COUNTER = re.compile(
    r"(?:visto|hits|visitas|views|lecturas|reads|lido|acessos|detalles|detalhes)\b\s*:?\s*[\d.,]*$", re.IGNORECASE
)
_POSTED = re.compile(
    r"(?:(?:por|by|par|von|escrito|written|[eé]crit)\b.{2,60}\b)?(?:publicad[oa]|posted|published|publi[eé]|submitted|postado|mis\s+en\s+ligne|ver[oö]ffentlicht)\b.{0,40}\d"
    r"|(?:datum|date|fecha|data|stand|[\w-]{5,20}\s+(?:vom|of|du|del?))\s+(?=.{6,24}$)(?:le\s+)?\d{1,2}[. /-]",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PARTIAL = re.compile(
    r"\d{1,2}/\d{1,2}\s+\S|(?:[^\W\d_]{3,10}\.?\s+\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?)\s*(?:\t|\s{2,}|\s[|–—-]\s|:\s)"
)


def look_at(line: Line) -> None:
    """Set the line's kind and what goes with it."""
    _look_at(line)
    if line.kind == TEXT and len(line.text) <= 160 and _POSTED.match(line.text):
        found = [d for d in dates_in(line.text) if d.year is not None]
        if found:
            line.kind, line.date, line.dateline = DATE, found[0], None
    if line.kind in (TEXT, DATELINE, DATED):
        line.way_on = link_at_end(line.text)


def settle_dates(lines: Sequence[Line]) -> None:
    """Take 'Date: June 4, 2009' for the release's date, unless 'Time:' or 'Where:' beside it makes it an event's."""
    for number, line in enumerate(lines):
        if line.kind == ADVISORY and is_date_word(line.text):
            near = (*lines[max(0, number - 2) : number], *lines[number + 1 : number + 3])
            if not any(other.kind == ADVISORY for other in near):
                line.kind = TEXT
                _with_date(line, line.text, len(line.text))


def _look_at(line: Line) -> None:
    text = line.text
    size = len(text)
    if size <= 20:
        if is_end_mark(text):
            line.kind = END
            return
        if is_more_mark(text):
            line.kind = MORE
            return
    if size <= 240 and _short(line, text, size):
        return
    if size > 60 and is_advisory_line(text):
        line.kind = ADVISORY
        return
    if may_open_with_dateline(text):
        found = dateline_at(text)
        if found is not None and found.body < size:
            line.dateline = found
            if found.strength >= 2 or found.place is not None:
                line.kind = DATELINE if found.strength >= 2 else TEXT
            if found.date is not None and found.place is None:
                _bare(line, text)
            return
        if size <= 400 and is_embargo_line(text):
            line.kind = EMBARGO


def _short(line: Line, text: str, size: int) -> bool:
    """Try the forms that fill a whole short line."""
    if is_embargo_line(text):
        line.kind = EMBARGO
        return True
    if is_advisory_line(text):
        line.kind = ADVISORY
        return True
    if _COUNTER.match(text):
        line.kind = NOTE
        return True
    label = label_at(text)
    if label is not None and (label.is_whole or label.date is not None or (size < 60 and label.is_strong)):
        line.label = label
        if label.is_whole or (label.date is not None and size - label.end < 40):
            line.kind = LABEL
            line.date = label.date
            return True
    if size <= 70:
        line.heading = heading_of(text)
        if line.heading is not None:
            line.kind = HEADING
            return True
    if text[-1] == ":" and opening_of(text) == size:
        line.kind = CONTACT
        return True
    why = furniture_of(text)
    if why is not None:
        line.kind, line.why = FURNITURE, why
        if is_read_on(text):
            line.kind = LINK
        return True
    if STRONG_OPENING.match(text) and opening_of(text) is not None:
        line.kind = CONTACT
        return True
    if size <= 200 and may_be_links(text) and _is_link(text):
        line.kind = NOTE if is_time_ago(text[slice(*pieces_of(text)[0])]) else LINK
        return True
    if not _DIGIT.search(text):
        if (size <= 60 and (is_byline(text) or is_topic_line(text))) or _in_brackets(text, size):
            line.kind = NOTE
            return True
        return _contact(line, text, size)
    if _YEARISH.search(text) and _with_date(line, text, size):
        return True
    if (_PARTIAL.match(text) or (size <= 24 and text[-1].isdigit())) and _with_partial(line, text):
        return True
    if _in_brackets(text, size) or (size <= 60 and (is_byline(text) or is_topic_line(text))):
        line.kind = NOTE
        return True
    if size <= 60 and len(pieces := pieces_of(text)) > 1 and _is_undated_posting(text, pieces):
        line.kind = NOTE
        return True
    return _contact(line, text, size)


def _in_brackets(text: str, size: int) -> bool:
    return text[0] == "(" and text[-1] == ")" and 20 < size <= 120


def _contact(line: Line, text: str, size: int) -> bool:
    if is_reachable(text) and (size < 160 or opening_of(text) is not None):
        line.kind = CONTACT
        return True
    return False


def _is_link(text: str) -> bool:
    has = False
    for start, end in pieces_of(text):
        piece = text[start:end].strip(" \t[]()")
        if is_read_on(piece) or is_furniture(piece):
            has = True
        elif not (not piece or is_byline(piece) or is_topic_line(piece) or _is_file(piece)):
            return False
        elif _is_file(piece):
            has = True
    return has


def _is_undated_posting(text: str, pieces: list[tuple[int, int]]) -> bool:
    """'octubre 2018 · 1 min de lectura': when something was posted, but not the day."""
    first, *others = (text[s:e].strip() for s, e in pieces)
    return (is_time_ago(first) or heading_of(first) is not None) and all(
        is_furniture(o) or is_byline(o) for o in others
    )


def _is_file(piece: str) -> bool:
    names = names_in(piece)
    return bool(names) and len(piece) - sum(e - s for s, e in names) <= 40 and not piece.endswith((".", ","))


def _with_date(line: Line, text: str, size: int) -> bool:
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
    pieces = beside.pieces
    if not pieces:
        line.kind = DATE
        return True
    if beside.date.start <= 30 and _bare(line, text):
        return True
    before = [p for p in pieces if p[1] <= beside.date.start]
    after = [p for p in pieces if p[0] >= beside.date.end]
    if not before and after and _is_parted(text, beside.date.end, after[0][0], pieces):
        line.kind, line.rest = DATED, after[0]
        return True
    lead = text[before[0][0] : before[-1][1]] if before else ""
    if (
        before
        and not after
        and len(lead) < 180
        and ". " not in lead
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


def _with_partial(line: Line, text: str) -> bool:
    found: Printed | None = partial_at(text)
    if found is None or found.year is not None:
        return False
    start = found.end
    while start < len(text) and text[start] in " \t|–—-:.,":
        start += 1
    if start >= len(text):
        line.kind, line.date = DATE, found
        return True
    if not _PARTIAL.match(text):
        return False
    line.kind, line.date, line.rest = DATED, found, (start, len(text))
    return True


def _bare(line: Line, text: str) -> bool:
    """'03/13/12 | A sentence. | Read more »': an item without a headline."""
    pieces = pieces_of(text)
    if len(pieces) == 3 and is_read_on(text[slice(*pieces[2])]) and pieces[1][1] - pieces[1][0] > 60:
        line.kind, line.rest = BARE, pieces[1]
        line.date = line.date or (line.dateline.date if line.dateline else None)
        return line.date is not None
    return False
