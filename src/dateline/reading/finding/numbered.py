"""Answers which lines are numbered headlines: '1) A LA OPINIÓN PÚBLICA', each with its text before the next number."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line

FEWEST = 3
"""So many numbers must follow each other."""

_NUMBER = re.compile(r"(\d{1,3})[.)]{1,2}\s+[^\W\d_a-z¿¡“\"]*[^\W\d_a-z]")


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
