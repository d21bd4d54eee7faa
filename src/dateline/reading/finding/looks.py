"""Takes a line and says what it is by its own words, before its neighbours are asked."""

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.reading.finding.advisories import is_advisory_line, is_date_word, is_when
from dateline.reading.finding.contacts import STRONG_OPENING, is_reachable, opening_of
from dateline.reading.finding.dated import may_be_partial, with_date, with_link, with_partial
from dateline.reading.finding.datelines import dateline_at, may_open_with_dateline
from dateline.reading.finding.dates import dates_in
from dateline.reading.finding.embargoes import is_embargo_line
from dateline.reading.finding.endmarks import is_end_mark, is_more_mark
from dateline.reading.finding.furniture import furniture_of
from dateline.reading.finding.headings import heading_of
from dateline.reading.finding.kinds import (
    ADVISORY,
    CONTACT,
    DATE,
    DATED,
    DATELINE,
    EMBARGO,
    END,
    FURNITURE,
    HEADING,
    LABEL,
    LINK,
    MORE,
    NOTE,
    TEXT,
    TRAILED,
)
from dateline.reading.finding.labels import label_at
from dateline.reading.finding.lines import Line
from dateline.reading.finding.linked import is_links, is_undated_posting
from dateline.reading.finding.links import is_read_on, is_time_ago, link_at_end, may_be_links
from dateline.reading.finding.others import is_cutting
from dateline.reading.finding.postings import is_byline, pieces_of
from dateline.reading.finding.topics import is_topic_line

