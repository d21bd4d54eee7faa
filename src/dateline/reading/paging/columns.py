"""Takes the runs of a page and gives its columns in the order in which they are read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from dateline.reading.paging.lines import Run

FEWEST = 3
"""Lines on either side of a gutter; two pairs of words stand above each other by chance."""

PROSE = 22
"""Characters of a line in a column of prose; a table's cells have fewer on the average."""

DEEPEST = 4
"""Columns within columns."""

BESIDE = 0.8
"""Heights of a line by which lines beside each other may be shifted."""

_CONTACT = re.compile(
    r"\W*(?:(?:media|press|news)\s+)?(?:contacts?|inquiries)\b|\W*(?:contactos?|kontakt|for\s+more\s+information|for\s+further\s+information|m[aá]s\s+informaci[oó]n)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Column:
    """Lines that are read one after the other."""

    lines: list[list[Run]]  # from the top down; runs from the left
    left: float
    right: float


def columns_of(runs: Sequence[Run], depth: int = 0) -> Iterator[Column]:
    """Give the columns of a page or a part of one; what goes across stands between those above and those below it."""
    if not runs:
        return
    gutter = _gutter(runs) if len(runs) >= 2 * FEWEST and depth < DEEPEST else None
    if gutter is None:
        yield Column(_lines(runs), min(r.left for r in runs), max(r.right for r in runs))
        return
    (_left, right), (top, bottom) = gutter
    above = [run for run in runs if run.base > top]
    below = [run for run in runs if run.base < bottom]
    between = [run for run in runs if bottom <= run.base <= top]
    yield from columns_of(above, depth)
    yield from columns_of([run for run in between if run.right <= right], depth + 1)
    yield from columns_of([run for run in between if run.right > right], depth + 1)
    yield from columns_of(below, depth)


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        if lines and abs(lines[-1][0].base - run.base) < 0.35 * run.size:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _gutter(runs: Sequence[Run]) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """Find the white strip that parts most lines: its sides, and its top and bottom."""
    size = median(run.size for run in runs)
    best: tuple[float, tuple[tuple[float, float], tuple[float, float]]] | None = None
    seen: set[int] = set()
    ordered = sorted(runs, key=lambda run: -run.base)
    for candidate in sorted(runs, key=lambda run: -run.right):  # of edges that lie near each other the outermost
        x = candidate.right + 0.1
        if int(x / 4) in seen:
            continue
        seen.add(int(x / 4))
        for band in _bands(ordered, x, x + 0.7 * size):
            left = [run for run in band if run.right <= x]
            right = [run for run in band if run.left > x]
            if len(left) < FEWEST or len(right) < FEWEST or not _are_columns(left, right):
                continue
            score = min(sum(len(run.text) for run in left), sum(len(run.text) for run in right))
            edges = (max(run.right for run in left), min(run.left for run in right))
            if best is None or score > best[0]:
                best = (score, (edges, (max(run.base for run in band), min(run.base for run in band))))
    return None if best is None else best[1]


def _bands(ordered: Sequence[Run], left: float, right: float) -> Iterator[list[Run]]:
    """Part the runs, from the top down, where one goes across the strip."""
    band: list[Run] = []
    for run in ordered:
        if run.left < right and run.right > left:
            if band:
                yield band
            band = []
        else:
            band.append(run)
    if band:
        yield band


def _are_columns(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Tell columns, which are read one after the other, from a table's cells, which are read across."""
    heights = [run.base for run in right]
    few, many = sorted((left, right), key=len)
    beside = sum(any(abs(run.base - other.base) < BESIDE * run.size for other in many) for run in few)
    if beside < 0.6 * len(few):
        return False  # one stands below the other
    if _is_prose(left) and _is_prose(right):
        return True
    level = sum(any(abs(run.base - base) < 0.3 * run.size for base in heights) for run in left)
    if level < 0.5 * min(len(left), len(right)):
        return True
    goes_on = sum(run.text[0].islower() for run in right)
    if _is_prose(right) and goes_on * 2 >= len(right) and len(left) * 2 >= len(right):
        return True  # a narrow column beside running text; labels stand beside the beginnings of paragraphs only
    starts = [run.text for run in sorted(right, key=lambda run: -run.base)[:2]]
    return any(_CONTACT.match(text) for text in starts) and not _CONTACT.match(max(left, key=lambda run: run.base).text)


def _is_prose(runs: Sequence[Run]) -> bool:
    return len(runs) >= FEWEST and sum(len(run.text) for run in runs) >= PROSE * len(runs)
