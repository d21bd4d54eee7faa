"""Answers which lines above a headline are its first lines, where a page wraps long headlines and parts releases by blank lines."""

from collections.abc import Sequence

from dateline.reading.finding.kinds import TEXT
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import HEAD, KICK, OUT, PRE
from dateline.reading.finding.sequence import Roles

SHORTEST, MOST = 35, 3
"""A line of fewer characters was not wrapped, and no headline runs over more lines above its last."""


def with_wrapped_headlines(lines: Sequence[Line], roles: Roles) -> Roles:
    """Give the roles with such lines made part of the headline below them."""
    out = list(roles)
    opened = [line.gap > 0 for line, (_, opens) in zip(lines, roles, strict=True) if opens]
    if len(opened) < 2 or sum(opened) * 2 < len(opened):
        return out
    for number, (role, _) in enumerate(roles):
        if role != HEAD or lines[number].gap or number == 0 or roles[number - 1][0] == HEAD:
            continue
        first = number
        while (
            first > max(0, number - MOST) and not lines[first].gap and _can_be_wrapped(lines[first - 1], out[first - 1])
        ):
            first -= 1
        if first < number and lines[first].gap:
            out[first : number + 1] = [(HEAD, n == first) for n in range(first, number + 1)]
    return out


def _can_be_wrapped(line: Line, role: tuple[int, bool]) -> bool:
    return (
        role[0] in (OUT, KICK, PRE)
        and line.kind == TEXT
        and HEAD in line.scores
        and SHORTEST <= len(line.text) <= 2 * SHORTEST + 10
        and line.text[-1] not in ".!?:;…"
    )
