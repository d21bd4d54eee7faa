"""Answers how a page orders its releases: where its date lines stand, and which roles it lets follow each other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.reading.finding.consistency import cost_of
from dateline.reading.finding.kinds import DATE, DATED
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import BARE, BODY, DEND, DPRE, HEAD, META, OUT
from dateline.reading.finding.sequence import Roles, best_sequence
from dateline.reading.finding.transitions import Pairs, Sort, Weights

SAMPLE = 160
"""Lines from which that is judged."""


def are_dates_scattered(lines: Sequence[Line], roles: Roles, weights: Weights) -> bool:
    """Tell whether the page's date lines came out in several places, so that their habit is to be found."""
    met = Counter(
        role
        for line, (role, _) in zip(lines, roles, strict=True)
        if line.kind == DATE or (line.kind == DATED and DPRE in line.scores)
    )
    return sum(met.values()) >= 3 and sum(met[role] > 0 for role in (DPRE, META, DEND, OUT, BODY, HEAD)) >= 2


def with_dates_settled(lines: Sequence[Line], sorts: Sequence[Sort], weights: Weights) -> tuple[Weights, Roles]:
    """Let three readings compete: the dates stand above the headlines, below them, or below the bodies."""
    readings = []
    for stand in (DPRE, META, DEND):
        settled = replace(weights, dates_stand=stand)
        roles, score = best_sequence(lines[:SAMPLE], sorts[:SAMPLE], settled)
        readings.append((score - cost_of(lines[:SAMPLE], roles, stand), settled, roles))
    _, settled, roles = max(readings, key=lambda reading: reading[0])
    return settled, roles if len(lines) <= SAMPLE else best_sequence(lines, sorts, settled)[0]


def gap_weights(lines: Sequence[Line], is_listing: bool) -> tuple[float, float, float]:
    """What blank lines say: (new release without one, new release behind one, on within a release behind one)."""
    blank = sum(line.gap > 0 for line in lines[1:])
    share = blank / max(1, len(lines) - 1)
    if not 0.08 < share < 0.85:
        return (0.0, 0.0, 0.0)
    return (-1.6, 0.4, -0.6 if is_listing else 0.0)


def template_of(roles: Roles) -> Pairs:
    """What the page's own order of roles adds to each pair; nothing where too few releases were found, or all are alike."""
    shapes: list[list[int]] = []
    for role, opens in roles:
        if opens:
            shapes.append([])
        if role != OUT and shapes:
            shapes[-1].append(role)
    if len(shapes) < 3 or all(shape == shapes[0] for shape in shapes):
        return {}
    pairs: Counter[tuple[int, int]] = Counter()
    leaving: Counter[int] = Counter()
    before = OUT
    for role, _ in roles:
        if before != OUT or role != OUT:
            pairs[before, role] += 1
            leaving[before] += 1
        before = role
    out: Pairs = {}
    for first in range(BARE + 1):
        for second in range(BARE + 1):
            if OUT in (first, second) or leaving[first] < 3:
                continue
            share = (pairs[first, second] + 0.5) / (leaving[first] + 2.0)
            out[first, second] = max(-0.8, min(0.9, 1.6 * (share - 0.33)))
    return out