_YEARISH = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[/.-]\d{1,2}[/.-]\d\d|['’]\d\d|[^\W\d_][-./]\d\d(?![\w/.-])")
_COUNTER = re.compile(
    r"(?:visto|hits|visitas|views|lecturas|reads|lido|acessos|detalles|detalhes)\b\s*:?\s*[\d.,]*$", re.IGNORECASE
)
_POSTED = re.compile(
    r"(?:(?:por|by|par|von|escrito|written|[eé]crit)\b.{2,60}\b)?(?:publicad[oa]|posted|published|publi[eé]e?|submitted|soumis|enviado|inviato|creado|postado|publicat|pubblicato|geplaatst|mis\s+en\s+ligne|ver[oö]ffentlicht|eingestellt)\b.{0,60}\d"
    r"|(?:datum|date|fecha|data|stand|[\w-]{5,20}\s+(?:vom|of|du|del?))\s+(?=.{6,24}$)(?:le\s+)?\d{1,2}[. /-]",
    re.IGNORECASE,
)
_POSTED_AT = re.compile(
    r"(?:posted|published|publicado|postado|publi[eé]|pubblicato|ver[oö]ffentlicht|eingestellt|geplaatst|gepost)\s+(?:by|por|par|von|da|door)\s.{1,60}?\s(?:at|en|a\s+las|[aà]s?|[aà]|um|alle|om)\s+\d{1,2}[:.h]\d{2}\b",
    re.IGNORECASE,
)
"""'Posted by Communications Office at 11:02': a time without a day."""
_HOUR = re.compile(r"\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?|hs?|hrs?|uhr)?$", re.IGNORECASE)
_RANGE = re.compile(
    r"for\s+(?:(?-i:[A-Z])[a-z]+day,?\s+)?(?-i:[A-Z])[a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?$|(?:from|to|until|since|start|end|desde|hasta|du|au|depuis|jusqu.au|de|at[eé]|von|bis|dal?|al?|fins|(?:start|end|from|to)\s+date|fecha\s+(?:inicial|final|desde|hasta|de\s+inicio)|data\s+(?:inicial|final))\s*:\s*[\d/.-]{6,10}$",
    re.IGNORECASE,
)
"""'From: 2022-01-01' is filled into a search."""
_DIGIT = re.compile(r"\d")

SHORT = 240
"""Only a shorter line can be filled by a date, a label or the page's own words."""


REMEMBERED = 200
"""Shorter lines are remembered: the pages of one site share their menus, labels, links and dates."""


def look_at(line: Line) -> None:
    """Set the line's kind and what goes with it, where it is not known yet."""
    if line.kind != TEXT:
        return
    if len(line.text) >= REMEMBERED:
        _look(line)
        return
    seen = _seen(line.text)
    line.kind, line.date, line.rest, line.dateline = seen.kind, seen.date, seen.rest, seen.dateline
    line.label, line.heading, line.why, line.way_on = seen.label, seen.heading, seen.why, seen.way_on


@lru_cache(maxsize=8192)
def _seen(text: str) -> Line:
    line = Line(0, len(text), text, 0)
    _look(line)
    return line


def _look(line: Line) -> None:
    _look_at(line)
    if line.kind in (TEXT, CONTACT) and len(line.text) <= 160 and _POSTED.match(line.text):
        found = [d for d in dates_in(line.text) if d.year is not None]
        if found:
            line.kind, line.date, line.dateline = DATE, found[0], None
    if line.kind in (TRAILED, DATED) and line.rest is not None and is_cutting(line.text[slice(*line.rest)]):
        line.kind, line.date, line.rest = TEXT, None, None
    if line.kind in (TEXT, DATELINE, DATED):
        line.way_on = link_at_end(line.text)


def settle_dates(lines: Sequence[Line]) -> None:
    """Take 'Date: June 4, 2009' for the release's date, unless 'Time:' or 'Where:' beside it makes it an event's."""
    for number, line in enumerate(lines):
        if line.kind == ADVISORY and is_date_word(line.text):
            near = (*lines[max(0, number - 2) : number], *lines[number + 1 : number + 3])
            # Where 'When:' stands below, the day of the event is said there.
            has_when = any(is_when(other.text) for other in lines[number + 1 : number + 5] if other.kind == ADVISORY)
            if has_when or not any(other.kind == ADVISORY for other in near):
                line.kind = TEXT
                with_date(line, line.text, len(line.text))


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
    if size <= SHORT and _short(line, text, size):
        return
    if size > SHORT and is_advisory_line(text):
        line.kind = ADVISORY
        return
    if may_open_with_dateline(text):
        found = dateline_at(text)
        if found is not None and found.body < size:
            line.dateline = found
            if found.strength >= 2 or found.place is not None:
                line.kind = DATELINE if found.strength >= 2 else TEXT
            if found.date is not None and found.place is None:
                with_link(line, text)
            return
        if SHORT < size <= 400 and is_embargo_line(text):
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
    if _POSTED_AT.match(text) or (size <= 12 and _HOUR.match(text)):
        line.kind = NOTE
        return True
    if _RANGE.match(text):
        line.kind, line.why = FURNITURE, "navigation"
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
    if size <= 60 and "|" in text and may_be_links(text) and is_links(text):
        line.kind = LINK
        return True
    why = furniture_of(text)
    if why == "section heading" and opening_of(text) is not None and (":" in text or is_reachable(text)):
        line.kind = CONTACT
        return True
    if why is not None:
        line.kind, line.why = FURNITURE, why
        if is_read_on(text):
            line.kind = LINK
        return True
    if STRONG_OPENING.match(text) and opening_of(text) is not None:
        line.kind = CONTACT
        return True
    if size <= 200 and may_be_links(text) and is_links(text):
        line.kind = NOTE if is_time_ago(text[slice(*pieces_of(text)[0])]) else LINK
        return True
    if not _DIGIT.search(text):
        if is_topic_line(text) or (size <= 60 and is_byline(text)) or _in_brackets(text, size):
            line.kind = NOTE
            return True
        return _contact(line, text, size)
    if _YEARISH.search(text) and with_date(line, text, size):
        return True
    if (may_be_partial(text) or size <= 24) and with_partial(line, text):
        return True
    if _in_brackets(text, size) or is_topic_line(text) or (size <= 60 and is_byline(text)):
        line.kind = NOTE
        return True
    if size <= 60 and len(pieces := pieces_of(text)) > 1 and is_undated_posting(text, pieces):
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
