"""Takes a page's lines and what its markup says of them, and gives each release's lines with their roles."""

from collections.abc import Sequence

from dateline.reading.evidence import Segment
from dateline.reading.finding import kinds
from dateline.reading.finding.blocks import block_end
from dateline.reading.finding.contacts import opening_of
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import AFTER, BARE, BODY, DEND, DPRE, END, HEAD, KICK, LINK, META, PRE, SUB
from dateline.reading.markup.within import HEADINGS, Within
from dateline.reading.record import Span

BRIEF = 40  # characters of a line beside a headline that names a topic or an office
DATES = (kinds.DATE,)
ABOUT = (kinds.LABEL, kinds.EMBARGO, kinds.CONTACT, kinds.NOTE)


def entries_of(lines: Sequence[Line], spans: Sequence[Span], within: Within) -> list[Segment]:
    """Give the entries of a list."""
    out: list[Segment] = []
    at = 0
    for start, end in spans:
        while at < len(lines) and lines[at].start < start:
            at += 1
        first = at
        while at < len(lines) and lines[at].start < end:
            at += 1
        out.append(_entry(lines[first:at], _head((start, end), within), within))
    return out


def whole_of_page(lines: Sequence[Line], body: Span, head: Span, within: Within) -> list[Segment]:
    """Give the one release of a page: what stands around its headline, its body, and what follows its end mark."""
    inside = [line for line in lines if body[0] <= line.start < body[1]]
    out: Segment = []
    number, has_ended, has_prose = 0, False, False
    while number < len(inside):
        line = inside[number]
        stop = block_end(inside, number)
        if stop > number and not _touches(line, head):
            beside = (AFTER if has_ended else BODY if has_prose else META) if line.start > head[0] else PRE
            out += [(each, beside if each.kind != kinds.FURNITURE else PRE) for each in inside[number:stop]]
            number = stop
            continue
        number += 1
        role = _role_in_whole(line, head, within, has_prose=has_prose, has_ended=has_ended)
        if role is not None:
            out.append((line, role))
        has_ended = has_ended or line.kind == kinds.END
        has_prose = has_prose or role == BODY
    return [out]


def _role_in_whole(line: Line, head: Span, within: Within, *, has_prose: bool, has_ended: bool) -> int | None:
    if _touches(line, head):
        return HEAD
    if line.kind == kinds.END:
        return END
    if line.kind in (kinds.FURNITURE, kinds.HEADING):
        return None
    if has_ended:
        return AFTER
    if line.start < head[0]:
        return DPRE if line.kind in DATES else PRE if line.kind in ABOUT else KICK if len(line.text) <= BRIEF else None
    if has_prose:
        return DEND if line.kind in DATES else LINK if line.kind == kinds.LINK else BODY
    if line.kind in DATES or line.kind in ABOUT:
        return META
    if line.kind == kinds.LINK:
        return LINK
    if _is_heading(line, within):
        return SUB
    return META if _is_brief(line) else BODY


def _head(span: Span, within: Within) -> Span:
    heading = within.heading(span)
    if heading is not None:
        return heading.span
    link = within.widest_link(span)
    return link.span if link is not None else span


def _entry(lines: Sequence[Line], head: Span, within: Within) -> Segment:
    out: Segment = []
    is_below = has_link = False
    for line in lines:
        if line.is_row or _touches(line, head):
            out.append((line, BARE if line.kind == kinds.BARE else HEAD))
            is_below = True
        elif line.kind == kinds.END:
            out.append((line, END))
        elif line.kind in (kinds.FURNITURE, kinds.HEADING):
            continue
        elif line.kind in DATES:
            out.append((line, DEND if has_link else META if is_below else DPRE))
        elif line.kind in ABOUT:
            out.append((line, META if is_below else PRE))
        elif line.kind == kinds.LINK:
            out.append((line, LINK))
            has_link = True
        elif not is_below:
            out.append((line, KICK))
        elif _is_heading(line, within):
            out.append((line, SUB))
        else:
            out.append((line, META if _is_brief(line) else BODY))
    return out


def _is_brief(line: Line) -> bool:
    return (
        line.kind == kinds.TEXT
        and len(line.text) <= BRIEF
        and line.text[-1] not in '.!?…”"»:'
        and opening_of(line.text) == 0
    )


def _is_heading(line: Line, within: Within) -> bool:
    heading = within.heading((line.start, line.start + 1))
    return heading is not None and heading.tag in HEADINGS


def _touches(line: Line, span: Span) -> bool:
    return line.start < span[1] and span[0] < line.end
