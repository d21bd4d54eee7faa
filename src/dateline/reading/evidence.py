"""Answers which of the segments found are releases: each must show something that only a release has."""

from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_read_on, is_time_ago
from dateline.reading.finding.others import is_call
from dateline.reading.finding.roles import BARE, BODY, DEND, HEAD, KICK, LINK, META, PRE, SUB
from dateline.reading.page import Page

Segment = list[tuple[Line, int]]

FEWEST = 3
"""Of fewer releases none tells whether the others have headlines."""

LONG = 240
"""A longer line is a release's paragraph, whatever stands around it."""

WHOLE_CHARACTERS = 450
"""A text without date, dateline, label or end mark is a release only above that length."""


def kept(segments: Sequence[Segment], page: Page) -> list[Segment]:
    """Give the segments that are releases."""
    segments = [segment for segment in segments if not _is_called(segment, page)]
    proofs = [_has_proof(segment, page) for segment in segments]
    if not page.is_listing or not any(proofs):
        return [segment for segment, proof in zip(segments, proofs, strict=True) if proof]
    first, last = proofs.index(True), len(proofs) - 1 - proofs[::-1].index(True)
    with_body = sum(
        proof and any(role == BODY for _, role in segment) for segment, proof in zip(segments, proofs, strict=True)
    )
    return [
        segment
        for number, (segment, proof) in enumerate(zip(segments, proofs, strict=True))
        if proof or (first < number < last and with_body >= 2 and _is_whole(segment))
    ]


def without_title(segments: list[Segment]) -> list[Segment]:
    """Where no release but the first has a headline, the first's is the page's title."""
    has_head = [any(role == HEAD for _, role in segment) for segment in segments]
    if len(segments) < FEWEST or not has_head[0] or any(has_head[1:]):
        return segments
    first = [(line, role) for line, role in segments[0] if role not in (HEAD, SUB, PRE, KICK)]
    return [first, *segments[1:]]


def _is_called(segment: Segment, page: Page) -> bool:
    """Tell whether it is an event or a vacancy: the page calls to come or to apply, and nothing here goes on as a release does."""
    for line, _ in segment:
        if line.kind in (kinds.DATELINE, kinds.END) or line.way_on is not None or len(line.text) > LONG:
            return False
    return page.is_agenda or any(is_call(line.text) for line, _ in segment)


def _has_proof(segment: Segment, page: Page) -> bool:
    has_head = any(role in (HEAD, BARE) for _, role in segment)
    has_body = any(role == BODY for _, role in segment)
    if not has_head and not has_body:
        return False
    body = 0
    advisory = 0
    for line, role in segment:
        if role == BARE or (line.kind == kinds.END and has_body):
            return True
        if line.kind in (kinds.DATE, kinds.DATED, kinds.TRAILED, kinds.EMBARGO) and (
            line.date is not None or line.kind == kinds.EMBARGO
        ):
            return has_head or (has_body and (not page.is_listing or role == DEND))
        if line.kind == kinds.DATELINE and line.dateline is not None and line.dateline.strength >= 2:
            return True
        if line.kind == kinds.LABEL and line.date is not None and has_head:
            return True
        if line.kind == kinds.LABEL and line.label is not None and line.label.is_strong and has_body:
            return True
        if line.kind == kinds.LINK and has_head and is_read_on(line.text.split("  ")[0]) and page.is_listing:
            return True
        if line.start in page.bare and role == HEAD:
            return True
        if line.kind == kinds.NOTE and has_head and has_body and page.is_listing:
            if role in (META, LINK) or is_time_ago(line.text):
                return True
        advisory += line.kind == kinds.ADVISORY
        if role == BODY:
            body += len(line.text)
            if line.kind in (kinds.TEXT, kinds.DATELINE) and line.way_on is not None:
                return True
    return advisory >= 2 or (body >= WHOLE_CHARACTERS and not page.is_listing)


def _is_whole(segment: Segment) -> bool:
    """A release without a date of its own is believed between two that have one, if it has a headline and a body."""
    return {HEAD, BODY} <= {role for _, role in segment}
