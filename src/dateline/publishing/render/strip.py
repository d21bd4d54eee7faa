"""A topic's story at a glance: when it was said, as dots over years or months. The distances are those of the days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.publishing.faces import Entry
from dateline.publishing.render.dates import day_and_month, long_day, month_letter

MOST_LABELS = 7  # four figures each, side by side at 320 px
NEAR = 2.2  # per cent of the width under which two dots would touch on a phone: the later stands above the earlier
HIGHEST = 4  # dots above one another; more of them lie in one place


@dataclass(frozen=True, slots=True)
class Dot:
    """One release."""

    across: str  # per cent of the width: "41.37"
    up: int  # how many dots it stands above the line, 0 to HIGHEST


@dataclass(frozen=True, slots=True)
class Label:
    """A year or a month under the line, at its first day."""

    across: str
    text: str  # "" where there is no room for words


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing, and what it says to who doesn't see it."""

    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    first: str
    last: str


def strip_of(entries: Sequence[Entry], language: str) -> Strip | None:
    """Draw the entries of a list, newest first, over the whole years in which they lie; fewer than two need no drawing."""
    if len(entries) < 2:
        return None
    days = sorted(entry.dated_on for entry in entries)
    begin, end = date(days[0].year, 1, 1), date(days[-1].year + 1, 1, 1)
    is_one_year = days[0].year == days[-1].year
    width = (end - begin).days
    dots, stack, before = [], 0, -NEAR
    for day in days:
        across = 100 * (day - begin).days / width
        stack = min(stack + 1, HIGHEST) if across - before < NEAR else 0
        before = before if stack else across
        dots.append(Dot(f"{before if stack else across:.2f}", stack))
    if is_one_year:
        starts = [(date(begin.year, month, 1), month_letter(month, language)) for month in range(1, 13)]
    else:
        years = range(days[0].year, days[-1].year + 1)
        every = -(-len(years) // MOST_LABELS)
        starts = [(date(year, 1, 1), str(year) if at % every == 0 else "") for at, year in enumerate(years)]
    labels = tuple(Label(f"{100 * (day - begin).days / width:.2f}", text) for day, text in starts)
    say = day_and_month if is_one_year else long_day
    return Strip(tuple(dots), labels, say(days[0], language), say(days[-1], language))
