"""Answers which day the time elements within a span state, where a page says "2 days ago" or says it beside other words."""

from dateline.reading.finding.dates import dates_in
from dateline.reading.markup.laid_out import LaidOut
from dateline.reading.markup.stated import day_of
from dateline.reading.record import Span


def day_stated(laid: LaidOut, span: Span) -> str | None:
    """Give the one day that is stated there, in its own zone; None for none and for several."""
    inside = [(shown, moment) for shown, moment in laid.times if span[0] <= shown[0] and shown[1] <= span[1]]
    found = {_printed(laid.text[slice(*shown)]) or day_of(moment) for shown, moment in inside} - {None}
    return found.pop() if len(found) == 1 else None


def _printed(words: str) -> str | None:
    dates = dates_in(words)
    day = dates[0].day() if len(dates) == 1 and not dates[0].is_ambiguous else None
    return day.isoformat() if day is not None else None
