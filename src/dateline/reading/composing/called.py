"""Takes the lines of media contacts and gives the people and offices to the draft."""

from collections.abc import Sequence

from dateline.reading.composing.draft import Draft
from dateline.reading.finding import kinds
from dateline.reading.finding.blocks import block_end
from dateline.reading.finding.contacts import contacts_in, opening_of
from dateline.reading.finding.lines import Line
from dateline.reading.record import Span


def give_contacts(draft: Draft, lines: Sequence[tuple[Line, int]]) -> set[int]:
    """Read the blocks of contact lines; give the starts of the lines that they took."""
    taken: set[int] = set()
    near = [line for line, _ in lines]
    blocks: list[Span] = []
    number = 0
    while number < len(lines):
        line = near[number]
        if line.kind != kinds.CONTACT:
            number += 1
            continue
        last = block_end(near, number) - 1
        last = next((n - 1 for n in range(number + 1, last + 1) if _parted(draft.source, near[n - 1], near[n])), last)
        start, end = line.start, lines[last][0].end
        taken.update(each.start for each, _ in lines[number : last + 1])
        blocks.append((start, end))
        number = last + 1
    _contacts(draft, blocks)
    return taken


def _parted(source: str, above: Line, below: Line) -> bool:
    """Tell whether other words stand between two lines, which no block may span."""
    return not source[above.end : below.start].isspace()


def _contacts(draft: Draft, blocks: Sequence[Span]) -> None:
    """Read the blocks; a number without a name is the letterhead's where another block names somebody."""
    read = []
    for start, end in blocks:
        block = draft.source[start:end][:2000]
        opening = opening_of(block) or 0
        read.append((start, end, opening > 0, contacts_in(block[opening:], start + opening)))
    has_name = any(called.contact.name for _, _, _, every in read for called in every)
    for start, end, is_open, every in read:
        at = start
        for called in every:
            if has_name and not called.contact.name and not is_open:
                continue
            draft.contacts.append(called.contact)
            for s, e in called.spans:
                draft.mark(at, s, "contact line")
                draft.claim("contacts", s, e)
                at = e
        draft.mark(at, end, "contact line")
