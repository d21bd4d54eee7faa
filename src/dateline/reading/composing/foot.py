"""Takes the end of a body and finds the place and date that close the text instead of opening it."""

import re
from collections.abc import Sequence

from dateline.reading.composing.draft import Draft, end_of, shifted
from dateline.reading.finding.datelines import dateline_at
from dateline.reading.finding.lines import Line

_FOOT = re.compile(r"(?<=[.!?”\"»])\s+(?=[^\W\d_][^.!?]{2,60}(?:19|20)\d\d\.?$)")


def give_foot(draft: Draft, lines: Sequence[tuple[Line, int]]) -> None:
    """A place and date that close the text instead of opening it."""
    if "dateline" in draft.fields or not draft.body:
        return
    for number in range(len(draft.body) - 1, max(-1, len(draft.body) - 4), -1):
        (start, end), gap = draft.body[number]
        window = draft.source[max(start, end - 110) : end]
        found = _FOOT.search(window)
        if found is None:
            continue
        at = end - len(window) + found.end()
        dateline = dateline_at(draft.source[at:end])
        if dateline is None or dateline.date is None or dateline.place is None or dateline.date.year is None:
            continue
        draft.body[number] = ((start, end_of(draft.source, start, at)), gap)
        draft.claim("dateline", at + dateline.start, at + dateline.end)
        draft.dates.append((1, dateline.date, shifted((dateline.date.start, dateline.date.end), at)))
        draft.places.insert(0, shifted(dateline.place, at))
        draft.mark(at + dateline.end, end, "punctuation")
        return
