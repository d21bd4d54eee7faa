"""Takes a line that is a headline and gives its words to the draft, without the label, date and links beside them."""

import re

from dateline.reading.composing.days import give_date, give_dateline
from dateline.reading.composing.draft import Draft, shifted
from dateline.reading.composing.pieces import give_piece
from dateline.reading.finding import kinds
from dateline.reading.finding.attachments import names_in
from dateline.reading.finding.labels import label_at
from dateline.reading.finding.letterheads import SUBJECT
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_furniture, is_read_on, link_at_end
from dateline.reading.finding.months import month_number
from dateline.reading.finding.postings import is_posting, pieces_of

_BULLET = re.compile(
    r"^(?:[•*·●▪◦‣»›>→–—-]+\s+|#{1,6}\s+|={2,6}\s*|\d{1,3}(?:[.)]|\.\)|\.-|º\.?|°)\s+(?=[^\W\d_a-z]|[\"“«¿¡]))"
)
_OPEN_END = re.compile(
    r"\s(?:of|the|an?|to|and|for|in|on|at|with|by|from|de|del|la|el|los|las|y|e|en|para|por|con|du|des|les?|et|[àa]|da|do|dos|das|em|com|der|die|das|und|f[üu]r|di|della)$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"([^\W\d_]{3,12})\.?,?\s+(?:de\s+)?(?:19|20)\d\d\s*[:–—|-]\s+(?=\S+\s+\S)")
"""'Oct 2014: Tenants Win Heat': a month is no day."""
_BADGE = re.compile(
    r"(?:NEW|¡?NUEVO|NOUVEAU|NOVO|NEU)\s?!\s+|[\[(](?:NEW|NUEVO|NOUVEAU|NOVO|NEU)!?[\])]\s+", re.IGNORECASE
)
"""'NEW!' before a headline is the page's, not the release's."""
_FORMAT = re.compile(
    r"\s*[\[(]\s*(?:pdf|word|docx?|html?|audio|video|mp3|xlsx?|odt)(?:[,;:\s–-]+[\d.,]+\s*(?:[km]i?b?|[km]o|bytes))?\s*[\])]\s*$",
    re.IGNORECASE,
)
"""'(PDF, 120 KB)' behind a headline says in which form the release lies."""


def goes_on(draft: Draft, before: Line | None, line: Line) -> bool:
    """Tell whether a second line continues the headline instead of standing under it."""
    heads = draft.fields.get("headline")
    if before is None or not heads or heads[-1][1] != before.end or line.gap or len(heads) > 2:
        return False
    above, below = draft.source[slice(*heads[-1])], line.text
    if above[-1:] in ",–—-" or below[0].islower():
        return True
    if above.isupper() and below.isupper() and _OPEN_END.search(above):
        return True
    return above.isupper() and below.isupper() and above[-1] not in ".!?" and 30 <= len(above) <= 90


def give_headline(draft: Draft, line: Line, has_own_date: bool) -> None:
    """Give the words of a headline's line to the draft."""
    if line.is_row:
        _give_row(draft, line)
        return
    text, base = line.text, line.start
    start, end = 0, len(text)
    if line.kind == kinds.DATED and line.rest is not None and line.date is not None and not has_own_date:
        give_date(draft, line, 3)
        place_end = None
        if line.dateline is not None and line.dateline.place is not None:
            draft.places.append(shifted(line.dateline.place, base))
            place_end = line.dateline.body
        start, end = max(line.rest[0], place_end or 0), len(text)
        if place_end is None and any(c.isalnum() for c in text[line.date.end : start]):
            draft.mark(base + line.date.end, base + start, "posting words")
    elif line.kind == kinds.DATELINE and line.dateline is not None:
        give_dateline(draft, line, line.dateline)
        start = line.dateline.body
    elif line.kind == kinds.TRAILED and line.rest is not None and line.date is not None and not has_own_date:
        give_date(draft, line, 3)
        start, end = line.rest
        if any(c.isalnum() for c in text[:start]):
            draft.mark(base, base + start, "bullet")
        for s, e in names_in(text[line.date.end :]) if line.date.start >= end else ():
            give_piece(draft, base + line.date.end + s, base + line.date.end + e)
    subject = SUBJECT.match(text)
    if subject is not None:
        start = subject.end()
        draft.mark(base, base + start, "label")
    month = _MONTH.match(text) if start == 0 else None
    if month is not None and month_number(month[1]) is not None:
        start = month.end()
        draft.mark(base, base + start, "posting words")
    label = label_at(text, start)
    if (
        label is not None
        and label.is_strong
        and label.kind == "press release"
        and not any(c.isdigit() for c in text[start : label.end])
        and not label.is_whole
        and text[label.end : label.end + 1] in (":", "-", "–", "—", "|")
    ):
        draft.mark(base + start, base + label.end + 1, "label")
        start = label.end + 1
    pieces = (
        [(max(s, start), min(e, end)) for s, e in pieces_of(text) if e > start and s < end]
        if ("\t" in text or "   " in text or "|" in text)
        else []
    )
    if len(pieces) > 1:
        first, last = max(pieces[0][0], start), pieces[0][1]
        for s, e in pieces[1:]:
            piece = text[s:e].strip(" []()")
            if names_in(piece) or is_furniture(piece) or is_read_on(piece):
                give_piece(draft, base + s, base + e)
            elif line.kind != kinds.TRAILED and not is_posting(piece) and not text[last:s].strip():
                last = e
            else:
                draft.mark(base + s, base + e, "beside the headline")
        start, end = first, min(end, last)
    else:
        way = link_at_end(text[:end])
        if way is not None and way > start + 10:
            draft.mark(base + way, base + end, "link words")
            draft.has_way_on = True
            end = way
    end = _bracketed_files(draft, base, start, end)
    form = _FORMAT.search(text[start:end])
    if form is not None and form.start() > 3:
        draft.mark(base + start + form.start(), base + end, "link words")
        draft.has_way_on = True
        end = start + form.start()
    bullet = _BULLET.match(text[start:end])
    if bullet is not None:
        start += bullet.end()
    badge = _BADGE.match(text, start, end)
    if badge is not None:
        draft.mark(base + start, base + badge.end(), "posting words")
        start = badge.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    draft.claim("headline", base + start, base + end)


def _give_row(draft: Draft, line: Line) -> None:
    """Of a table's row give the headline's cell; the others are files, or stand beside it."""
    if line.rest is None or line.date is None:
        return
    base, at = line.start, 0
    give_date(draft, line, 3)
    for start, end in sorted((line.rest, (line.date.start, line.date.end))):
        _beside_row(draft, line, at, start)
        at = end
    _beside_row(draft, line, at, len(line.text))
    draft.claim("headline", base + line.rest[0], base + line.rest[1])


def _beside_row(draft: Draft, line: Line, start: int, end: int) -> None:
    for s, e in pieces_of(line.text[start:end]):
        piece = line.text[start + s : start + e].strip(" []()")
        if names_in(piece) or is_furniture(piece) or is_read_on(piece):
            give_piece(draft, line.start + start + s, line.start + start + e)
        elif any(c.isalnum() for c in piece):
            draft.mark(line.start + start + s, line.start + start + e, "beside the headline")


def _bracketed_files(draft: Draft, base: int, start: int, end: int) -> int:
    """Cut files in brackets off the end of a headline; give where it ends then."""
    source = draft.source
    while True:
        stop = base + end
        while stop > base + start and source[stop - 1].isspace():
            stop -= 1
        if source[stop - 1 : stop] not in (")", "]"):
            return end
        opened = max(source.rfind("(", base + start, stop), source.rfind("[", base + start, stop))
        if opened <= base + start + 3 or not names_in(source[opened + 1 : stop - 1]):
            return end
        give_piece(draft, opened, stop)
        end = opened - base
