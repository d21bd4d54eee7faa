"""Answers where a page of several whole texts is cut, so that each can be read as the one release that it is."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.single import Single, roles_of
from dateline.reading.finding.whole import is_paragraph, openings_of, whole_of


def singles_of(lines: Sequence[Line]) -> list[Single]:
    """Give the releases of such a page; none where it is no such page, or a part of it can't be read by itself."""
    openings = openings_of(lines)
    if len(openings) < 2:
        return []
    starts = [0, *(_start(lines, above, below) for above, below in pairwise(openings))]
    out: list[Single] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = lines[start:end]
        whole = whole_of(part)
        single = roles_of(part, whole) if whole is not None else None
        if single is None:
            return []
        out.append(single)
    return out


def _start(lines: Sequence[Line], above: int, below: int) -> int:
    """Give the first line of the release whose first paragraph is `below`: its label, or what follows the text above it."""
    last = above
    for number in range(above, below):
        if lines[number].kind == kinds.END or is_paragraph(lines[number]):
            last = number
    for number in range(last + 1, below):
        line = lines[number]
        if line.kind == kinds.LABEL and line.label is not None and line.label.is_strong:
            while number - 1 > last and lines[number - 1].kind in (kinds.DATE, kinds.HEADING):
                number -= 1
            return number
    first = last + 1
    while first < below - 1 and _closes(lines[first]):
        first += 1
    return first


def _closes(line: Line) -> bool:
    """Tell whether the line can still belong to the text above it: a short sentence, a contact, what was posted with it."""
    if line.kind == kinds.TEXT:
        return line.text[-1] in ".!?”"
    return line.kind in (kinds.CONTACT, kinds.END, kinds.LINK, kinds.NOTE)
