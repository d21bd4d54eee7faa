"""Answers where the masthead of a page of releases ends: its name, its menu, and the heading that says what the page is."""

from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line

MOST_LINES = 60
"""A longer masthead has not been seen."""


def masthead_of(lines: Sequence[Line]) -> int:
    """Give the place in the text of the last menu or heading that stands above the first sign of a release; 0 where none does."""
    place = 0
    for line in lines[:MOST_LINES]:
        if is_sign(line):
            break
        if line.kind == kinds.FURNITURE and line.why in ("navigation", "section heading"):
            place = line.start
    return place


def is_sign(line: Line) -> bool:
    """Tell whether the line can only stand in a release, or heads some."""
    if line.kind in (
        kinds.DATE,
        kinds.DATED,
        kinds.TRAILED,
        kinds.DATELINE,
        kinds.LINK,
        kinds.BARE,
        kinds.END,
        kinds.HEADING,
    ):
        return True
    if line.kind == kinds.LABEL:
        return line.label is not None and line.label.is_strong
    return line.way_on is not None or len(line.text) > 200
