"""Takes a release's lines with their roles and gives its record, and marks for all of its characters that no field holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.reading import doubts
from dateline.reading.finding import kinds
from dateline.reading.finding.attachments import name_of, names_in
from dateline.reading.finding.blocks import block_end
from dateline.reading.finding.body import folded, joined, paragraphs
from dateline.reading.finding.contacts import contacts_in, opening_of
from dateline.reading.finding.datelines import Dateline, dateline_at
from dateline.reading.finding.dates import Printed
from dateline.reading.finding.embargoes import embargo_in
from dateline.reading.finding.endmarks import end_mark_at_end, is_page_head
from dateline.reading.finding.headings import Heading
from dateline.reading.finding.labels import label_at
from dateline.reading.finding.language import language_of
from dateline.reading.finding.letterheads import SUBJECT
from dateline.reading.finding.lines import Line
from dateline.reading.finding.links import is_furniture, is_read_on, link_at_end
from dateline.reading.finding.postings import beside_date, is_byline, is_posting, pieces_of
from dateline.reading.finding.purpose import kind_of
from dateline.reading.finding.roles import AFTER, BARE, BODY, DEND, HEAD, KICK, META, PRE, SUB
from dateline.reading.finding.topics import is_topic_line, topics_in
from dateline.reading.page import Page
from dateline.reading.record import Contact, Doubt, Mark, Record, Span

_CUT = re.compile(r"(?:\.\.\.|…)[\])]?\s*$")
_FOOT = re.compile(r"(?<=[.!?”\"»])\s+(?=[^\W\d_][^.!?]{2,60}(?:19|20)\d\d\.?$)")
_BULLET = re.compile(r"^[•*·●▪◦‣»›>→–—-]+\s+")


WEAK_HEADLINE = -0.6
"""A line that scores less as a headline by itself is doubted; set so that one- and two-word headlines are not."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A record, and what its lines held besides."""

    record: Record
    marks: tuple[Mark, ...]

    def doubted(self, doubt: Doubt) -> "Composed":
        """Give the same with one doubt more."""
        if doubt in self.record.doubts:
            return self
        return replace(self, record=replace(self.record, doubts=(*self.record.doubts, doubt)))


@dataclass(slots=True)
class _Draft:
    """What is being gathered of one release."""

    source: str
    page: Page
    heading: Heading | None
    fields: dict[str, list[Span]] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    dates: list[tuple[int, Printed, Span]] = field(default_factory=list)  # rank (lower counts first), date, its span
    places: list[Span] = field(default_factory=list)
    body: list[tuple[Span, int]] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    label: str | None = None
    embargo: str | None = None
    has_way_on: bool = False
    has_end: bool = False

    def claim(self, name: str, start: int, end: int) -> None:
        """Give a span to a field."""
        if start < end:
            self.fields.setdefault(name, []).append((start, end))

    def mark(self, start: int, end: int, why: str) -> None:
        """Give a span a reason, without the white space around it."""
        while start < end and self.source[start].isspace():
            start += 1
        while end > start and self.source[end - 1].isspace():
            end -= 1
        if start < end:
            self.marks.append(Mark((start, end), why))


def compose(source: str, lines: Sequence[tuple[Line, int]], page: Page, heading: Heading | None) -> Composed:
    """Make the record of one release."""
    draft = _Draft(source, page, heading)
    called = _contact_blocks(draft, lines)
    has_own_date = any(
        (
            line.date is not None
            and (line.kind in (kinds.DATE, kinds.LABEL) or (line.kind == kinds.DATED and role != HEAD))
        )
        or (line.dateline is not None and line.dateline.date is not None and line.kind == kinds.DATELINE)
        for line, role in lines
    )
    first_body = next((line for line, role in lines if role == BODY and line.start not in called), None)
    before: Line | None = None
    for line, role in lines:
        if line.start in called:
            continue
        if role == HEAD or (role == SUB and _goes_on(draft, before, line)):
            _headline(draft, line, has_own_date)
        elif role == SUB:
            bare = line.text.strip("-–—* ")
            at = line.start + line.text.index(bare) if bare else line.start
            draft.claim("subheadline", at, at + len(bare))
        elif role in (BODY, BARE):
            _body(draft, line, line is first_body)
        elif role == AFTER:
            _after(draft, line)
        else:
            _beside(draft, line, role)
        before = line
    _foot(draft, lines)
    _doubt(draft, lines, called)
    return _finished(draft, any(role == BARE for _, role in lines))


