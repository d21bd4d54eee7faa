"""Answers which lines stand together as a block of media contacts: a label, names, offices, telephones, mail."""

import re
from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.finding.contacts import is_reachable, opening_of
from dateline.reading.finding.lines import Line

LONG, SHORT = 160, 70
"""Longest line with a telephone number, and longest line with a name or an office, of a block."""

AHEAD = 4
"""So many lines can stand between a name and the telephone number below it."""


_CONTACT = re.compile(r"conta[ct]t|contato|kontakt|in?quir|relations|informa", re.IGNORECASE)


def block_end(lines: Sequence[Line], number: int) -> int:
    """Give the number behind the block's last line; `number` itself where no block begins."""
    line = lines[number]
    is_open = line.kind == kinds.CONTACT and opening_of(line.text) == len(line.text)
    if line.kind != kinds.CONTACT:
        return number
    end = number + 1 if not is_open or is_reachable(line.text) else number
    at = number + 1
    while at < len(lines):
        ahead = at
        while ahead < len(lines) and ahead < at + AHEAD and _can_stand(lines[ahead]) and not _reaches(lines[ahead]):
            ahead += 1
        if ahead >= len(lines) or ahead >= at + AHEAD or not _reaches(lines[ahead]):
            break
        if ahead > at and not _has_name(lines[at:ahead]):
            break
        end = at = ahead + 1
    return max(end, number + 1)


def settle_contacts(lines: Sequence[Line]) -> None:
    """Take a heading such as 'Media contact' for the opening of the block below it, where one is."""
    for number, line in enumerate(lines):
        if line.kind not in (kinds.FURNITURE, kinds.TEXT) or len(line.text) > SHORT or line.text[0].islower():
            continue
        if opening_of(line.text) != len(line.text) or not (_CONTACT.search(line.text) or line.text[-1] == ":"):
            continue
        for below in lines[number + 1 : number + 1 + AHEAD]:
            if below.kind == kinds.CONTACT or (len(below.text) <= LONG and is_reachable(below.text)):
                line.kind, line.why = kinds.CONTACT, ""
                break
            if not _can_stand(below):
                break


def _reaches(line: Line) -> bool:
    return line.kind == kinds.CONTACT or (
        line.kind in (kinds.TEXT, kinds.NOTE, kinds.FURNITURE) and len(line.text) <= LONG and is_reachable(line.text)
    )


def _can_stand(line: Line) -> bool:
    return (
        line.kind in (kinds.TEXT, kinds.NOTE, kinds.FURNITURE)
        and len(line.text) <= SHORT
        and line.text[-1] not in ".!?"
    )


def _has_name(between: Sequence[Line]) -> bool:
    first = between[0].text
    return first[0].isupper() and first.count(" ") >= 1 and not first.isupper() and len(between) <= 3
