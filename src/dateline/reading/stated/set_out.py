"""Takes what a source states of a release and gives its reading: the words laid out below one another, and what each is."""

from datetime import date

from dateline.reading import doubts, partition
from dateline.reading.compose import Composed
from dateline.reading.finding.language import language_of
from dateline.reading.finding.purpose import kind_of
from dateline.reading.markup.clean import between, markup_of
from dateline.reading.markup.laid_out import Block
from dateline.reading.record import KINDS, Doubt, Mark, Picture, Reading, Record, Span
from dateline.reading.source import Source
from dateline.reading.stated.files import files_of
from dateline.reading.stated.printed_parts import read_printed_parts
from dateline.reading.stated.sheet import Sheet
from dateline.reading.stated.stated import Stated

DAYS_APART = 4
"""A dateline is often a day or two before its posting; farther apart one of the two may be another's."""

ENOUGH_WORDS = 120
"""Characters from which the words tell their language more surely than what the whole source states."""

SETTLED = {"no-date", "no-headline", "headline-unsure", "day-or-month", "no-such-day"}
"""Doubts of reading a print that a stated headline and day answer."""

LANGUAGES = ("en", "es", "fr", "pt", "de", "no")


def set_out(source: Source, stated: Stated, format_name: str) -> Reading:
    """Lay out one release, or what is none, as a part of its source named by its place."""
    sheet = Sheet()
    body_at = _put(sheet, stated)
    text, at = sheet.text, body_at[0]
    sheet.marks += [Mark((start + at, end + at), why) for start, end, why in stated.set_aside if why]
    if not stated.is_release:
        return _reading(source, stated, format_name, sheet, None)
    shifted = [(s + at, e + at) for s, e in _outside(stated)]
    composed = read_printed_parts(text, body_at, shifted, _told(stated))
    language = _language(stated, composed.record.language)
    return _reading(source, stated, format_name, sheet, _settled(stated, composed, sheet, at, language))


def _put(sheet: Sheet, stated: Stated) -> Span:
    """Set all words; give where those of the body stand."""
    is_release = stated.is_release
    sheet.put(stated.headline, "headline" if is_release else "")
    sheet.put(stated.printed_on, "date" if is_release and stated.day else "", "" if is_release else "time of posting")
    sheet.put(stated.subheadline, "subheadline" if is_release else "")
    sheet.put(stated.dateline_place or "", "place" if is_release else "")
    body = sheet.lay(stated.body.text)
    for topic in stated.topics:
        sheet.put(topic, "topics" if is_release else "", "" if is_release else "category")
    for file in stated.files:
        sheet.put(file.name, "attachments" if is_release else "", "" if is_release else "file")
    for picture in stated.pictures:
        for words in (picture.alt, picture.caption, picture.credit):
            sheet.put(words, "pictures" if is_release else "")
    for contact in stated.contacts:
        sheet.put(", ".join(filter(None, (contact.name, contact.role, contact.phone, contact.email))), "contacts")
    for beside in stated.beside:
        sheet.put(beside.words, why=beside.why)
    return body


def _captions(stated: Stated) -> list[Span]:
    """Give the places of the lines under pictures; a figure can also hold a quote, and its caption is the speaker."""
    words = {placed.picture.caption for placed in stated.body.pictures} - {""}
    blocks = (block for block in stated.body.blocks if block.tag == "figcaption") if words else ()
    return [block.span for block in blocks if " ".join(stated.body.text[slice(*block.span)].split()) in words]


def _outside(stated: Stated) -> list[Span]:
    return sorted([*((start, end) for start, end, _ in stated.set_aside), *_captions(stated)])


def _told(stated: Stated) -> str | None:
    told = (stated.language or "").lower().replace("_", "-").partition("-")[0]
    return "no" if told in ("nb", "nn") else told if told in LANGUAGES else None


def _language(stated: Stated, of_the_text: str | None) -> str | None:
    """Give the language: as stated of this release, else as its words tell, else as stated of the whole source."""
    told = _told(stated)
    if told and (stated.language_from or len(stated.headline) + len(stated.body.text) < ENOUGH_WORDS):
        return told
    if of_the_text is None or len(stated.body.text) < ENOUGH_WORDS:
        return language_of(f"{stated.headline} {stated.body.text}") or told
    return of_the_text