def _goes_on(draft: _Draft, before: Line | None, line: Line) -> bool:
    """Tell whether a second line continues the headline instead of standing under it."""
    heads = draft.fields.get("headline")
    if before is None or not heads or heads[-1][1] != before.end or line.gap or len(heads) > 2:
        return False
    above, below = before.text, line.text
    if above[-1] in ",–—-" or below[0].islower():
        return True
    return above.isupper() and below.isupper() and above[-1] not in ".!?" and 40 <= len(above) <= 90


def _headline(draft: _Draft, line: Line, has_own_date: bool) -> None:
    text, base = line.text, line.start
    start, end = 0, len(text)
    if line.kind == kinds.DATED and line.rest is not None and line.date is not None and not has_own_date:
        _date(draft, line, 3)
        place_end = None
        if line.dateline is not None and line.dateline.place is not None:
            draft.places.append(_shift(line.dateline.place, base))
            place_end = line.dateline.body
        start, end = max(line.rest[0], place_end or 0), len(text)
    elif line.kind == kinds.DATELINE and line.dateline is not None:
        _dateline(draft, line, line.dateline)
        start = line.dateline.body
    elif line.kind == kinds.TRAILED and line.rest is not None and line.date is not None and not has_own_date:
        _date(draft, line, 3)
        start, end = line.rest
    subject = SUBJECT.match(text)
    if subject is not None:
        start = subject.end()
        draft.mark(base, base + start, "label")
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
                _link_piece(draft, base + s, base + e)
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
    bullet = _BULLET.match(text[start:end])
    if bullet is not None:
        start += bullet.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    draft.claim("headline", base + start, base + end)


def _bracketed_files(draft: _Draft, base: int, start: int, end: int) -> int:
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
        _link_piece(draft, opened, stop)
        end = opened - base


def _date(draft: _Draft, line: Line, rank: int) -> None:
    if line.date is not None:
        draft.dates.append((rank, line.date, _shift((line.date.start, line.date.end), line.start)))


def _shift(span: tuple[int, int], by: int) -> Span:
    return span[0] + by, span[1] + by


def _dateline(draft: _Draft, line: Line, found: Dateline) -> None:
    base = line.start
    if "dateline" in draft.fields:
        return
    draft.claim("dateline", base + found.start, base + found.end)
    draft.mark(base + found.end, base + found.body, "dash")
    if found.date is not None:
        draft.dates.append((1, found.date, _shift((found.date.start, found.date.end), base)))
    if found.place is not None:
        draft.places.insert(0, _shift(found.place, base))


def _body(draft: _Draft, line: Line, is_first: bool) -> None:
    text, base = line.text, line.start
    start, end = 0, len(text)
    if line.kind in (kinds.BARE, kinds.DATED) and line.rest is not None:
        _date(draft, line, 3)
        start, end = line.rest
        if line.kind == kinds.BARE:
            draft.mark(base + end, base + len(text), "link words")
            draft.has_way_on = True
    elif line.kind == kinds.DATE and line.dateline is not None and not is_first:
        _dateline(draft, line, line.dateline)
        return
    elif line.kind == kinds.MORE or (is_page_head(text) and draft.marks and draft.marks[-1].why == "more mark"):
        draft.mark(base, line.end, "more mark" if line.kind == kinds.MORE else "page head")
        return
    is_first = is_first or (
        "dateline" not in draft.fields and len(draft.body) < 8 and sum(e - s for (s, e), _ in draft.body) < 200
    )
    if line.kind in (kinds.BARE, kinds.DATED, kinds.DATE, kinds.MORE) or line.dateline is None:
        pass
    elif (is_first or (line.dateline.date is not None and line.dateline.strength == 3)) and _is_credible(
        line, is_first
    ):
        if "dateline" not in draft.fields:
            _dateline(draft, line, line.dateline)
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
    _text(draft, base + start, base + end, line.gap)


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


def _text(draft: _Draft, start: int, end: int, gap: int) -> None:
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
            draft.body.append(((at, _rstrip(source, at, name[0])), gap if first else -1))
            first = False
        at = name[1]
    while at < end and source[at].isspace():
        at += 1
    if source[at:end].strip(" .,;()"):
        draft.body.append(((at, end), gap if first else -1))


def _rstrip(source: str, start: int, end: int) -> int:
    while end > start and source[end - 1].isspace():
        end -= 1
    return end


def _stands_apart(source: str, start: int, end: int, first: int, last: int) -> bool:
    """A name stands apart where a sentence has ended before it and none goes on behind it."""
    before = source[start:first].rstrip()
    behind = source[last:end].strip()
    ended = not before or before[-1] in '.!?…”"»)'
    return ended and (not behind or behind[0].isupper() or behind[0] in '(["“«')


