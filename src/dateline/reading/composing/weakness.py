"""Answers what is weak about a release: a second opening inside it, or a headline that hardly looks like one."""

from collections.abc import Sequence

from dateline.reading import doubts
from dateline.reading.composing.draft import Draft
from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import AFTER, BODY, HEAD

WEAK_HEADLINE = -0.6
"""A line that scores less as a headline by itself is doubted; set so that one- and two-word headlines are not."""


PARAGRAPHS, LONG = 1, 110
"""So many paragraphs of that length must have been read before a further opening is one."""


def _opens_again(lines: Sequence[tuple[Line, int]], called: set[int]) -> bool:
    """Tell whether, behind paragraphs of text, a line stands that only opens a release: a label, a dateline, a place with a day."""
    paragraphs = 0
    has_dateline = False
    for line, _ in lines:
        if line.start in called:
            continue
        is_dateline = line.kind == kinds.DATELINE and line.dateline is not None and line.dateline.place is not None
        if paragraphs >= PARAGRAPHS:
            if line.kind == kinds.LABEL and line.label is not None and line.label.is_strong:
                return True
            if (is_dateline and has_dateline) or (
                line.kind == kinds.DATE and line.dateline is not None and has_dateline
            ):
                return True
        has_dateline = has_dateline or is_dateline
        paragraphs += line.kind in (kinds.TEXT, kinds.DATELINE) and len(line.text) >= LONG
    return False


def give_doubts(draft: Draft, lines: Sequence[tuple[Line, int]], called: set[int]) -> None:
    """Say what is weak about the segment itself: a second opening inside it, or a headline that hardly looks like one."""
    openings = 0
    for line, role in lines:
        if role == BODY and line.kind == kinds.DATELINE and line.dateline is not None and line.start not in called:
            openings += line.dateline.date is not None and line.dateline.strength == 3
        if role == HEAD and line.kind in (kinds.TEXT, kinds.FURNITURE) and line.scores.get(HEAD, 0.0) < WEAK_HEADLINE:
            draft.doubts.append(doubts.HEADLINE_UNSURE)
    ends = sum(line.kind == kinds.END and role != AFTER for line, role in lines)
    if openings > 1 or ends > 2 or (not draft.page.is_listing and _opens_again(lines, called)):
        draft.doubts.append(doubts.POSSIBLE_JOIN)
