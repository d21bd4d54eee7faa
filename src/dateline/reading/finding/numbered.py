"""Answers which lines are numbered headlines: '1) A LA OPINIÓN PÚBLICA', each with its text before the next number."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line

FEWEST = 3
"""So many numbers must follow each other."""

_NUMBER = re.compile(r"(\d{1,3})[.)]{1,2}\s+[^\W\d_a-z¿¡“\"]*[^\W\d_a-z]")


def rows_of(lines: Sequence[Line]) -> frozenset[int]:
    """Give the starts of three or more lines right below each other that count from one: a result or list inside a text."""
    if not any(line.kind in (kinds.DATE, kinds.DATELINE) for line in lines):
        return frozenset()  # where no release is dated, such a list may be of releases
    out: set[int] = set()
    run: list[int] = []
    for line in lines:
        match = _NUMBER.match(line.text) if line.kind == kinds.TEXT and len(line.text) <= 160 else None
        if match is not None and int(match[1]) == len(run) + 1 and (not run or not line.gap):
            run.append(line.start)
            continue
        out.update(run if len(run) >= FEWEST else ())
        run = [line.start] if match is not None and int(match[1]) == 1 else []
    out.update(run if len(run) >= FEWEST else ())
    return frozenset(out)


def numbered(lines: Sequence[Line]) -> frozenset[int]:
    """Give the starts of such lines; none where the numbers do not follow each other or stand without text between them."""
    found = [
        (n, int(match[1]))
        for n, line in enumerate(lines)
        if line.kind == kinds.TEXT and len(line.text) <= 160 and (match := _NUMBER.match(line.text)) is not None
    ]
    if len(found) < FEWEST or [number for _, number in found] != list(range(found[0][1], found[0][1] + len(found))):
        return frozenset()
    places = [n for n, _ in found]
    if any(below - above < 2 for above, below in pairwise(places)):
        return frozenset()
    return frozenset(lines[n].start for n in places if lines[n].text[-1] not in ".;,:")