def _link_piece(draft: _Draft, start: int, end: int) -> None:
    """One piece of a line of links: a file, topics, or words of the page."""
    text = draft.source[start:end]
    files = names_in(text)
    if files:
        at = start
        for s, e in files:
            draft.mark(at, start + s, "link words")
            draft.claim("attachments", start + s, start + e)
            draft.attachments.append(name_of(text[s:e]))
            at = start + e
        draft.mark(at, end, "link words")
    elif is_topic_line(text):
        _topics(draft, start, end)
    else:
        draft.has_way_on = draft.has_way_on or is_read_on(text.strip(" []()"))
        draft.mark(start, end, "byline" if is_byline(text) else "link words")


def _topics(draft: _Draft, start: int, end: int) -> None:
    text = draft.source[start:end]
    at = start
    for s, e in topics_in(text):
        draft.mark(at, start + s, "label")
        draft.claim("topics", start + s, start + e)
        at = start + e
    draft.mark(at, end, "label")


def _beside(draft: _Draft, line: Line, role: int) -> None:
    """Lines above, below and beside the body: labels, dates, kickers, links, end marks."""
    text, base = line.text, line.start
    if line.kind == kinds.LABEL and line.label is not None:
        draft.label = draft.label or line.label.kind
        if line.date is not None:
            _date(draft, line, 2)
            draft.mark(base, base + line.date.start, "label")
            draft.mark(base + line.date.end, line.end, "label")
        else:
            draft.mark(base, line.end, "label")
    elif line.kind == kinds.EMBARGO:
        draft.embargo = embargo_in(text, draft.page.day_first)
        draft.claim("embargo", base, line.end)
        draft.doubts.append(doubts.EMBARGO)
    elif line.kind in (kinds.DATE, kinds.DATED, kinds.TRAILED):
        _posting(draft, line, role)
    elif line.kind == kinds.LINK:
        for s, e in pieces_of(text):
            _link_piece(draft, base + s, base + e)
    elif line.kind == kinds.END:
        draft.has_end = True
        draft.mark(base, line.end, "end mark")
    elif line.kind == kinds.NOTE and is_topic_line(text):
        _topics(draft, base, line.end)
    elif line.kind == kinds.NOTE and text[0] != "(":
        draft.mark(base, line.end, "posting words")
    elif line.kind == kinds.FURNITURE:
        draft.mark(base, line.end, line.why)
    elif role == KICK or (role in (META, PRE, DEND) and len(text) <= 40):
        _topics(draft, base, line.end)


def _posting(draft: _Draft, line: Line, role: int) -> None:
    text, base = line.text, line.start
    if line.dateline is not None and line.dateline.place is not None:
        if role == DEND or "dateline" not in draft.fields:
            _dateline(draft, line, line.dateline)
        return
    beside = beside_date(text)
    if beside is None:
        _date(draft, line, 4)
        return
    _date(draft, line, 8 if beside.is_updated else 3)
    at = 0
    for s, e in sorted((*beside.pieces, (beside.date.start, beside.date.end))):
        draft.mark(base + at, base + s, "posting words")
        if s != beside.date.start and names_in(text[s:e]):
            _link_piece(draft, base + s, base + e)
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
                _topics(draft, base + s, base + e)
        at = e
    draft.mark(base + at, line.end, "posting words")


def _after(draft: _Draft, line: Line) -> None:
    """What follows the end mark: boilerplate belongs to the text, lone lines are left over."""
    signs = not draft.has_end and not draft.contacts
    if line.kind in (kinds.TEXT, kinds.DATELINE) and (len(line.text) >= 60 or signs):
        _text(draft, line.start, line.end, line.gap)
    elif line.kind == kinds.LINK:
        for s, e in pieces_of(line.text):
            _link_piece(draft, line.start + s, line.start + e)
    elif line.kind == kinds.END:
        draft.mark(line.start, line.end, "end mark")
    elif line.kind == kinds.FURNITURE:
        draft.mark(line.start, line.end, line.why)


def _contact_blocks(draft: _Draft, lines: Sequence[tuple[Line, int]]) -> set[int]:
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


def _contacts(draft: _Draft, blocks: Sequence[Span]) -> None:
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


