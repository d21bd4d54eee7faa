"""Answers where a post without a headline begins, on a page whose posts end with their date: its paragraph stands behind another's date."""

from collections.abc import Sequence

from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import BODY, DEND, HEAD, LINK
from dateline.reading.finding.sequence import Roles


def with_posts_opened(lines: Sequence[Line], roles: Roles) -> Roles:
    """Give the roles with a release begun at each such paragraph that has a date of its own below it."""
    out = list(roles)
    is_dated = False
    for number, (role, opens) in enumerate(roles):
        if opens:
            is_dated = False
        if role == DEND:
            is_dated = True
        elif is_dated and role == BODY and lines[number].gap and roles[number - 1][0] in (DEND, LINK):
            if _ends_dated(roles, number):
                out[number] = (BODY, True)
            is_dated = False
    return out


def _ends_dated(roles: Roles, number: int) -> bool:
    for role, opens in roles[number + 1 :]:
        if opens or role == HEAD:
            return False
        if role == DEND:
            return True
    return False
