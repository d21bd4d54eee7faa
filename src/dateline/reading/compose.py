"""Takes a release's lines with their roles and gives its record, and marks for all of its characters that no field holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.reading import doubts
from dateline.reading.composing.beside import give_after, give_beside
from dateline.reading.composing.called import give_contacts
from dateline.reading.composing.days import own_day
from dateline.reading.composing.draft import Draft
from dateline.reading.composing.foot import give_foot
from dateline.reading.composing.headline import give_headline, goes_on
from dateline.reading.composing.paragraph import give_body
from dateline.reading.composing.weakness import give_doubts
from dateline.reading.finding import kinds
from dateline.reading.finding.attachments import addresses_of
from dateline.reading.finding.body import folded, joined, paragraphs
from dateline.reading.finding.headings import Heading
from dateline.reading.finding.language import language_of
from dateline.reading.finding.lines import Line
from dateline.reading.finding.purpose import kind_of
from dateline.reading.finding.roles import AFTER, BARE, BODY, HEAD, SUB
from dateline.reading.page import Page
from dateline.reading.record import Doubt, Mark, Record, Span

_CUT = re.compile(r"(?:\.\.\.|…)[\])]?\s*$")


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


def compose(source: str, lines: Sequence[tuple[Line, int]], page: Page, heading: Heading | None) -> Composed:
    """Make the record of one release."""
    draft = Draft(source, page, heading)
    called = give_contacts(draft, lines)
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
        if role == HEAD or (role == SUB and goes_on(draft, before, line)):
            give_headline(draft, line, has_own_date)
        elif role == SUB:
            bare = line.text.strip("-–—* ")
            at = line.start + line.text.index(bare) if bare else line.start
            draft.claim("subheadline", at, at + len(bare))
        elif role in (BODY, BARE):
            give_body(draft, line, line is first_body)
        elif role == AFTER:
            give_after(draft, line)
        else:
            give_beside(draft, line, role)
        before = line
    give_foot(draft, lines)
    give_doubts(draft, lines, called)
    return _finished(draft, lines)


def _finished(draft: Draft, lines: Sequence[tuple[Line, int]]) -> Composed:
    is_bare = any(role == BARE for _, role in lines)
    source = draft.source
    date, winner = own_day(draft)
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
        files_at=_files_at(source, draft.attachments, lines),
    )  # fmt: skip
    return Composed(record, tuple(draft.marks))


def _files_at(source: str, names: Sequence[str], lines: Sequence[tuple[Line, int]]) -> dict[str, str]:
    if not names:
        return {}
    return addresses_of(names, "\n".join(source[line.start : line.end] for line, _ in lines))


def _of(source: str, spans: dict[str, tuple[Span, ...]], name: str) -> str | None:
    each = spans.get(name)
    return folded(" ".join(source[s:e] for s, e in each)) if each else None
