"""Answers which dates a piece of text prints: absolute ones only, and never with the help of a clock.

A date needs day, month and year as printed. A day and month alone are given as a partial date, for a heading of
the page to complete; "2 days ago", "October 2014" and "May" are none. Numbers parted by slashes are given with
both readings; `numeric` decides between them. Forms were taken from press pages in the languages read; month
names come from CLDR by way of Babel.
"""

import re
from dataclasses import dataclass, replace
from datetime import date as Day
from functools import lru_cache

from dateline.reading.finding.months import is_weekday, month_number

CENTURY_PIVOT = 70
"""Of two-digit years 70 to 99 lie in the last century, the rest in this one; fixed, so that no clock is asked."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A date as it stands in a text."""

    start: int  # where the date begins, weekday included
    end: int  # where it ends
    year: int | None  # None: not printed
    first: int  # the day; of an ambiguous numeric date, its first number
    second: int  # the month; of an ambiguous numeric date, its second number
    is_numeric: bool = False  # numbers only, so day and month may have to be told apart

    def day(self, day_first: bool = True, year: int | None = None) -> Day | None:
        """Give the day, or None where the year is missing or there is no such day."""
        known = self.year or year
        if known is None:
            return None
        day, month = (self.first, self.second) if day_first or not self.is_numeric else (self.second, self.first)
        if self.is_numeric and month > 12 >= day:  # printed against the page's order
            day, month = month, day
        try:
            return Day(known, month, day)
        except ValueError:
            return None

    @property
    def is_ambiguous(self) -> bool:
        """Tell whether both numbers could be the month."""
        return self.is_numeric and self.first <= 12 and self.second <= 12 and self.first != self.second


_GAP = r"[ \u00a0\u202f]"
_WORD = r"[^\W\d_]{3,12}"
_WEEK = re.compile(
    rf"(?<![\w/.$€£#-])([^\W\d_]{{2,13}}(?:-[^\W\d_]{{5}})?)(?:\.?,?{_GAP}{{1,3}}|[.,])(?:(?:el|le|the|den){_GAP}{{1,3}})?",
    re.IGNORECASE,
)
_PATTERN = re.compile(
    rf"""(?<![\w/.$€£#-])
    (?:
      (?P<iso_y>(?:19|20)\d\d)[-/.](?P<iso_m>\d{{1,2}})[-/.](?P<iso_d>\d{{1,2}})(?![\d/])
    | (?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.?[ºª°]|o|\.)?(?:{_GAP}{{1,3}}day)?
      (?:{_GAP}{{0,3}}[-/.]{_GAP}?|{_GAP}{{1,4}})(?:(?:of|de|di){_GAP}{{1,3}}|d['’]{_GAP}{{0,3}})?
      (?:(?P<m>{_WORD})\.?|(?P<r>[IVX]{{1,4}})(?=[-/. ]))(?![^\W_])
      (?:{_GAP}{{0,3}}[-/.,]?{_GAP}{{0,4}}(?:(?:del?|do|of|año){_GAP}{{1,3}}){{0,2}}
      (?P<y>(?:19|20)\d\d|['’]\d\d|(?<=[a-z][-/.])\d\d)(?!\d))?
    | (?P<m2>{_WORD})\.?{_GAP}{{0,4}}[-/]?(?:the{_GAP})?(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º)?(?!\d|:\d|[.,]\d{{3}}(?!\d))
      (?:{_GAP}{{0,3}}[-/,.]?{_GAP}{{0,4}}(?:(?:del?|of){_GAP}{{1,3}})?(?P<y2>(?:19|20)\d\d)(?!\d))?
    | (?P<n1>\d{{1,2}})(?P<sep>[/.-]|{_GAP})(?P<n2>\d{{1,2}})(?P=sep)(?P<ny>(?:19|20)\d\d|(?<=[/.-])\d\d)(?![\w/]|[.-]\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Any word may stand where a month or a weekday would; the calendar is asked afterwards. A pattern of all their names
in six languages is twenty times slower."""

_FIRST = re.compile(r"[^\W\d_]{2,13}")
_INSIDE = re.compile(r"(?<![^\W_])(?:[^\W\d_]{3,12}\.?[ \u00a0\u202f-]{0,4})?\d")


def _read(found: re.Match[str]) -> Printed | None:
    iso, day, name, roman, year, name2, day2, year2, first, numeric_year = found.group(
        "iso_y", "d", "m", "r", "y", "m2", "d2", "y2", "n1", "ny"
    )
    start, end = found.span()
    if iso is not None:
        printed = Printed(start, end, int(iso), int(found["iso_d"]), int(found["iso_m"]))
    elif first is not None:
        second = int(found["n2"])
        printed = Printed(start, end, _century(numeric_year), int(first), second, is_numeric=True)
        if max(printed.first, second) > 31 or min(printed.first, second) > 12 or not printed.first * second:
            return None
        return printed
    else:
        month = month_number(name or roman or name2)
        if month is None:
            return None
        year_text = year or year2
        printed = Printed(start, end, _century(year_text) if year_text else None, int(day or day2), month)
    return printed if 1 <= printed.first <= 31 and 1 <= printed.second <= 12 else None


def _century(text: str) -> int:
    year = int(text.strip("'’"))
    if year < 100:
        year += 1900 if year >= CENTURY_PIVOT else 2000
    return year


def _match(text: str, at: int) -> Printed | None:
    """A date that begins there, with the weekday before it."""
    week = _WEEK.match(text, at)
    if week is not None and is_weekday(week[1]):
        found = _PATTERN.match(text[week.end() : week.end() + 50])
        read = _read(found) if found is not None else None
        if read is not None:
            return replace(read, start=at, end=read.end + week.end())
    found = _PATTERN.match(text, at)
    return _read(found) if found is not None else None


def may_begin_date(text: str, at: int) -> bool:
    """Tell cheaply whether a digit, a month or a weekday stands there."""
    if text[at : at + 1].isdigit():
        return True
    word = _FIRST.match(text, at)
    return word is not None and (month_number(word[0]) is not None or is_weekday(word[0]))


def date_at(text: str, at: int) -> Printed | None:
    """Give the date that begins exactly there."""
    read = _match(text[at : at + 70], 0)
    return replace(read, start=at, end=read.end + at) if read is not None and at else read


_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?=\s)")


def partial_at(text: str) -> Printed | None:
    """Give the date that a line begins with, 'Mar. 30' or '12/14', for a heading to complete."""
    found = _SLASHED.match(text)
    if found is None:
        return date_at(text, 0)
    first, second = int(found[1]), int(found[2])
    if not 1 <= min(first, second) <= 12 or not 1 <= max(first, second) <= 31:
        return None
    return Printed(0, found.end(), None, first, second, is_numeric=True)


@lru_cache(maxsize=4096)
def dates_in(text: str) -> tuple[Printed, ...]:
    """Give every date of the text, in order, whole and partial ones."""
    out: list[Printed] = []
    at = 0
    while (begin := _INSIDE.search(text, at)) is not None:
        first = begin.start()
        read = None
        if first > at:
            before = max(text.rfind(" ", at, first - 1), text.rfind("\n", at, first - 1), at - 1) + 1
            read = _match(text, before) if text[before : before + 1].isalpha() else None
        read = read or _match(text, first)
        if read is None and not text[first].isdigit():
            first = begin.end() - 1
            read = _match(text, first)
        if read is not None:
            out.append(read)
            at = read.end
        else:
            at = begin.end()
            while at < len(text) and text[at].isdigit():
                at += 1
    return tuple(out)
