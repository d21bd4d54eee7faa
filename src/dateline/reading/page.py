"""Answers what holds for a whole page: is it a list, which year is it in, does the day or the month come first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from dateline.reading.finding import kinds
from dateline.reading.finding.dates import Printed
from dateline.reading.finding.language import language_of
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_read_on, is_time_ago
from dateline.reading.finding.numeric import order_of
from dateline.reading.finding.others import is_call

PARAGRAPHS_A_RELEASE = 2.0
"""A page with more paragraphs for each date, dateline or link holds whole releases rather than openings."""

SENTENCE_CHARACTERS = 25
"""A shorter line is no paragraph, whatever it ends with."""

BARE_CHARACTERS, BARE_WORDS, BARE_RUN = 50, 7, 4
"""A line of that length may be a headline that stands alone, if as many follow each other: menus have shorter lines."""


_CUTTING = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s*[:–—-]")
"""'El Diario, 12/03/2021: …' is what a newspaper wrote."""


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
    bare = _bare_run(lines) if anchors < 3 else frozenset()
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
    is_agenda = calls >= 2 and calls * 2 >= counts[kinds.DATE] + counts[kinds.DATED] + counts[kinds.TRAILED]
    return Page(is_listing, bare, language, day_first, is_agenda, shown)


def _bare_run(lines: Sequence[Line]) -> frozenset[int]:
    """The longest run of lines that could be headlines without anything between them."""
    best: list[int] = []
    run: list[int] = []
    for line in lines:
        words = line.text.count(" ") + 1
        fits = (
            line.kind in (kinds.TEXT, kinds.DATED, kinds.TRAILED)
            and len(line.text) >= BARE_CHARACTERS
            and words >= BARE_WORDS
            and len(line.text) <= 200
            and line.text[-1] not in ".,;:"
            and (line.kind != kinds.TEXT or not _CUTTING.search(line.text))
        )
        if fits:
            run.append(line.start)
            continue
        best, run = (run if len(run) > len(best) else best), []
    best = run if len(run) > len(best) else best
    return frozenset(best) if len(best) >= BARE_RUN and median(best) >= 0 else frozenset()
