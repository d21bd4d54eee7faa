"""Takes a line above, below or beside the body and gives it to the draft: labels, dates, kickers, links, end marks."""

import re

from dateline.reading import doubts
from dateline.reading.composing.days import give_date, give_dateline
from dateline.reading.composing.draft import Draft
from dateline.reading.composing.paragraph import give_text
from dateline.reading.composing.pieces import give_piece, give_topics
from dateline.reading.finding import kinds
from dateline.reading.finding.attachments import names_in
from dateline.reading.finding.datelines import dateline_at
from dateline.reading.finding.dates import dates_in
from dateline.reading.finding.embargoes import embargo_in
from dateline.reading.finding.lines import Line
from dateline.reading.finding.postings import beside_date, pieces_of
from dateline.reading.finding.roles import DEND, KICK, META, PRE
from dateline.reading.finding.topics import is_topic_line


def give_beside(draft: Draft, line: Line, role: int) -> None:
    """Lines above, below and beside the body: labels, dates, kickers, links, end marks."""
    text, base = line.text, line.start
    if line.kind == kinds.LABEL and line.label is not None:
        draft.label = draft.label or line.label.kind
        if line.date is not None:
            give_date(draft, line, 2)
            draft.mark(base, base + line.date.start, "label")
            draft.mark(base + line.date.end, line.end, "label")
        else:
            draft.mark(base, line.end, "label")
    elif line.kind == kinds.EMBARGO:
        draft.embargo = embargo_in(text, draft.page.day_first)
        draft.claim("embargo", base, line.end)
        is_unsure = any(date.is_ambiguous for date in dates_in(text))
        if draft.embargo is None or is_unsure:  # whether a sure moment lies ahead, the import tells
            draft.doubts.append(doubts.EMBARGO)
    elif line.kind in (kinds.DATE, kinds.DATED, kinds.TRAILED):
        _posting(draft, line, role)
    elif line.kind == kinds.LINK:
        for s, e in pieces_of(text):
            give_piece(draft, base + s, base + e)
    elif line.kind == kinds.END:
        draft.has_end = True
        draft.mark(base, line.end, "end mark")
    elif line.kind == kinds.NOTE and is_topic_line(text):
        give_topics(draft, base, line.end)
    elif line.kind == kinds.NOTE and text[0] != "(":
        draft.mark(base, line.end, "posting words")
    elif line.kind == kinds.FURNITURE:
        draft.mark(base, line.end, line.why)
    elif role == KICK or (role in (META, PRE, DEND) and len(text) <= 40):
        give_topics(draft, base, line.end)


_POSTED = re.compile(
    r"\W*(?:posted|published|uploaded|submitted|created|publicad|publi[eé]|postado|mis\s+en\s+ligne|soumis|enviado|creado|ver[oö]ffentlicht|eingestellt|pubblicato|inviato)",
    re.IGNORECASE,
)
"""A date that says when the page was made counts after one that stands by itself."""


def _posting(draft: Draft, line: Line, role: int) -> None:
    text, base = line.text, line.start
    if line.dateline is not None and line.dateline.place is not None:
        if role == DEND or "dateline" not in draft.fields:
            give_dateline(draft, line, line.dateline)
        return
    if line.date is not None and (line.date.start, line.date.end) == (0, len(text)):
        give_date(draft, line, 3)
        return
    beside = beside_date(text)
    if beside is None:
        give_date(draft, line, 4)
        return
    give_date(draft, line, 8 if beside.is_updated else 5 if _POSTED.match(text) else 3)
    at = 0
    for s, e in sorted((*beside.pieces, (beside.date.start, beside.date.end))):
        draft.mark(base + at, base + s, "posting words")
        if s != beside.date.start and names_in(text[s:e]):
            give_piece(draft, base + s, base + e)
        elif s != beside.date.start:
            place = dateline_at(text[s:e] + " – X")
            if (
                place is not None
                and place.place is not None
                and place.strength >= 2
                and place.date is None
                and not draft.places
            ):
                draft.places.append((base + s, base + e))
            elif e - s <= 80:
                give_topics(draft, base + s, base + e)
        at = e
    draft.mark(base + at, line.end, "posting words")


def give_after(draft: Draft, line: Line) -> None:
    """What follows the end mark: boilerplate belongs to the text, lone lines are left over."""
    signs = not draft.has_end and not draft.contacts and not draft.page.is_listing
    if line.kind in (kinds.TEXT, kinds.DATELINE) and (len(line.text) >= 60 or signs):
        give_text(draft, line.start, line.end, line.gap)
    elif line.kind == kinds.LINK:
        for s, e in pieces_of(line.text):
            give_piece(draft, line.start + s, line.start + e)
    elif line.kind == kinds.END:
        draft.mark(line.start, line.end, "end mark")
    elif line.kind == kinds.NOTE and is_topic_line(line.text):
        give_topics(draft, line.start, line.end)
    elif line.kind == kinds.FURNITURE:
        draft.mark(line.start, line.end, line.why)
