"""Answers whether a page prints the day or the month first where a date is numbers only."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.reading.finding.dates import Printed

MONTH_FIRST = frozenset(("en",))
"""Languages whose press pages put the month first where nothing on the page says otherwise: of the English pages that
were seen most were American; the reading says that it is unsure when no date of the page decides."""


def order_of(dates: Sequence[Printed], language: str | None) -> tuple[bool, bool]:
    """Tell (the day comes first, the page itself shows it) from the dates of a page in their order."""
    numeric = [d for d in dates if d.is_numeric]
    day_first = sum(d.first > 12 for d in numeric)
    month_first = sum(d.second > 12 for d in numeric)
    if day_first != month_first and not (day_first and month_first):
        return day_first > month_first, True
    said = {_said(d, dates) for d in numeric if d.is_ambiguous} - {None}
    if len(said) == 1:
        return said.pop() is True, True
    if not day_first:
        falls = [_falls(numeric, True), _falls(numeric, False)]
        if len(numeric) >= 4 and falls[0] != falls[1] and max(falls) == 1.0:
            return falls[0] > falls[1], True
    return language not in MONTH_FIRST, not any(d.is_ambiguous for d in numeric) or language not in (None, "en")


def _said(numeric: Printed, dates: Sequence[Printed]) -> bool | None:
    """Tell whether the same day is printed in words too, and so what stands first: '05.11.2016' beside 'November 5'."""
    words = {(d.first, d.second) for d in dates if not d.is_numeric and d.year in (None, numeric.year)}
    day_first, month_first = (numeric.first, numeric.second) in words, (numeric.second, numeric.first) in words
    return day_first if day_first != month_first else None


def _falls(dates: Sequence[Printed], day_first: bool) -> float:
    """The share of neighbours that go down (or stay), as a page of news does."""
    days = [d.day(day_first) for d in dates]
    pairs = [(a, b) for a, b in pairwise(days) if a is not None and b is not None]
    if not pairs or len(pairs) < len(days) - 1:
        return 0.0
    down = sum(a >= b for a, b in pairs) / len(pairs)
    return max(down, sum(a <= b for a, b in pairs) / len(pairs))
