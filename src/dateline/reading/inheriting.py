"""Takes the releases of a page in their order and gives those below one date line the date that stands above them all."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.reading import doubts
from dateline.reading.compose import Composed
from dateline.reading.evidence import Segment
from dateline.reading.finding import kinds
from dateline.reading.finding.months import is_weekday
from dateline.reading.finding.roles import BODY, DEND, DPRE, HEAD

FEWEST = 2
"""Of fewer date lines above releases none tells that they are headings."""


def inherited(segments: Sequence[Segment], composed: Sequence[Composed]) -> list[Composed]:
    """Give the releases, dated by the line above where the page sets its dates as headings; doubted where that is not plain."""
    out = list(composed)
    tops = [_date_above(segment) for segment in segments]
    dated = [top for top, one in zip(tops, out, strict=True) if one.record.date is not None]
    if len(dated) < FEWEST or None in dated or all(one.record.date is not None for one in out):
        return out
    headings = [_day_above(segment) for segment in segments]
    is_plain = all(top is not None and is_weekday(top) for top in dated)
    for number in range(1, len(out)):
        record, above = out[number].record, out[number - 1].record
        if record.date is not None or above.date is None or tops[number] is not None or not _is_whole(segments[number]):
            continue
        left = tuple(d for d in record.doubts if d != doubts.NO_DATE)
        more = () if is_plain else (doubts.DATE_ABOVE,)
        headings[number] = headings[number - 1] or above.date
        out[number] = replace(out[number], record=replace(record, date=headings[number], doubts=(*left, *more)))
    return out


def shifted(segments: Sequence[Segment], composed: Sequence[Composed]) -> list[Composed]:
    """Doubt every date where dates stand above and the first release has none, or below and the last has none."""
    out = list(composed)
    if len(out) <= FEWEST or sum(one.record.date is not None for one in out) < FEWEST:
        return out
    above = sum(_date_above(segment) is not None for segment in segments)
    below = sum(any(role == DEND for _, role in segment) for segment in segments)
    ends = (out[0] if above * 2 > len(out) else None, out[-1] if below * 2 > len(out) else None)
    if any(one is not None and one.record.date is None for one in ends):
        return [one.doubted(doubts.DATES_SHIFTED) if one.record.date is not None else one for one in out]
    return out


def _date_above(segment: Segment) -> str | None:
    """Give the words of a date line that stands above the headline, or None."""
    for line, role in segment:
        if role == HEAD:
            return None
        if role == DPRE and line.kind == kinds.DATE and line.date is not None:
            return line.text
    return None


def _day_above(segment: Segment) -> str | None:
    """Give the day of such a line as it stands; a dateline below it may print another."""
    for line, role in segment:
        if role == HEAD:
            return None
        if role == DPRE and line.kind == kinds.DATE and line.date is not None and not line.date.is_numeric:
            day = line.date.day()
            return day.isoformat() if day is not None else None
    return None


def _is_whole(segment: Segment) -> bool:
    return {HEAD, BODY} <= {role for _, role in segment}
