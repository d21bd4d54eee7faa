"""Answers where a page prints one date over several lines, as cards do ('14', 'JAN', '2022'), and makes them one line."""

import re
from collections.abc import Sequence

from dateline.reading.finding.dates import Printed, date_at
from dateline.reading.finding.kinds import DATE
from dateline.reading.finding.lines import BREAKS, Line
from dateline.reading.finding.months import month_number
from dateline.reading.finding.places import sureness

_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[.ºª°])?,?$")
_MONTH = re.compile(r"([^\W\d_]{3,12})\.?,?$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MONTH_YEAR = re.compile(r"([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(?:19|20)\d\d$")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,12})\.?\s+(?:0?[1-9]|[12]\d|3[01]),?$")
_DAY_MONTH = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.?\s+(?:de\s+)?([^\W\d_]{3,12})\.?,?$")

_MONTHLIKE = re.compile(r"[^\W\d_]{3,12}(?:\.?,?|\.?\s+\d{1,2},?)$")

LONGEST = 20
"""Characters of the longest part of a date that stands on a line of its own."""

LONGEST_PLACE = 40
"""Characters of a town with its state or country."""

_FORMS = (
    (_DAY, _MONTH, _YEAR), (_MONTH, _DAY, _YEAR), (_DAY, _MONTH_YEAR), (_MONTH_DAY, _YEAR), (_DAY_MONTH, _YEAR),
    (_MONTH, _DAY), (_DAY, _MONTH),
)  # fmt: skip
"""The orders in which the parts are printed; the longest that fits counts."""


def unstacked(text: str, lines: Sequence[Line]) -> list[Line]:
    """Give the lines with the parts of each date joined."""
    out: list[Line] = []
    number = 0
    while number < len(lines):
        if number + 1 < len(lines) and _is_place_over_day(lines[number], lines[number + 1]):
            first, last = lines[number], lines[number + 1]
            out.append(Line(first.start, last.end, text[first.start : last.end].translate(BREAKS), first.gap))
            number += 2
            continue
        size = _parts_at(lines, number) if len(lines[number].text) <= LONGEST else 0
        if not size:
            out.append(lines[number])
            number += 1
            continue
        first, last = lines[number], lines[number + size - 1]
        whole = Line(first.start, last.end, text[first.start : last.end].translate(BREAKS), first.gap)
        whole.kind, whole.date = DATE, _printed(lines[number : number + size], len(whole.text))
        out.append(whole)
        number += size
    return out


def _is_place_over_day(above: Line, below: Line) -> bool:
    """Tell whether a town with its state or country stands above a whole day: 'Cleveland, Ohio', 'March 9, 1995'."""
    if below.gap or len(above.text) > LONGEST_PLACE or len(below.text) > LONGEST or "," not in above.text:
        return False
    if not below.text[-1].isdigit() or any(c.isdigit() for c in above.text) or sureness(above.text) < 3:
        return False
    day = date_at(below.text, 0)
    return day is not None and day.year is not None and day.end == len(below.text)


def _printed(parts: Sequence[Line], size: int) -> Printed:
    """Read the date off its parts."""
    words = " ".join(part.text for part in parts)
    days = [int(n) for n in re.findall(r"(?<!\d)\d{1,2}(?!\d)", words)]
    years = [int(n) for n in re.findall(r"(?<!\d)\d{4}(?!\d)", words)]
    months = [month for word in re.findall(r"[^\W\d_]{3,}", words) if (month := month_number(word))]
    return Printed(0, size, years[0] if years else None, days[0], months[0])


def _parts_at(lines: Sequence[Line], number: int) -> int:
    """Give how many lines from that one on are one date; 0 where none is."""
    first = lines[number].text
    if not (first[0].isdigit() or _MONTHLIKE.match(first)):
        return 0
    for form in _FORMS:
        parts = lines[number : number + len(form)]
        if len(parts) < len(form) or any(part.gap > 1 or len(part.text) > LONGEST for part in parts[1:]):
            continue
        found = [pattern.match(part.text) for pattern, part in zip(form, parts, strict=True)]
        if all(found) and all(month_number(one[1]) for one in found if one is not None and one.re.groups):
            return len(form)
    return 0
