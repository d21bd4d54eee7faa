"""Answers what is weak about a release: a second opening inside it, or a headline that hardly looks like one."""

from collections.abc import Sequence

from dateline.reading import doubts
from dateline.reading.composing.draft import Draft
from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import AFTER, BODY, HEAD

WEAK_HEADLINE = -0.6
"""A line that scores less as a headline by itself is doubted; set so that one- and two-word headlines are not."""


def give_doubts(draft: Draft, lines: Sequence[tuple[Line, int]], called: set[int]) -> None:
    """Say what is weak about the segment itself: a second opening inside it, or a headline that hardly looks like one."""
    openings = 0
    for line, role in lines:
        if role == BODY and line.kind == kinds.DATELINE and line.dateline is not None and line.start not in called:
            openings += line.dateline.date is not None and line.dateline.strength == 3
        if role == HEAD and line.kind in (kinds.TEXT, kinds.FURNITURE) and line.scores.get(HEAD, 0.0) < WEAK_HEADLINE:
            draft.doubts.append(doubts.HEADLINE_UNSURE)
    ends = sum(line.kind == kinds.END and role != AFTER for line, role in lines)
    if openings > 1 or ends > 2:
        draft.doubts.append(doubts.POSSIBLE_JOIN)
