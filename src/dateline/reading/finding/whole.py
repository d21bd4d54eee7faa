"""Answers whether a text is one release from its first line to its last, and where its paragraphs begin and end.

A second release needs a headline and a date, label or dateline of its own before paragraphs of its own. Sections about the
sender, notes to editors, subheads and lists of related news have less, however they look by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.finding import kinds
from dateline.reading.finding.letterheads import CAPTION, is_about, is_address, is_elsewhere
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_read_on
from dateline.reading.finding.rating import rate_headline

PARAGRAPH = 110
"""A line of that length that ends as a sentence does is a paragraph; tuned on the shortest paragraphs of single releases."""

SENTENCE = 64
"""A shorter sentence is no paragraph, nor is a shorter line that ends otherwise."""

LONG_TEXT, SIGNED_TEXT = 700, 140
"""Characters of paragraphs that make one release of a page: without, and with a label, end mark or dateline."""

NEAR = 6
"""Lines above a paragraph in which a release's headline and date must stand."""

NOTE_SHARE = 0.2
"""What opens like a release but is shorter than that share of the page's longest is none."""

MAX_DATED = 3
"""More dated lines above the first paragraph are a list."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Where the paragraphs of a page's one release stand, as numbers of lines."""

    top: int  # first line that can belong to it
    body: int  # its first paragraph
    cut: int  # behind its last line


def is_paragraph(line: Line) -> bool:
    """Tell whether the line is a paragraph of running text."""
    if line.kind not in (kinds.TEXT, kinds.DATELINE) or len(line.text) < SENTENCE:
        return False
    if len(line.text) < PARAGRAPH:
        return line.text[-1] in ".!?…" or (line.text[-1] in '”"»' and line.text[-2] in ".!?…,")
    return line.text[-1] in '.!?…”"»’:)' or len(line.text) > 2 * PARAGRAPH


def whole_of(lines: Sequence[Line]) -> Whole | None:
    """Give the page's one release; None where the page holds none or several."""
    numbers = [n for n, line in enumerate(lines) if is_paragraph(line)]
    if not numbers:
        return None
    if sum(line.kind == kinds.BARE for line in lines) or _ways_on(lines) >= 2:
        return None
    openings = _openings(lines, numbers)
    if len(openings) > 1 or _datelines(lines) > 1 or _goes_on_behind(lines):
        return None
    body = openings[0] if openings else numbers[0]
    cut = _cut(lines, body)
    inner = lines[body:cut]
    length = sum(len(line.text) for line in inner if is_paragraph(line) or line.kind == kinds.ADVISORY)
    head = lines[:body]
    signed = (
        any(line.kind == kinds.END for line in lines[body:])
        or any(line.kind == kinds.LABEL and line.label is not None and line.label.is_strong for line in head)
        or any(line.kind == kinds.EMBARGO for line in head)
        or (lines[body].kind == kinds.DATELINE)
        or any(line.kind == kinds.DATE and line.dateline is not None for line in (*head, *inner))
        or (bool(openings) and _ways_on(lines) == 0 and sum(line.kind == kinds.DATE for line in lines[:cut]) == 1)
    )
    dated = sum(line.kind in (kinds.DATE, kinds.DATED, kinds.TRAILED) for line in head)
    if dated > MAX_DATED or (not signed and not dated and not openings):
        return None
    if length < (SIGNED_TEXT if signed else LONG_TEXT):
        return None
    top = max((k + 1 for k in numbers if k < body), default=0)
    while body > top and lines[body - 1].kind == kinds.ADVISORY:
        body -= 1
    for number in range(max(top, 1), body):
        if lines[number].kind == kinds.ADVISORY:
            body = number
            break
    return Whole(top, body, cut)


def openings_of(lines: Sequence[Line]) -> list[int]:
    """Give the numbers of the paragraphs with which whole texts begin; none on a page that leads on to its texts."""
    if _ways_on(lines) >= 2 or any(line.kind == kinds.BARE for line in lines):
        return []
    return _openings(lines, [n for n, line in enumerate(lines) if is_paragraph(line)])