def _foot(draft: _Draft, lines: Sequence[tuple[Line, int]]) -> None:
    """A place and date that close the text instead of opening it."""
    if "dateline" in draft.fields or not draft.body:
        return
    for number in range(len(draft.body) - 1, max(-1, len(draft.body) - 4), -1):
        (start, end), gap = draft.body[number]
        window = draft.source[max(start, end - 110) : end]
        found = _FOOT.search(window)
        if found is None:
            continue
        at = end - len(window) + found.end()
        dateline = dateline_at(draft.source[at:end])
        if dateline is None or dateline.date is None or dateline.place is None or dateline.date.year is None:
            continue
        draft.body[number] = ((start, _rstrip(draft.source, start, at)), gap)
        draft.claim("dateline", at + dateline.start, at + dateline.end)
        draft.dates.append((1, dateline.date, _shift((dateline.date.start, dateline.date.end), at)))
        draft.places.insert(0, _shift(dateline.place, at))
        draft.mark(at + dateline.end, end, "punctuation")
        return


def _doubt(draft: _Draft, lines: Sequence[tuple[Line, int]], called: set[int]) -> None:
    """Say what is weak about the segment itself: a second opening inside it, or a headline that hardly looks like one."""
    openings = 0
    for line, role in lines:
        if role == BODY and line.kind == kinds.DATELINE and line.dateline is not None and line.start not in called:
            openings += line.dateline.date is not None and line.dateline.strength == 3
        if role == HEAD and line.kind in (kinds.TEXT, kinds.FURNITURE) and line.scores.get(HEAD, 0.0) < WEAK_HEADLINE:
            draft.doubts.append(doubts.HEADLINE_UNSURE)
    ends = sum(line.kind == kinds.END and role != AFTER for line, role in lines)
    if openings > 1 or ends > 2:
        draft.doubts.append(doubts.POSSIBLE_JOIN)


def _day(draft: _Draft) -> tuple[str | None, int | None]:
    """Decide the date; give it as ISO with the number of the winning candidate."""
    page = draft.page
    order = sorted(range(len(draft.dates)), key=lambda i: draft.dates[i][0])
    posted = next((d.year for _, d, _ in draft.dates if d.year is not None), None)
    for index in order:
        _, printed, _ = draft.dates[index]
        year = None
        if printed.year is None:
            year = posted if posted is not None else (draft.heading.year if draft.heading else None)
        day = printed.day(page.day_first, year)
        if day is None:
            if printed.year is not None or year is not None:
                draft.doubts.append(doubts.NO_SUCH_DAY)
            continue
        if printed.is_ambiguous and not page.order_is_shown:
            draft.doubts.append(doubts.DAY_OR_MONTH)
        return day.isoformat(), index
    return None, None


def _finished(draft: _Draft, is_bare: bool) -> Composed:
    source = draft.source
    date, winner = _day(draft)
    spans: dict[str, tuple[Span, ...]] = {}
    for index, (_, _, span) in enumerate(draft.dates):
        inside = any(s <= span[0] and span[1] <= e for s, e in draft.fields.get("dateline", ()))
        if index == winner:
            spans["date"] = (span,)
        elif not inside:
            draft.mark(*span, "posting date")
    place = None
    if draft.places:
        spans["place"] = (draft.places[0],)
        place = folded(source[slice(*draft.places[0])])
        for span in draft.places[1:]:
            draft.mark(*span, "place again")
    for name, each in draft.fields.items():
        spans[name] = tuple(sorted(each))
    text = paragraphs(source, draft.body)
    if draft.body:
        spans["text"] = joined(source, [span for span, _ in draft.body])
    headline = _of(source, spans, "headline")
    is_cut = bool(text and _CUT.search(text[-8:])) or bool(headline and _CUT.search(headline[-8:]))
    short = len(draft.body) <= 2 and len(text) < 900
    teaser = draft.has_way_on or is_cut or not text or (draft.page.is_listing and short and not draft.has_end)
    found = list(draft.doubts)
    if date is None:
        found.insert(0, doubts.NO_DATE)
    if headline is None and not is_bare:
        found.append(doubts.NO_HEADLINE)
    language = language_of(f"{headline or ''} {text[:500]}".strip()) or draft.page.language
    record = Record(
        kind=kind_of(draft.label, headline, text), headline=headline, subheadline=_of(source, spans, "subheadline"),
        dateline=_of(source, spans, "dateline"), date=date, place=place, language=language, teaser=teaser, text=text,
        attachments=tuple(draft.attachments), contacts=tuple(draft.contacts), embargo=draft.embargo,
        topics=tuple(folded(source[s:e]) for s, e in spans.get("topics", ())), doubts=tuple(found), spans=spans,
    )  # fmt: skip
    return Composed(record, tuple(draft.marks))


def _of(source: str, spans: dict[str, tuple[Span, ...]], name: str) -> str | None:
    each = spans.get(name)
    return folded(" ".join(source[s:e] for s, e in each)) if each else None
