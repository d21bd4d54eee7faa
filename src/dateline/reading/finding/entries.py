"""Answers which lines are entries below a heading of the calendar that completes their day: '9  Council Declares Drought'."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.reading.finding import kinds
from dateline.reading.finding.dates import Printed, dates_in, partial_at
from dateline.reading.finding.furniture import furniture_of
from dateline.reading.finding.headings import Heading
from dateline.reading.finding.lines import Line

_DAY = re.compile(
    r"(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[ºª°.])?\s*(?:[-–—:|.)]\s*|\s)(?=[^\W\d_a-z]|[\"“«¿¡‘'$€£])"
)
_BEHIND = re.compile(r"[\s|:–—.,-]*")

_FILES = re.compile(r"(?:\s*[\[(][^\[\]()]*\.\w{2,4}[\])])+$")
_PARTED = re.compile(r"(?:\s*[-–—|:(\[]|,|\s{2,}|\t)\s*(?:(?:el|le|am|on)\s+)?$")

ENTRIES = 3
"""So many lines must be alike before they are taken for entries."""


def _closing(text: str) -> tuple[Printed, int] | None:
    """Give the day and month that a line ends with, parted from its headline, and where the headline ends."""
    files = _FILES.search(text)
    stop = files.start() if files is not None else len(text)
    window = max(0, stop - 32)
    found = dates_in(text[window:stop])
    if not found or found[-1].year is not None or found[-1].is_numeric:
        return None
    last = found[-1]
    if text[window + last.end : stop].strip(" .)]"):
        return None
    parted = _PARTED.search(text, 0, window + last.start)
    if parted is None or parted.start() < 4:
        return None
    return replace(last, start=window + last.start, end=window + last.end), parted.start()


def settle_entries(lines: Sequence[Line]) -> None:
    """Set date and headline of the lines below headings that begin with a day, or with a day and a month."""
    heading: Heading | None = None
    days: list[tuple[Line, Printed, int]] = []
    partial: list[tuple[Line, Printed, int]] = []
    trailed: list[tuple[Line, Printed, int]] = []
    for line in lines:
        if line.heading is not None:
            year = line.heading.year or (heading.year if heading is not None else None)
            heading = Heading(year, line.heading.month)
        elif heading is None or line.kind not in (kinds.TEXT, kinds.CONTACT, kinds.LINK) or len(line.text) > 240:
            continue
        elif heading.month is not None and (found := _DAY.match(line.text)) is not None:
            if furniture_of(line.text[found.end() :]) is not None:
                continue  # '31 – No releases were issued until the 17th'
            printed = Printed(0, found.end("d"), heading.year, int(found["d"]), heading.month)
            days.append((line, printed, found.end()))
        elif heading.year is not None and (begun := partial_at(line.text)) is not None and begun.year is None:
            behind = _BEHIND.match(line.text, begun.end)
            start = behind.end() if behind is not None else begun.end
            if start < len(line.text) and not line.text[start].islower() and start > begun.end:
                partial.append((line, begun, start))
        elif heading.year is not None and (closed := _closing(line.text)) is not None:
            trailed.append((line, *closed))
    if len(trailed) >= ENTRIES:
        for line, printed, end in trailed:
            line.kind, line.date, line.rest, line.is_row = kinds.TRAILED, printed, (0, end), True
            line.dateline = line.label = None
    for entries in (days, partial):
        if len(entries) >= ENTRIES:
            for line, printed, start in entries:
                line.kind, line.date, line.rest = kinds.DATED, printed, (start, len(line.text))
                line.dateline = line.label = None
