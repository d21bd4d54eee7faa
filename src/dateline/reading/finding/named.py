"""Answers which lines are headlines because something beside them says so: the link that names them, or the minutes they take to read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import headline_of, is_time_ago

NEAR = 12
"""So many lines above a link its headline can stand."""

_MINUTES = re.compile(
    r"\d+\s+min(?:utes?|utos|uten)?\.?(?:\s+(?:read|de\s+lectura|de\s+lecture|de\s+leitura|lesezeit))?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """The starts of such headlines, and of the lines right above them that are none."""

    heads: frozenset[int]
    captions: frozenset[int]  # what is shown beside the headline
    postings: frozenset[int]  # who posted it, and how long it takes to read


def named(lines: Sequence[Line]) -> Named:
    """Give such headlines, and what stands right above them."""
    heads: set[int] = set()
    captions: set[int] = set()
    postings: set[int] = set()
    last = -1
    for number, line in enumerate(lines):
        if line.kind == kinds.LINK and (about := headline_of(line.text)) is not None:
            own = about.casefold().rstrip(" .…")
            for above in range(number - 1, max(last, number - NEAR - 1), -1):
                if _is_named(lines[above], own):
                    heads.add(lines[above].start)
                    if above - 1 > last and not lines[above].gap and lines[above - 1].kind == kinds.TEXT:
                        captions.add(lines[above - 1].start)
                    break
            last = number
        elif (
            number + 1 < len(lines)
            and line.kind == kinds.LINK
            and _MINUTES.match(line.text)
            and _is_dated(lines, number)
        ):
            below = lines[number + 1]
            if below.kind == kinds.TEXT and not below.gap and lines[number - 2].kind in (kinds.TEXT, kinds.NOTE):
                heads.add(below.start)
                postings.update((lines[number - 2].start, line.start))
    return Named(frozenset(heads), frozenset(captions), frozenset(postings))


def _is_named(line: Line, own: str) -> bool:
    if line.kind != kinds.TEXT or len(line.text) > 200:
        return False
    text = line.text.strip(' “”"«»–—-.:').casefold()
    return text == own or (len(own) >= 30 and text.startswith(own))


def _is_dated(lines: Sequence[Line], number: int) -> bool:
    """Tell whether the line above is a day, or says how long ago it was, and belongs to the line above it."""
    if number < 2 or lines[number].gap or lines[number - 1].gap:
        return False
    above = lines[number - 1]
    return above.kind == kinds.DATE or (above.kind == kinds.NOTE and is_time_ago(above.text))
