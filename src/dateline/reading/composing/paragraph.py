"""Takes a line of the body and gives it to the draft: its dateline, its text, the files named in it, the way on at its end."""

from dateline.reading.composing.days import give_date, give_dateline
from dateline.reading.composing.draft import Draft, end_of
from dateline.reading.finding import kinds
from dateline.reading.finding.attachments import name_of, names_in
from dateline.reading.finding.endmarks import end_mark_at_end, is_page_head
from dateline.reading.finding.lines import Line

OPENING = 320
"""Characters of a summary and a caption above the paragraph that opens with the dateline."""


def give_body(draft: Draft, line: Line, is_first: bool) -> None:
    """Give a line of the body to the draft."""
    text, base = line.text, line.start
    start, end = 0, len(text)
    if line.kind in (kinds.BARE, kinds.DATED) and line.rest is not None:
        give_date(draft, line, 3)
        start, end = line.rest
        if line.kind == kinds.BARE:
            draft.mark(base + end, base + len(text), "link words")
            draft.has_way_on = True
    elif line.kind == kinds.DATE and line.dateline is not None and not is_first:
        give_dateline(draft, line, line.dateline)
        return
    elif line.kind == kinds.MORE or (is_page_head(text) and draft.marks and draft.marks[-1].why == "more mark"):
        draft.mark(base, line.end, "more mark" if line.kind == kinds.MORE else "page head")
        return
    is_first = is_first or (
        "dateline" not in draft.fields and len(draft.body) < 8 and sum(e - s for (s, e), _ in draft.body) < OPENING
    )
    if line.kind in (kinds.BARE, kinds.DATED, kinds.DATE, kinds.MORE) or line.dateline is None:
        pass
    elif (is_first or (line.dateline.date is not None and line.dateline.strength == 3)) and _is_credible(
        line, is_first
    ):
        if "dateline" not in draft.fields:
            give_dateline(draft, line, line.dateline)
            start = line.dateline.body
    stop = end_mark_at_end(text[start:end])
    if stop is not None:
        draft.mark(base + start + stop, base + end, "end mark")
        draft.has_end = True
        end = start + stop
    way = line.way_on - start if line.way_on is not None and start <= line.way_on < end else None
    if way is not None:
        draft.mark(base + start + way, base + end, "link words")
        draft.has_way_on = True
        end = start + way
    give_text(draft, base + start, base + end, line.gap)


def _is_credible(line: Line, is_first: bool) -> bool:
    """A weak dateline is believed where a body begins and goes on after a real dash."""
    found = line.dateline
    if found is None:
        return False
    if found.strength >= 2:
        return True
    if found.place is None or not is_first or len(line.text) - found.body < 50:
        return False
    dash = line.text[found.end : found.body]
    return (
        any(d in dash for d in ("–", "—", "--", ".-"))
        and line.text[found.body : found.body + 1].isupper()
        and line.text[slice(*found.place)].count(" ") <= 2
    )


def give_text(draft: Draft, start: int, end: int, gap: int) -> None:
    """Give a stretch of body to the text, without the names of files that stand apart from its sentences."""
    source = draft.source
    while end > start and source[end - 1].isspace():
        end -= 1
    at = start
    first = True
    for s, e in names_in(source[start:end]):
        name = (start + s, start + e)
        draft.attachments.append(name_of(source[name[0] : name[1]]))
        if not _stands_apart(source, start, end, *name):
            continue
        draft.claim("attachments", *name)
        if source[at : name[0]].strip():
            draft.body.append(((at, end_of(source, at, name[0])), gap if first else -1))
            first = False
        at = name[1]
    while at < end and source[at].isspace():
        at += 1
    if source[at:end].strip(" .,;()"):
        draft.body.append(((at, end), gap if first else -1))


def _stands_apart(source: str, start: int, end: int, first: int, last: int) -> bool:
    """A name stands apart where a sentence has ended before it and none goes on behind it."""
    before = source[start:first].rstrip()
    behind = source[last:end].strip()
    ended = not before or before[-1] in '.!?…”"»)'
    return ended and (not behind or behind[0].isupper() or behind[0] in '(["“«')
