"""Answers how much of a page a reading leaves unexplained, so that two readings of one page can be told apart."""

from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import BARE, HEAD, OUT

STRAY, JOINED, LACKING, FOUND = 1.0, 1.0, 0.7, 1.0
"""What each costs: a line that dates or labels a release and is in none, a second such line in one, and a release without a
headline or a date where others have one; and what a release with a headline is worth."""


def unexplained(lines: Sequence[Line], releases: Sequence[Sequence[tuple[Line, int]]]) -> float:
    """Give the cost of a reading; the lower, the better."""
    cost = 0.0
    taken: set[int] = set()
    headed = dated = 0
    for release in releases:
        signs = 0
        for line, role in release:
            taken.add(line.start)
            signs += is_sign(line) and role != OUT
        cost += JOINED * max(0, signs - 1) if signs > 2 else 0.0
        headed += any(role in (HEAD, BARE) for _, role in release)
        dated += signs > 0
    cost -= FOUND * headed
    cost += LACKING * (len(releases) - headed if headed else 0) + LACKING * (len(releases) - dated if dated else 0)
    elsewhere = False
    for line in lines:
        if line.kind == kinds.FURNITURE and line.why in ("another section", "section heading"):
            elsewhere = line.why == "another section"
        if line.start not in taken and not elsewhere and is_sign(line):
            cost += STRAY
    return cost


def is_sign(line: Line) -> bool:
    """Tell whether the line shows by itself that a release is printed there: a date line, a dateline with a date."""
    if line.kind in (kinds.DATE, kinds.DATED, kinds.TRAILED, kinds.BARE) or (line.kind == kinds.LABEL and line.date):
        return line.date is not None and line.date.year is not None
    return line.kind == kinds.DATELINE and line.dateline is not None and line.dateline.strength == 3
