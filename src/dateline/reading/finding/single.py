"""Answers which line of a single release has which role: its headline above all, chosen among the lines above its body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.finding import kinds
from dateline.reading.finding.blocks import block_end
from dateline.reading.finding.candidates import HEAD_LINES, SALUTED, rated
from dateline.reading.finding.letterheads import SUBJECT, is_address
from dateline.reading.finding.lines import Line
from dateline.reading.finding.rating import rate_headline
from dateline.reading.finding.roles import AFTER, BODY, DEND, DPRE, END, HEAD, LINK, META, OUT, PRE, SUB
from dateline.reading.finding.topics import is_topic_line
from dateline.reading.finding.whole import Whole, is_paragraph

CLOSE = 0.35
"""Headlines whose scores differ less are doubted."""

WEAK = 0.6
"""A headline that scores less is doubted, even without a rival."""

HEADER_LINES = 60
"""So many lines above the body are looked at."""

_OPEN_END = re.compile(
    r"(?:[,;–—-]|\b(?:of|the|a|an|to|and|for|in|on|at|with|by|from|de|del|la|el|los|las|y|e|en|a|para|por|con|du|des|le|les|et|à|da|do|dos|das|em|com))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Single:
    """The lines of a single release with their roles, and whether its headline is sure."""

    lines: list[tuple[Line, int]]
    is_sure: bool


def roles_of(lines: Sequence[Line], whole: Whole) -> Single | None:
    """Give each line its role; None where no line can be the headline."""
    blocks = blocks_of(lines)
    start = max(whole.top, whole.body - HEADER_LINES)
    ratings = rated(lines, whole, start, blocks)
    if not ratings:
        return None
    best = max(ratings, key=lambda n: (ratings[n], -n))
    last = _wrapped(lines, best, whole.body, blocks)
    rivals = [score for n, score in ratings.items() if not best <= n <= last + 1 and lines[n].text != lines[best].text]
    sure = ratings[best] >= WEAK and ratings[best] - max(rivals, default=-9.0) >= CLOSE
    start = max(start, best - HEAD_LINES)
    out = [(lines[n], role) for n in range(start, whole.body) if (role := _above(lines, n, best, last, blocks)) != OUT]
    out += below(lines, whole, blocks)
    return Single(out, sure)


def blocks_of(lines: Sequence[Line]) -> set[int]:
    """Give the numbers of the lines that stand in blocks of media contacts."""
    taken: set[int] = set()
    number = 0
    while number < len(lines):
        end = block_end(lines, number)
        taken.update(range(number, end))
        number = max(end, number + 1)
    return taken


def _wrapped(lines: Sequence[Line], best: int, body: int, blocks: set[int]) -> int:
    """Give the last line of a headline that runs over two or three."""
    last = best
    while last + 1 < body and last - best < 2:
        above, below = lines[last].text, lines[last + 1]
        if below.gap or below.text[0] in "-–—•*·" or last + 1 in blocks or below.kind not in (kinds.TEXT, kinds.NOTE):
            break
        if is_paragraph(below) or is_address(below.text):
            break
        capitals = above.isupper() and below.text.isupper() and above[-1] not in ".!?:" and len(above) >= 20
        if not (capitals or below.text[0].islower() or _OPEN_END.search(above)):
            break
        last += 1
    return last


def _above(lines: Sequence[Line], n: int, best: int, last: int, blocks: set[int]) -> int:
    """The role of a line above the body."""
    line = lines[n]
    if best <= n <= last:
        return HEAD
    if n in blocks:
        return PRE if n < best else META
    if line.kind in (kinds.LABEL, kinds.EMBARGO):
        return PRE if n < best else META
    if line.kind in (kinds.DATE, kinds.DATED, kinds.TRAILED):
        return DPRE if n < best else META
    if line.kind in (kinds.NOTE, kinds.LINK, kinds.FURNITURE, kinds.END):
        return META if n > best else OUT
    if n < best or line.kind == kinds.HEADING:
        return OUT
    if n == last + 1 and line.kind == kinds.TEXT and line.text.count(" ") >= 2 and rate_headline(line.text) > 0.2:
        return SUB
    if SALUTED.match(line.text) and n > last:
        return BODY
    if is_address(line.text) and not SUBJECT.match(line.text):
        return OUT
    return BODY if line.text.count(" ") >= 3 or line.text[-1] in ".!?:," else OUT


def below(lines: Sequence[Line], whole: Whole, blocks: set[int]) -> list[tuple[Line, int]]:
    """Give the lines from the first paragraph on their roles."""
    out: list[tuple[Line, int]] = []
    total = sum(len(x.text) for x in lines[whole.body : whole.cut] if is_paragraph(x))
    length = 0
    has_end = False
    for n in range(whole.body, len(lines)):
        line = lines[n]
        if n in blocks:
            out.append((line, AFTER if has_end or n >= whole.cut else META))
        elif n >= whole.cut:
            if line.kind == kinds.END:
                out.append((line, END))
            elif line.kind == kinds.NOTE and is_topic_line(line.text):
                out.append((line, AFTER))
        elif line.kind == kinds.END:
            has_end = has_end or length >= 0.4 * total
            out.append((line, END))
        elif has_end:
            out.append((line, AFTER))
        else:
            length += len(line.text) if is_paragraph(line) else 0
            out.append((line, _inside(line)))
    while out and out[-1][1] == LINK and out[-1][0].kind == kinds.FURNITURE:
        out.pop()
    return out


def _inside(line: Line) -> int:
    """The role of a line between the first paragraph and the end."""
    if line.kind in (kinds.FURNITURE, kinds.LINK, kinds.EMBARGO):
        return LINK
    if line.kind == kinds.LABEL and line.label is not None and line.label.is_strong:
        return META
    if line.kind == kinds.NOTE and line.text[0] != "(":
        return LINK
    if line.kind == kinds.DATE:
        return DEND if line.dateline is not None else META
    if line.kind == kinds.HEADING:
        return OUT if len(line.text) < 12 else BODY
    return BODY