def _settled(stated: Stated, composed: Composed, sheet: Sheet, at: int, language: str | None) -> Composed:
    """Give the record with what is stated above what is printed."""
    record, marks = composed.record, list(composed.marks)
    spans = dict(record.spans)
    printed_day, printed_span = record.date, spans.pop("date", ())
    inside = spans.get("dateline", ())
    if stated.day:
        marks += [Mark(x, "date again") for x in printed_span if not any(s <= x[0] and x[1] <= e for s, e in inside)]
    elif printed_span:
        spans["date"] = printed_span
    for name in ("place", *sheet.fields):
        if name == "place" and stated.dateline_place and "place" in spans and "dateline" not in spans:
            marks += [Mark(x, "place again") for x in spans.pop("place")]
        if name in sheet.fields:
            spans[name] = tuple(sorted((*spans.get(name, ()), *sheet.fields[name])))
    captions = [(s + at, e + at) for s, e in _captions(stated)]
    if captions:
        spans["pictures"] = tuple(sorted((*spans.get("pictures", ()), *captions)))
    named = files_of(stated, record.attachments)
    day = stated.day or printed_day
    found = [doubt for doubt in record.doubts if doubt.code not in SETTLED]
    if day is None:
        found.append(doubts.NO_DATE)
    if stated.day and printed_day and _days_between(stated.day, printed_day) >= DAYS_APART:
        found.append(doubts.DATES_DIFFER)
    if not stated.headline:
        found.append(doubts.NO_HEADLINE)
    kind = stated.kind if stated.kind in KINDS else _kind(record, stated)
    teaser = stated.teaser if stated.teaser is not None else record.teaser
    basis = dict(stated.basis)
    if stated.day and stated.date_from:
        basis["date"] = stated.date_from
    if language and stated.language_from:
        basis["language"] = stated.language_from
    settled = Record(
        kind=kind, headline=" ".join(stated.headline.split()) or None,
        subheadline=stated.subheadline or record.subheadline, dateline=record.dateline, date=day,
        place=stated.dateline_place or record.place, language=language, teaser=teaser or not record.text,
        text=record.text, attachments=tuple(named), contacts=(*stated.contacts, *record.contacts),
        embargo=stated.embargo or record.embargo, address=stated.address,
        topics=tuple(dict.fromkeys((*stated.topics, *record.topics))),
        doubts=_once(*stated.doubts, *found), spans=spans,
        files_at={**record.files_at, **{name: address for name, address in named.items() if address}},
        markup=_markup(stated, spans.get("text", ()), at),
        pictures=_pictures(stated),
        identifier=stated.identifier, translations=stated.translations, pubstatus=stated.pubstatus, basis=basis,
    )  # fmt: skip
    return Composed(settled, (*marks, *sheet.marks))


def _kind(record: Record, stated: Stated) -> str:
    """A label in the body tells the kind; else the headline and the text do."""
    return record.kind if record.kind != KINDS[0] else kind_of(None, stated.headline or None, record.text)


def _pictures(stated: Stated) -> tuple[Picture, ...]:
    """Give each picture once, with the words that one of its places has."""
    out: dict[str, Picture] = {}
    shown = (placed.picture for placed in stated.body.pictures)
    for picture in (*stated.pictures, *(stated.known.get(each.address, each) for each in shown)):
        known = out.get(picture.address, picture)
        words = known.alt or picture.alt, known.caption or picture.caption, known.credit or picture.credit
        out[picture.address] = Picture(picture.address, *words)
    return tuple(out.values())


def _markup(stated: Stated, spans: tuple[Span, ...], at: int) -> str | None:
    """Give the body's markup: its blocks, as far as they stand in the text."""
    out = []
    text = stated.body.text
    for block in stated.body.blocks:
        start, end = block.span
        pieces = []
        for first, last in ((max(start, s - at), min(end, e - at)) for s, e in spans):
            if first >= last:
                continue
            before = 0 if first == start else _letters(text[start:first])
            kept = None if last == end or not text[last:end].strip() else _letters(text[first:last])
            is_all = before == 0 and kept is None
            pieces.append(block.markup if is_all else between(block.markup, before, kept))
        if pieces:
            out.append(Block(block.span, block.tag, " ".join(pieces), block.list))
    return markup_of(out) or None if out else None


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _days_between(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _once(*every: Doubt) -> tuple[Doubt, ...]:
    return tuple(dict.fromkeys(every))


def _reading(source: Source, stated: Stated, format_name: str, sheet: Sheet, composed: Composed | None) -> Reading:
    text = sheet.text
    records = (composed.record,) if composed else ()
    spans = [span for record in records for span in partition.top_level(record.spans.items())]
    marks, leftovers = partition.settle(text, spans, composed.marks if composed else sheet.marks)
    return Reading(
        f"{source.name} › {stated.place}", format_name, None, records, marks, leftovers,
        path=source.path, data=stated.data, text=text, address=stated.address,
    )  # fmt: skip


def reads_as_release(reading: Reading) -> bool:
    """Tell whether what was read shows a release's own forms: a dateline, a label, an end mark, an embargo."""
    signs = {mark.why for mark in reading.marks}
    return any(x.text and (x.dateline or x.embargo or signs & {"label", "end mark"}) for x in reading.releases)
