"""Takes the lines of a column and says where each goes on in the next, and where a paragraph ends."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from dateline.reading.paging.columns import Column
from dateline.reading.paging.lines import joined
from dateline.reading.paging.words import HYPHENS, Word

SPACE = 0.25
"""The width of a space by the height of its line."""

WIDE = 2.2
"""Heights of a line between words from which a tab or a cell's edge stands there."""

SAME = 0.08
"""The share by which letters of one size differ: fonts of a family do."""

LARGE = 1.12
"""A heading's size by the text's."""

JOIN, LINE, PARAGRAPH = " ", "\n", "\n\n"

_OPENS = re.compile(r"(?:[-–—*•·▪●○‣◦➢✓❖§]|\(?\d{1,2}[.)]|\(?[a-z]\))$")
_LABEL = re.compile(r"[A-ZÁÉÍÓÚÑÜÇ][A-ZÁÉÍÓÚÑÜÇ /&]{1,24}:|[A-Z][a-zéñ]{1,12}:$")
_ENDS = re.compile(r"[.!?…:][\"”»')\]]*$")
_STARTS_ANEW = re.compile(r"\S+@\S+|https?://|www\.|[+(]{0,2}\d{2,4}[-.) ]{1,2}\d{2,4}[-. ]\d{2,4}")
"""An address or a number is too long for most lines, and stands on one of its own."""

WRAPPED = 40
"""Characters of a line from which it may be one of a paragraph that was parted by counting."""

_SAYS_RELEASE = re.compile(
    r"\W*(?:for\s+immediate|(?:press|news|media)\s+(?:release|advisory|alert|statement)|embargo|comunicado|nota\s|bolet[ií]n|aviso|convocatoria|communiqu|pour\s+diffusion|para\s|pressemit|contact)",
    re.IGNORECASE,
)
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
    cell: float | None = None  # where the last of its cells begins, in which lines below may go on

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def lines_of(column: Column) -> Iterator[Line]:
    """Give a column's lines, spaced letters joined, with the place of tabs."""
    for runs in column.lines:
        words = joined(runs)
        gaps = [after.left - before.right for before, after in itertools.pairwise(words)]
        # In a justified line all spaces are wide; a tab or a cell's edge is wider than the others.
        wide = max(WIDE * max(run.size for run in runs), 2.5 * median(gaps) if len(gaps) > 2 else 0.0)
        tabs = frozenset(n for n, gap in enumerate(gaps, 1) if gap > wide)
        size = median(word.size for word in words)
        cell = words[max(tabs)].left if tabs else None
        yield Line(words, tabs, words[0].left, words[-1].right, words[0].base, size, cell=cell)


def settle(lines: Sequence[Line], right: float, size: float) -> None:
    """Say of each line but the first what parts it from the one above.

    `right` is the edge to which lines run, `size` that of most of the document's letters.
    """
    if not lines:
        return
    pitches = [
        a.base - b.base
        for a, b in itertools.pairwise(lines)
        if abs(a.size - b.size) < SAME * a.size and 0 < a.base - b.base < 3 * a.size
    ]
    widths = [line.right - line.left for line in lines]
    of = Measure(
        left=_usual_left(lines),
        right=right,
        pitch=_usual(pitches) if pitches else 1.2 * lines[0].size,
        size=size,
        most=max(len(line.text) for line in lines),
        is_filled=sum(width > 0.85 * max(widths) for width in widths) * 2 >= len(widths),
        is_flush_right=len(lines) > 1
        and max(line.right for line in lines) - min(line.right for line in lines) < 2
        and len({round(line.left) for line in lines}) * 3 >= 2 * len(lines),
        is_narrow=max(line.right for line in lines) - min(line.left for line in lines)
        < 0.75 * (right - min(line.left for line in lines))
        or max(len(line.text) for line in lines) < 45,
    )
    for above, line in itertools.pairwise(lines):
        if (
            above.cell is not None
            and not line.tabs
            and abs(line.left - above.cell) < 2
            and above.base - line.base < 1.35 * max(of.pitch, line.size)
        ):
            line.cell = above.cell
            line.before = LINE if _would_fit(above, line, of) else JOIN
        else:
            line.before = _between(above, line, of)


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
    size: float  # of most of the document's letters
    most: int  # characters of the longest line
    is_filled: bool  # half of the lines and more are as long as the longest: prose
    is_flush_right: bool
    is_narrow: bool  # a column of lines shorter than prose has


