"""Takes the lines of a column and says where each goes on in the next, and where a paragraph ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from dateline.reading.paging.columns import Column
from dateline.reading.paging.lines import Run, joined
from dateline.reading.paging.words import HYPHENS, Word

SPACE = 0.25
"""The width of a space by the height of its line."""

WIDE = 2.2
"""Heights of a line between words from which a tab or a cell's edge stands there."""

JOIN, LINE, PARAGRAPH = " ", "\n", "\n\n"

_OPENS = re.compile(r"(?:[-–—*•·▪●○‣◦➢✓❖§]|\(?\d{1,2}[.)]|\(?[a-z]\))$")
_LABEL = re.compile(r"[A-ZÁÉÍÓÚÑÜÇ][A-ZÁÉÍÓÚÑÜÇ /&]{1,24}:|[A-Z][a-zéñ]{1,12}:$")
_ENDS = re.compile(r"[.!?…:][\"”»')\]]*$")
_STARTS_ANEW = re.compile(r"\S+@\S+|https?://|www\.|[+(]?\d{2,4}[-.)]")
"""An address or a number is too long for most lines, and stands on one of its own."""

WRAPPED = 40
"""Characters of a line from which it may be one of a paragraph that was parted by counting."""

_NUMBER = re.compile(r"\d")


@dataclass(slots=True)
class Line:
    """A line as it is read."""

    words: list[Word]
    tabs: frozenset[int]  # words before which a tab stands
    left: float
    right: float
    base: float
    size: float
    before: str = PARAGRAPH  # what parts it from the line above

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def lines_of(column: Column) -> Iterator[Line]:
    """Give a column's lines, spaced letters joined, with the place of tabs."""
    for runs in column.lines:
        words = joined(runs)
        reaches = runs[0].left - column.left < 2 and column.right - runs[-1].right < 2
        wide = (WIDE + 1.5 if reaches else WIDE) * max(run.size for run in runs)
        tabs = frozenset(n for n in range(1, len(words)) if words[n].left - words[n - 1].right > wide)
        size = median(word.size for word in words)
        yield Line(words, tabs, words[0].left, words[-1].right, words[0].base, size)


def settle(lines: Sequence[Line], right: float) -> None:
    """Say of each line but the first what parts it from the one above; `right` is the edge to which lines run."""
    if not lines:
        return
    left = _usual_left(lines)
    pitches = [a.base - b.base for a, b in zip(lines, lines[1:], strict=False) if abs(a.size - b.size) < 0.08 * a.size and 0 < a.base - b.base < 3 * a.size]
    pitch = _usual(pitches) if pitches else 1.2 * lines[0].size
    most = max(len(line.text) for line in lines)
    for above, line in zip(lines, lines[1:], strict=False):
        line.before = _between(above, line, Measure(left, right, pitch, most))


def _usual(pitches: Sequence[float]) -> float:
    """Give the distance of lines within paragraphs: the smallest that is met often."""
    ordered = sorted(pitches)
    return ordered[max(0, len(ordered) // 3 - (len(ordered) < 4))]


def _usual_left(lines: Sequence[Line]) -> float:
    counts: dict[int, int] = {}
    for line in lines:
        counts[round(line.left)] = counts.get(round(line.left), 0) + 1
    most = max(counts.values())
    return float(min(place for place, count in counts.items() if count * 2 >= most))


@dataclass(frozen=True, slots=True)
class Measure:
    """What a column's lines have in common."""

    left: float
    right: float  # the edge to which lines run
    pitch: float  # from one line of a paragraph to the next
    most: int  # characters of the longest line


def _between(above: Line, line: Line, of: Measure) -> str:
    left, right, pitch = of.left, of.right, of.pitch
    gap = above.base - line.base
    far = gap > 1.35 * max(pitch, 0.9 * line.size) or gap < -line.size
    if abs(above.size - line.size) > 0.08 * max(above.size, line.size):
        return PARAGRAPH
    if far:
        return PARAGRAPH
    first = line.words[0].text
    if _OPENS.match(first) or first[0] in "•▪●◦➢" or _LABEL.match(line.text):
        return LINE
    if line.tabs or above.tabs:
        return LINE
    is_indented = line.left > left + 0.7 * line.size and abs(line.left - above.left) > 0.7 * line.size
    if is_indented and above.left <= left + 0.5 * line.size and _ENDS.search(above.text) and not _is_centred(line, left, right):
        return PARAGRAPH
    if not _would_fit(above, line, left, right):
        is_short = above.right - left < 0.7 * (right - left)
        return LINE if is_short and _STARTS_ANEW.match(first) else JOIN
    if len(above.text) >= WRAPPED and (line.text[0].islower() or len(above.text) + 1 + len(first) > of.most):
        return JOIN  # parted by count of characters, as programs do that draw line by line
    if _ENDS.search(above.text) and len(above.text) > 25 and right - above.right > 0.1 * (right - left) and not _NUMBER.search(above.text[-4:]):
        return PARAGRAPH if len(line.text) > 45 else LINE
    return LINE


def _would_fit(above: Line, line: Line, left: float, right: float) -> bool:
    """Tell whether the first word would have had room in the line above: then the break was meant."""
    first = line.words[0]
    room = first.right - first.left + SPACE * line.size
    if _is_centred(above, left, right) and _is_centred(line, left, right):
        return above.right - above.left + room < (right - left) * 0.97
    if above.left > left + 0.4 * (right - left) and line.left > left + 0.4 * (right - left):
        return True  # a block at the right margin: letterheads, dates, places
    return above.right + room < right - 0.5


def _is_centred(line: Line, left: float, right: float) -> bool:
    return line.left > left + line.size and abs((line.left + line.right) / 2 - (left + right) / 2) < 0.02 * (right - left)


def goes_on_overleaf(last: Line, first: Line, left: float, right: float) -> bool:
    """Tell whether a paragraph that ends a page goes on at the top of the next."""
    if abs(last.size - first.size) > 0.08 * last.size or last.tabs or first.tabs:
        return False
    if _would_fit(last, first, left, right) or _OPENS.match(first.words[0].text):
        return False
    return not _ENDS.search(last.text) or first.text[0].islower() or last.text[-1] in HYPHENS
