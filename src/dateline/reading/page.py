"""Answers what holds for a whole page: is it a list, which year is it in, does the day or the month come first."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.finding import kinds
from dateline.reading.finding.bare import bare_lines
from dateline.reading.finding.dates import Printed
from dateline.reading.finding.language import language_of
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_read_on, is_time_ago
from dateline.reading.finding.numeric import order_of
from dateline.reading.finding.others import is_call, is_programme, is_vacancy

PARAGRAPHS_A_RELEASE = 2.0
"""A page with more paragraphs for each date, dateline or link holds whole releases rather than openings."""

SENTENCE_CHARACTERS = 25
"""A shorter line is no paragraph, whatever it ends with."""


@dataclass(frozen=True, slots=True)
class Page:
    """What was told from all lines together."""

    is_listing: bool  # openings of several releases, not whole texts
    bare: frozenset[int]  # starts of lines in a run of lone headlines
    language: str | None  # of most of the page
    day_first: bool  # how numeric dates are read
    is_agenda: bool  # of events or vacancies
    order_is_shown: bool  # a date of the page, or its language, decides that


def page_of(lines: Sequence[Line]) -> Page:
    """Look at all lines of a text."""
    counts = [0] * 16
    paragraphs = ways_on = undated = 0
    dates: list[Printed] = []
    for line in lines:
        counts[line.kind] += 1
        if line.kind in (kinds.TEXT, kinds.DATELINE, kinds.DATED):
            paragraphs += (len(line.text) > SENTENCE_CHARACTERS and line.text[-1] in '.!?…”"»') or len(line.text) > 200
            ways_on += line.way_on is not None
        elif line.kind == kinds.LINK and is_read_on(line.text.split("  ")[0].split("\t")[0]):
            ways_on += 1
        if line.kind == kinds.NOTE and is_time_ago(line.text.partition("·")[0].strip()):
            undated += 1
        if line.kind == kinds.LABEL and line.date is not None:
            counts[kinds.DATE] += 1
        if line.date is not None:
            dates.append(line.date)
        elif line.dateline is not None and line.dateline.date is not None:
            dates.append(line.dateline.date)
    anchors = max(
        ways_on,
        undated,
        counts[kinds.DATE],
        counts[kinds.DATED],
        counts[kinds.TRAILED],
        counts[kinds.DATELINE],
        counts[kinds.BARE],
    )
    bare = bare_lines(lines) if anchors < 3 else frozenset()
    sample = lines[:400]
    language = language_of(" ".join(x.text for x in sample if len(x.text) > 60)) or language_of(
        " ".join(x.text for x in sample)
    )
    day_first, shown = order_of(dates, language)
    has_ends = counts[kinds.END] >= max(1, counts[kinds.DATELINE] / 2) and not ways_on and not counts[kinds.DATED]
    is_listing = (
        (anchors >= 2 and not has_ends and paragraphs <= (PARAGRAPHS_A_RELEASE + ways_on / anchors) * anchors)
        or counts[kinds.BARE] >= 2
        or bool(bare)
    )
    calls = sum(is_call(line.text) for line in lines)
    if not any(date.year is not None for date in dates):  # a day's programme prints hours, and no year
        calls += sum(is_programme(line.text) for line in lines)
    is_agenda = is_vacancy([line.text for line in lines]) or (
        calls >= 2 and calls * 2 >= counts[kinds.DATE] + counts[kinds.DATED] + counts[kinds.TRAILED]
    )
    return Page(is_listing, bare, language, day_first, is_agenda, shown)
