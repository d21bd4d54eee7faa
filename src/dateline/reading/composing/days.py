"""Answers which of the dates met is the release's own day."""

from dateline.reading import doubts
from dateline.reading.composing.draft import Draft, shifted
from dateline.reading.finding.datelines import Dateline
from dateline.reading.finding.lines import Line


def give_date(draft: Draft, line: Line, rank: int) -> None:
    """Note the date of a line; of several the lowest rank counts."""
    if line.date is not None:
        draft.dates.append((rank, line.date, shifted((line.date.start, line.date.end), line.start)))


def give_dateline(draft: Draft, line: Line, found: Dateline) -> None:
    """Take a dateline, the first that is met."""
    base = line.start
    if "dateline" in draft.fields:
        return
    draft.claim("dateline", base + found.start, base + found.end)
    draft.mark(base + found.end, base + found.body, "dash")
    if found.date is not None:
        draft.dates.append((1, found.date, shifted((found.date.start, found.date.end), base)))
    if found.place is not None:
        draft.places.insert(0, shifted(found.place, base))


def own_day(draft: Draft) -> tuple[str | None, int | None]:
    """Decide the date; give it as ISO with the number of the winning candidate."""
    page = draft.page
    order = sorted(range(len(draft.dates)), key=lambda i: draft.dates[i][0])
    posted = next((d.year for _, d, _ in draft.dates if d.year is not None), None)
    for index in order:
        _, printed, _ = draft.dates[index]
        year = None
        if printed.year is None:
            year = posted if posted is not None else (draft.heading.year if draft.heading else None)
        day = printed.day(page.day_first, year)
        if day is None:
            if printed.year is not None or year is not None:
                draft.doubts.append(doubts.NO_SUCH_DAY)
            continue
        if printed.is_ambiguous and not page.order_is_shown:
            draft.doubts.append(doubts.DAY_OR_MONTH)
        return day.isoformat(), index
    return None, None
