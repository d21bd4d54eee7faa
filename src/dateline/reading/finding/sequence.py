"""Takes scored lines and gives the best-scoring sequence of their roles, in time linear in the lines (Viterbi 1967)."""

from collections.abc import Sequence

from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import BARE, OUT
from dateline.reading.finding.transitions import NEVER, Move, Sort, Weights

BEAM = 4.5
"""States that score so much less than the best at a line are given up."""

Roles = list[tuple[int, bool]]
"""For each line its role, and whether a release begins with it."""

Key = tuple[Sort, tuple[int, ...], tuple[int, ...]]
"""A line's sort, the states that are open before it, and the roles that it can take."""

Origin = tuple[int, bool]
"""The state that a state was reached from, and whether a release begins."""

Way = tuple[int, float, int, float, Origin]
"""The number of an open state, the score of going from it, its role, what the place of dates adds, and where it leads from."""

Plan = list[tuple[int, int, list[Way]]]
"""For each state that can be reached its role and the ways to it."""

MOST_PLANS = 20_000
"""Plans are forgotten above that number; the pages met so far needed some hundreds."""

_plans: dict[tuple[bool, float, int], dict[Key, Plan]] = {}
_moves: dict[tuple[bool, float, int], dict[int, dict[tuple[Sort, int], Move | None]]] = {}
"""Plans and moves that were made before: lines are of few sorts, so the same serve nearly all pages."""


def best_sequence(lines: Sequence[Line], sorts: Sequence[Sort], weights: Weights) -> tuple[Roles, float]:
    """Give the best sequence and its score."""
    plans = _plans.setdefault(weights.page, {})
    if len(plans) > MOST_PLANS:
        plans.clear()
    learned = [[weights.learned.get((first, role), 0.0) for first in range(BARE + 1)] for role in range(BARE + 1)]
    states: tuple[int, ...] = (OUT * 3,)
    totals = [0.0]
    back: list[dict[int, Origin]] = []
    for line, sort in zip(lines, sorts, strict=True):
        scores = line.scores
        key = (sort, states, tuple(scores))
        plan = plans.get(key)
        if plan is None:
            plan = plans[key] = _planned(weights, *key)
        row: dict[int, Origin] = {}
        reached: dict[int, float] = {}
        for state, role, ways in plan:
            own = scores[role]
            taught = learned[role]
            best = NEVER * len(lines)
            for number, value, first, habit, origin in ways:
                value += taught[first] + habit
                value += totals[number] + own
                if value > best:
                    best, row[state] = value, origin
            reached[state] = best
        floor = max(reached.values()) - BEAM
        states = tuple([state for state, total in reached.items() if total > floor])
        totals = [reached[state] for state in states]
        back.append(row)
    ends = [total + weights.closed(state) * 0.8 for state, total in zip(states, totals, strict=True)]
    score = max(ends)
    return _traced(back, states[ends.index(score)]), score


def _planned(weights: Weights, sort: Sort, states: tuple[int, ...], roles: tuple[int, ...]) -> Plan:
    """Gather the ways from the open states to each state that a line can reach."""
    known = _moves.setdefault(weights.page, {})
    ways: dict[int, list[Way]] = {}
    for role in roles:
        moves = known.setdefault(role, {})
        for number, before in enumerate(states):
            if (sort, before) not in moves:
                moves[sort, before] = weights.step(before, role, sort)
            move = moves[sort, before]
            if move is not None:
                value, habit, state, opens = move
                ways.setdefault(state, []).append((number, value, before // 3, habit, (before, opens)))
    return [(state, state // 3, each) for state, each in ways.items()]


def _traced(back: Sequence[dict[int, Origin]], state: int) -> Roles:
    out: Roles = []
    for row in reversed(back):
        origin, opens = row[state]
        out.append((state // 3, opens))
        state = origin
    out.reverse()
    return out
