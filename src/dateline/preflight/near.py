"""A cheap sign in a text → the stretches around it, in which an expensive question is then asked.

An archive of a hundred thousand releases is asked every question; nearly all of it has no sign of anything.
"""

import re
from collections.abc import Iterator

from dateline.preflight.finding import Span


def near(text: str, sign: re.Pattern[str], before: int, after: int) -> Iterator[Span]:
    """Give the stretches of the text within so many characters of a sign, those that touch joined."""
    begin = end = -1
    for found in sign.finditer(text):
        start = max(0, found.start() - before)
        if start > end:
            if end > 0:
                yield begin, end
            begin = start
        gap = text.find(" ", found.end() + after)  # a word that is cut reads as another
        end = gap if gap >= 0 else len(text)
    if end > 0:
        yield begin, end
