"""Takes a mail and gives its reading: the release in it, and beside it what else it says; what the text lacks its head tells."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime

from dateline.reading import doubts
from dateline.reading.asides import Aside, fullest, read_with
from dateline.reading.decode import Text
from dateline.reading.errors import Unreadable
from dateline.reading.furnish import furnished
from dateline.reading.letters.greeting import end_of_greeting
from dateline.reading.letters.hidden import parted
from dateline.reading.letters.letter import File, Letter
from dateline.reading.letters.press import headline_in, is_to_the_press
from dateline.reading.letters.thread import Own, own_part
from dateline.reading.letters.unquote import unquoted
from dateline.reading.limits import MAX_LINES, MAX_TEXT_BYTES
from dateline.reading.markup.laid_out import Block, LaidOut, Link, Placed
from dateline.reading.markup.lay_out import lay_out
from dateline.reading.record import Mark, Picture, Reading, Record
from dateline.reading.source import Source

SUBJECT = "the subject of the mail"


def read_letter(source: Source, letter: Letter) -> Reading:
    """Give the reading of one mail; without a release where it holds none."""
    readings = [each for each in (_html(source, letter), _plain(source, letter)) if each is not None]
    best = fullest(readings) if readings else read_with(Text(source.name, "", None, path=source.path), _head(letter))
    other = next((each for each in readings if each is not best), None)
    if other is not None:
        best = _with_what_only(best, other)
    # A mailbox is mostly no releases: what came with those is not written anywhere.
    files = {file.name: source.work.keep(file.content) for file in letter.files} if best.releases else {}
    best = replace(best, format="mail", encoding=None, files=files, data=source.data)
    return replace(best, releases=tuple(_with_pictures(release, letter) for release in best.releases))


def handed_out(reading: Reading, files: list[File]) -> Reading:
    """Give the reading with the files that came with the mail as its release's; of several releases, as that one's which names it."""
    releases = list(reading.releases)
    for file in files:
        if file.is_inline or not releases or any(file.name in release.attachments for release in releases):
            continue
        releases[0] = replace(releases[0], attachments=(*releases[0].attachments, file.name))
    return replace(reading, releases=tuple(releases))


def _plain(source: Source, letter: Letter) -> Reading | None:
    whole = "\n\n".join(letter.plain)
    if not whole.strip():
        return None
    own = own_part(whole, letter.subject)
    text = unquoted(whole[own.begin : own.end])
    note = end_of_greeting(text, 0, len(text))
    asides = [*_head(letter), Aside(text[:note]), *own.asides]
    return _judged(source, letter, own, read_with(_text(source, text[note:].strip()), asides), text[note:])


def _html(source: Source, letter: Letter) -> Reading | None:
    seen, unseen = parted("\n".join(letter.html))
    page = lay_out(seen)
    if not page.text.strip():
        return None
    own = own_part(page.text, letter.subject)
    begin = end_of_greeting(page.text, own.begin, own.end)
    asides = [
        *_head(letter),
        *(Aside(words, "not shown by the mail") for words in unseen),
        Aside(page.text[own.begin : begin]),
        *own.asides,
    ]
    body = _slice(page, begin, own.end)
    reading = read_with(_text(source, body.text), asides)
    return _judged(source, letter, own, furnished(reading, body), body.text)


def _text(source: Source, text: str) -> Text:
    if len(text) > MAX_TEXT_BYTES or text.count("\n") > MAX_LINES:
        what = f"This mail has {len(text):,} characters; up to {MAX_TEXT_BYTES:,} are read at once."
        raise Unreadable(what, source.name, "Save the release in it as a text, and read that.")
    return Text(source.name, text, None, path=source.path)


def _head(letter: Letter) -> list[Aside]:
    return [Aside(letter.subject, SUBJECT)]


def _judged(source: Source, letter: Letter, own: Own, reading: Reading, text: str) -> Reading:
    """Give the reading, or one that leaves the whole text over where it is no release."""
    is_answer = own.is_answer or (letter.is_answer and not own.is_handed_on)
    subject = own.subject or letter.subject
    if letter.is_automatic or not is_to_the_press(reading, text, subject, is_answer=is_answer):
        rest = reading.text[len(text.strip()) :] if text.strip() else reading.text
        return read_with(
            Text(source.name, "", None, path=source.path), [*_head(letter), Aside(text), *_left(rest, letter)]
        )
    if len(reading.releases) != 1:
        return reading
    (record,) = reading.releases
    if record.headline is None and headline_in(subject):
        reading, record = _with_subject(reading, record, letter, own)
    sent_on, which = (
        (_day(own.day), "the date of the mail that is handed on")
        if own.is_handed_on
        else (letter.sent_on, "the Date of the mail")
    )
    if record.date is None and sent_on is not None:
        left = tuple(each for each in record.doubts if each != doubts.NO_DATE)
        record = replace(record, date=sent_on.isoformat(), doubts=left, basis={**record.basis, "date": which})
    return replace(reading, releases=(replace(record, identifier=None if own.is_handed_on else letter.identifier),))


def _left(rest: str, letter: Letter) -> list[Aside]:
    return [Aside(rest.replace(letter.subject, "", 1))] if rest.strip() != letter.subject else []


def _with_subject(reading: Reading, record: Record, letter: Letter, own: Own) -> tuple[Reading, Record]:
    """Take the headline from the subject; its words stand beside the text, and are a field now."""
    subject = own.subject or letter.subject
    headline = headline_in(subject)
    left = tuple(each for each in record.doubts if each not in (doubts.NO_HEADLINE,))
    if doubts.HEADLINE_UNSURE not in left:
        left = (*left, doubts.HEADLINE_UNSURE)
    for mark in reading.marks:
        begin = (
            reading.text.find(headline, *mark.span)
            if mark.why in (SUBJECT, "head of the mail that is handed on")
            else -1
        )
        if begin < 0:
            continue
        span = (begin, begin + len(headline))
        parts = [Mark((mark.span[0], begin), mark.why), Mark((span[1], mark.span[1]), mark.why)]
        marks = [each for each in reading.marks if each is not mark] + [
            each for each in parts if each.span[0] < each.span[1]
        ]
        record = replace(
            record,
            headline=headline,
            doubts=left,
            spans={**record.spans, "headline": (span,)},
            basis={**record.basis, "headline": SUBJECT},
        )
        return replace(reading, marks=tuple(sorted(marks, key=lambda each: each.span)), releases=(record,)), record
    return reading, record


def _day(printed: str | None) -> date | None:
    """Read a date that a program printed above a mail: 'Thu, Mar 19, 2015 at 8:58 AM'."""
    if not printed:
        return None
    try:
        return parsedate_to_datetime(printed).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _with_what_only(best: Reading, other: Reading) -> Reading:
    """Add the lines that only the mail's other version has, so that nothing that it says is lost."""
    said = _folded(best.text)
    only = [line.strip() for line in other.text.split("\n") if _folded(line) and _folded(line) not in said]
    if not only:
        return best
    whole = read_with(Text("", "", None), [Aside(line) for line in only])
    gap = len(best.text) + 2
    return replace(
        best,
        text=f"{best.text}\n\n{whole.text}",
        marks=(
            *best.marks,
            Mark((gap - 2, gap), "white space"),
            *(replace(m, span=(m.span[0] + gap, m.span[1] + gap)) for m in whole.marks),
        ),
        leftovers=(*best.leftovers, *(replace(x, span=(x.span[0] + gap, x.span[1] + gap)) for x in whole.leftovers)),
    )


