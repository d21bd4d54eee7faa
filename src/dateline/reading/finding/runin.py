"""Answers where headline, date and text of a release run in one line: 'Ashby Lights Its Bridge. (May 4, 2011) After two years …'."""

import re
from collections.abc import Sequence

from dateline.reading.finding.datelines import dateline_at
from dateline.reading.finding.dates import dates_in
from dateline.reading.finding.lines import Line

FEWEST = 3
"""So many lines must run in before they are cut: one may be a sentence with a day in it."""

HEAD, TEXT, WITHIN = 110, 20, 170
"""Most characters of such a headline, fewest of the text behind, and characters in which the date must stand."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENS = re.compile(r"[.!?]?\s*(?:[(\[]|\s[–—|-]{1,2}\s)\s*$|[.!?]\s+$")
_CLOSES = re.compile(r"\s*(?:[)\]]\s*[.:–—-]*|\.|:|\s[–—|-]{1,2})\s+(?=[^\W\d_a-z]|[\"“«¿¡])")
_SENTENCES = re.compile(r"[.!?]\s+\S")


def parted(lines: Sequence[Line]) -> list[Line]:
    """Give the lines with such ones cut in three."""
    cuts = {number: cut for number, line in enumerate(lines) if (cut := _cut(line.text)) is not None}
    if len(cuts) < FEWEST:
        return list(lines)
    out: list[Line] = []
    for number, line in enumerate(lines):
        if number not in cuts:
            out.append(line)
            continue
        head, start, end, body = cuts[number]
        for s, e, gap in ((0, head, line.gap), (start, end, 0), (body, len(line.text), 0)):
            out.append(Line(line.start + s, line.start + e, line.text[s:e], gap))
    return out


def _cut(text: str) -> tuple[int, int, int, int] | None:
    """Give where the headline ends, where the date begins and ends, and where the text begins."""
    if len(text) < 2 * TEXT or not text[0].isupper() or not _YEAR.search(text, 10, WITHIN):
        return None
    dates = [date for date in dates_in(text[:WITHIN]) if date.year is not None]
    if not dates or not 10 < dates[0].start <= HEAD:
        return None
    date = dates[0]
    opens = _OPENS.search(text, 0, date.start)
    closes = _CLOSES.match(text, date.end)
    if opens is None or closes is None or len(text) - closes.end() < TEXT:
        return None
    head = opens.start()
    if text[:head].count(" ") < 2 or _SENTENCES.search(text, 0, head):
        return None
    dateline = dateline_at(text)
    if dateline is not None and dateline.place is not None and dateline.strength >= 2:
        return None
    return head, date.start, date.end, closes.end()