def _openings(lines: Sequence[Line], numbers: Sequence[int]) -> list[int]:
    """Give the first paragraphs of releases; what is small beside the longest is a note of the page."""
    found: list[list[int]] = []  # number of the first paragraph, characters of all
    for k, n in enumerate(numbers):
        if _opens(lines, numbers[k - 1] + 1 if k else 0, n):
            found.append([n, 0])
        if found:
            found[-1][1] += len(lines[n].text)
    longest = max((length for _, length in found), default=0)
    return [n for n, length in found if length >= NOTE_SHARE * longest]


def _ways_on(lines: Sequence[Line]) -> int:
    return sum(
        line.way_on is not None or (line.kind == kinds.LINK and is_read_on(line.text.split("  ")[0])) for line in lines
    )


def _goes_on_behind(lines: Sequence[Line]) -> bool:
    """Tell whether a date line stands behind an end mark, as in a further release."""
    end = next((n for n, line in enumerate(lines) if line.kind == kinds.END), len(lines))
    behind = lines[end + 1 :]
    return any(line.kind == kinds.DATE and line.dateline is not None for line in behind) and any(
        is_paragraph(line) for line in behind
    )


def _datelines(lines: Sequence[Line]) -> int:
    """Count the days and places with which paragraphs open."""
    return len(
        {
            (line.text[slice(*found.place)], found.date.first, found.date.second, found.date.year)
            for line in lines
            if line.kind == kinds.DATELINE
            and (found := line.dateline) is not None
            and found.date is not None
            and found.place is not None
            and found.strength == 3
        }
    )


def _opens(lines: Sequence[Line], start: int, number: int) -> bool:
    """Tell whether the paragraph is a release's first: headline and date, label or dateline stand right above it."""
    line = lines[number]
    has_date = line.kind == kinds.DATELINE and line.dateline is not None
    has_head = False
    for above in reversed(lines[max(start, number - NEAR) : number]):
        if above.kind == kinds.FURNITURE and above.why in ("section heading", "another section"):
            break
        if above.kind in (kinds.DATE, kinds.DATED, kinds.TRAILED) and above.date is not None:
            has_date = True
            has_head = has_head or above.kind != kinds.DATE
        elif (
            above.kind == kinds.LABEL and above.label is not None and above.label.is_strong
        ) or above.kind == kinds.EMBARGO:
            has_date = True
        elif above.kind in (kinds.TEXT, kinds.NOTE) and above.text.count(" ") >= 3:
            has_head = has_head or (
                rate_headline(above.text) >= 0.9
                and not is_address(above.text)
                and not is_about(above.text)
                and not CAPTION.match(above.text)
            )
    return has_date and has_head


def _cut(lines: Sequence[Line], body: int) -> int:
    """Give the line behind the release: where a list of other releases or the page's foot begins."""
    length = 0
    for number in range(body, len(lines)):
        line = lines[number]
        if is_paragraph(line) or line.kind == kinds.ADVISORY:
            length += len(line.text)
            continue
        if length < SIGNED_TEXT:
            continue
        if line.kind == kinds.FURNITURE and line.why in ("section heading", "another section"):
            return number
        if line.kind in (kinds.TEXT, kinds.FURNITURE, kinds.LINK) and is_elsewhere(line.text):
            return number
        if line.kind in (kinds.DATED, kinds.TRAILED) and len(line.text) < PARAGRAPH:
            return number
        if line.kind == kinds.DATE and line.dateline is None and not _goes_on(lines, number):
            return number - (lines[number - 1].kind == kinds.TEXT and not is_paragraph(lines[number - 1]))
    return len(lines)


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """A date between a release's own paragraphs is no sign of another's."""
    return is_paragraph(lines[number - 1]) or any(is_paragraph(x) for x in lines[number + 1 : number + 2])
