"""Answers what a reading of a whole page leaves unexplained: dates of no release, releases without a date, blank lines within."""

from collections.abc import Sequence

from dateline.reading.finding.kinds import DATE, DATED, DATELINE, LINK
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_read_on
from dateline.reading.finding.roles import BODY, DEND, DPRE, HEAD, META, OUT
from dateline.reading.finding.sequence import Roles

ORPHAN, LEFT, UNDATED, ASTRAY, PARTED = 2.0, 1.0, 1.5, 1.2, 0.6
"""What each costs: a date line outside the releases, another sign of one there, a release without a date where others have one, a date that stands
elsewhere than the page's dates do, and a blank line between a date and the headline it belongs to where none parts it from the other."""


def cost_of(lines: Sequence[Line], roles: Roles, stand: int) -> float:
    """Give what the reading costs in which the page's date lines stand in that role."""
    cost = 0.0
    is_open = has_head = has_date = False
    last = len(lines) - 1
    for number, (line, (role, opens)) in enumerate(zip(lines, roles, strict=True)):
        if opens or role == OUT:
            if is_open and has_head and not has_date:
                cost += UNDATED
            is_open, has_head, has_date = role != OUT, False, False
        has_head = has_head or role == HEAD
        if role == OUT and (line.kind == DATELINE or (line.kind == LINK and is_read_on(line.text))):
            cost += LEFT
        if line.kind not in (DATE, DATED) or line.is_row or line.date is None:
            has_date = has_date or (line.date is not None and role != OUT)
            continue
        has_date = has_date or role != OUT
        if role == OUT:
            cost += ORPHAN if line.date.year is not None else 0.0
        elif role in (DPRE, META, DEND) and role != stand:
            cost += ASTRAY
        below = lines[number + 1] if number < last else None
        if (role == DPRE and below is not None and below.gap and not line.gap) or (
            role in (META, DEND) and line.gap and below is not None and not below.gap
        ):
            cost += PARTED
        elif role == BODY:
            cost += ASTRAY
    if is_open and has_head and not has_date:
        cost += UNDATED
    return cost