def _folded(text: str) -> str:
    """Give the letters and digits alone: the versions of a mail differ in all else."""
    return re.sub(r"https?://\S+|[\W_]", "", text).casefold()


def _slice(page: LaidOut, begin: int, end: int) -> LaidOut:
    """Give a part of a page; blocks that it cuts are left out of its markup's places."""
    while begin < end and page.text[begin].isspace():
        begin += 1
    while end > begin and page.text[end - 1].isspace():
        end -= 1

    def inside(at: int) -> bool:
        return begin <= at <= end

    return LaidOut(
        page.text[begin:end],
        tuple(
            Block((b.span[0] - begin, b.span[1] - begin), b.tag, b.markup, b.list)
            for b in page.blocks
            if inside(b.span[0]) and inside(b.span[1])
        ),
        tuple(
            Link((x.span[0] - begin, x.span[1] - begin), x.address)
            for x in page.links
            if inside(x.span[0]) and inside(x.span[1])
        ),
        tuple(Placed(x.at - begin, x.picture) for x in page.pictures if inside(x.at)),
        title=page.title,
    )


def _with_pictures(record: Record, letter: Letter) -> Record:
    """Call pictures by the names of the files that came with the mail; those without words that are fetched from elsewhere count who opens it."""
    names: Mapping[str, str] = {f"cid:{file.cid}": file.name for file in letter.files if file.cid}
    pictures = [
        Picture(names.get(each.address, each.address), each.alt, each.caption, each.credit)
        for each in record.pictures
        if each.address in names or each.alt
    ]
    return replace(record, pictures=tuple(pictures))