def _between(above: Line, line: Line, of: Measure) -> str:
    gap = above.base - line.base
    if abs(above.size - line.size) > SAME * max(above.size, line.size) or gap < -line.size:
        return PARAGRAPH
    is_large = line.size > LARGE * of.size
    if gap > 1.35 * max(of.pitch * max(1.0, line.size / of.size), 0.9 * line.size):
        return PARAGRAPH
    first = line.words[0].text
    if (
        _OPENS.match(first)
        or first[0] in "•▪●◦➢"
        or _LABEL.match(line.text)
        or line.tabs
        or above.tabs
        or of.is_flush_right
    ):
        return LINE
    if is_large and not _SAYS_RELEASE.match(above.text):
        return JOIN  # a headline's lines are parted by eye
    if above.text.isupper() and not line.text.isupper():
        return PARAGRAPH if line.left > above.left + line.size else LINE
    is_indented = line.left > of.left + 0.7 * line.size and line.left - above.left > 0.7 * line.size
    if is_indented and _ENDS.search(above.text) and not _is_centred(line, of):
        return PARAGRAPH
    if (
        above.left > of.left + 0.3 * (of.right - of.left)
        and line.left < above.left - 4 * line.size
        and not _is_centred(above, of)
    ):
        return LINE  # back from the right margin
    goes_on = line.text[0].islower() and not _ENDS.search(above.text)
    if of.is_narrow and not of.is_filled:
        return JOIN if goes_on and not _STARTS_ANEW.match(line.text) else LINE
    if not _would_fit(above, line, of):
        is_short = of.is_narrow or above.right - of.left < 0.9 * (of.right - of.left)
        return LINE if is_short and _STARTS_ANEW.match(line.text) and above.text[-1] not in "|·•,;/–—" else JOIN
    if len(above.text) >= WRAPPED and (goes_on or len(above.text) + 1 + len(first) > of.most):
        return JOIN  # parted by count of characters, as programs do that draw line by line
    is_last = of.right - above.right > 0.1 * (of.right - of.left) and len(above.text) > 25
    if is_last and _ENDS.search(above.text) and not _NUMBER.search(above.text[-4:]):
        return PARAGRAPH if len(line.text) > 45 else LINE
    return LINE


def _would_fit(above: Line, line: Line, of: Measure) -> bool:
    """Tell whether the first word would have had room in the line above: then the break was meant."""
    first, width = line.words[0], of.right - of.left
    room = first.right - first.left + SPACE * line.size
    if _is_centred(above, of) and _is_centred(line, of):
        return above.right - above.left + room < width * 0.97
    if above.left > of.left + 0.4 * width and line.left > of.left + 0.4 * width:
        return True  # a block at the right margin: letterheads, dates, places
    return above.right + room < of.right - 0.5


def _is_centred(line: Line, of: Measure) -> bool:
    return line.left > of.left + line.size and abs(line.left + line.right - of.left - of.right) < 0.04 * (
        of.right - of.left
    )


def goes_on_overleaf(last: Line, first: Line, left: float, right: float) -> bool:
    """Tell whether a paragraph that ends a page or a column goes on at the top of the next."""
    if abs(last.size - first.size) > SAME * last.size or last.tabs or first.tabs or _OPENS.match(first.words[0].text):
        return False
    if last.text[-1] in HYPHENS and first.text[0].islower():
        return True
    word = first.words[0]
    if last.right + word.right - word.left + SPACE * last.size < right - 0.5 and not (
        first.text[0].islower() and len(last.text) >= WRAPPED
    ):
        return False
    return not _ENDS.search(last.text) or first.text[0].islower()
