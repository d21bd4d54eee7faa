"""Takes a date as a program writes it and gives its day as printed, in its own zone."""

import re
from datetime import date

from dateline.reading.finding.dates import dates_in

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_SLASHED = re.compile(r"\s*(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_MAIL = re.compile(r"\s*(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,2})[ -]([A-Za-z]{3})[a-z]*\.?[ -](\d{4}|\d{2})(?!\d)")
_UNIX = re.compile(r"\s*[A-Za-z]{3} ([A-Za-z]{3}) +(\d{1,2}) \d\d:\d\d:\d\d (?:[A-Z]{2,5} )?(\d{4})")
_MONTHS = {
    name: n
    for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}


def day_of(printed: str, *, day_first: bool | None = None) -> str | None:
    """Give the day as ISO by ISO 8601, RFC 822, SQL or the press's own forms; None where there is none, or no such.

    A date in numbers that can be read both ways is read only where `day_first` says how.
    """
    for form in (_ISO, _SLASHED):
        if found := form.match(printed):
            return _day(int(found[1]), int(found[2]), int(found[3]))
    if (found := _MAIL.match(printed)) and found[2].lower() in _MONTHS:
        return _day(_whole_year(found[3]), _MONTHS[found[2].lower()], int(found[1]))
    if (found := _UNIX.match(printed)) and found[1].lower() in _MONTHS:
        return _day(int(found[3]), _MONTHS[found[1].lower()], int(found[2]))
    for each in dates_in(printed):
        if each.year is not None and (day_first is not None or not each.is_ambiguous):
            day = each.day(day_first if day_first is not None else True)
            return day.isoformat() if day else None
    return None


def _whole_year(digits: str) -> int:
    """RFC 2822, 4.3: two digits below 50 are of this century."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 50 else 1900)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
