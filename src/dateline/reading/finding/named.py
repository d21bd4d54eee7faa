"""Answers which lines are headlines because something beside them says so: the link that names them, or the minutes they take to read."""

import re
from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import headline_of, is_time_ago

NEAR = 12
"""So many lines above a link its headline can stand."""

_MINUTES = re.compile(r"\d+\s+min(?:utes?|utos|uten)?\.?(?:\s+(?:read|de\s+lectura|de\s+lecture|de\s+leitura|lesezeit))?$", re.IGNORECASE)


def named(lines: Sequence[Line]) -> tuple[frozenset[int], frozenset[int]]:
    """Give the starts of such headlines, and of the lines right above them that are none: captions of a picture, authors."""
    heads: set[int] = set()
    others: set[int] = set()
    last = -1
    for number, line in enumerate(lines):
        if line.kind == kinds.LINK and (about := headline_of(line.text)) is not None:
            own = about.casefold().rstrip(" .…")
            for above in range(number - 1, max(last, number - NEAR - 1), -1):
                if _is_named(lines[above], own):
                    heads.add(lines[above].start)
                    if above - 1 > last and not lines[above].gap and lines[above - 1].kind == kinds.TEXT:
                        others.add(lines[above - 1].start)
                    break
            last = number
        elif number + 1 < len(lines) and line.kind == kinds.LINK and _MINUTES.match(line.text) and _is_dated(lines, number):
            below = lines[number + 1]
            if below.kind == kinds.TEXT and not below.gap and number >= 2 and lines[number - 2].kind == kinds.TEXT:
                heads.add(below.start)
                others.add(lines[number - 2].start)
    return frozenset(heads), frozenset(others)


def _is_named(line: Line, own: str) -> bool:
    if line.kind != kinds.TEXT or len(line.text) > 200:
        return False
    text = line.text.strip(" “”\"«»–—-.:").casefold()
    return text == own or (len(own) >= 30 and text.startswith(own))


def _is_dated(lines: Sequence[Line], number: int) -> bool:
    """Tell whether the line above is a day, or says how long ago it was, and belongs to the line above it."""
    if number < 2 or lines[number].gap or lines[number - 1].gap:
        return False
    above = lines[number - 1]
    return above.kind == kinds.DATE or (above.kind == kinds.NOTE and is_time_ago(above.text))
