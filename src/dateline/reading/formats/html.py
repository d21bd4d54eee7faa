"""Takes a web page, a listing or one release, and gives its reading: the text that a browser would show, and its markup's word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from dateline.reading import doubts, partition
from dateline.reading.decode import Text, decode
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_HTML_BYTES
from dateline.reading.markup.beside import with_links, with_markup, with_pictures
from dateline.reading.markup.depth import DEEPEST, is_too_deep
from dateline.reading.markup.edges import links_beside
from dateline.reading.markup.laid_out import Block, LaidOut
from dateline.reading.markup.lay_out import lay_out_tree
from dateline.reading.markup.moments import day_stated
from dateline.reading.markup.one_body import body_of, headline_of
from dateline.reading.markup.parts import entries_of, whole_of_page
from dateline.reading.markup.regions import furniture_of
from dateline.reading.markup.repeats import FEWEST, LIKE, Repeated, repeated_in
from dateline.reading.markup.stated import Stated, stated_in
from dateline.reading.markup.within import Within
from dateline.reading.printed import read_parts, read_printed
from dateline.reading.record import Mark, Reading, Record, Span
from dateline.reading.source import Source

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_VISIBLE = re.compile(r"[^\n]")
CHARSET_WITHIN = 2_048  # bytes; https://html.spec.whatwg.org/#charset says 1,024, old pages need more

_FILLED = ("white space", "punctuation", "link number")  # what `settle` finds by itself
FEWEST_WORDS = 4  # of a headline on a page that nothing else shows to be a release
OWN_PROSE = 500
"""Characters outside a list, under a headline of the page's own: it is a release beside which others are listed."""


def read(source: Source) -> Iterator[Reading]:
    """Read one page; raise `Unreadable` where it is too long or its letters can't be told."""
    data = source.content(MAX_HTML_BYTES)
    found = _CHARSET.search(data[:CHARSET_WITHIN])
    stated_charset = source.charset or (found[1].decode("ascii") if found else None)
    text = decode(data, source.name, source.path, stated_charset)
    if is_too_deep(text.text):
        todo = "Open it in a browser, select all, copy the text into a .txt file, and read that."
        raise Unreadable(f"This page has more than {DEEPEST} elements, one in the other.", source.name, todo)
    yield replace(read_page(text, source.address), data=source.data)


def read_page(page: Text, address: str | None) -> Reading:
    """Read one page that was decoded; `address` is where it stood, if that is known."""
    tree = LexborHTMLParser(page.text)
    stated = stated_in(tree, address)
    laid = lay_out_tree(tree, stated.base or address)
    within = Within(laid)
    around = furniture_of(laid)
    left_out = [span for span, _ in around]
    around += _captions(laid, left_out)
    left_out = [span for span, _ in around]
    head = headline_of(laid, stated, left_out)
    body = body_of(laid, within, head, left_out) if head is not None else None
    listed = repeated_in(laid, within, left_out)
    entries: Sequence[Span] = ()
    if (
        head is not None
        and body is not None
        and (stated.is_article or not _is_list(listed, body, head, within, left_out))
    ):
        reading = _single(page, laid, within, around, body, head, stated)
        entries = (body,) if len(reading.releases) == 1 else ()
    elif listed is not None:
        reading = _listing(page, laid, within, around, listed)
        entries = listed.spans
    else:
        reading = _if_said(read_printed(_shown(page, laid, left_out)))
    return _settled(reading, entries, laid, around, within, stated, address)


def _captions(laid: LaidOut, left_out: Sequence[Span]) -> list[tuple[Span, str]]:
    """Give the lines under pictures, which the pictures keep."""
    kept = {placed.picture.caption for placed in laid.pictures}
    return [
        (block.span, "caption")
        for block in laid.blocks
        if block.tag == "figcaption"
        and " ".join(laid.text[slice(*block.span)].split()) in kept
        and not any(start <= block.span[0] < end for start, end in left_out)
    ]


def _if_said(reading: Reading) -> Reading:
    """Give up what only looks like releases: short headings without a day or a place, on a page that nothing shows to be a list."""
    headlines = [record.headline or "" for record in reading.releases]
    if any(record.date or record.place or record.doubts == () for record in reading.releases):
        return reading
    is_short = sum(len(headline.split()) for headline in headlines) < FEWEST_WORDS * len(headlines)
    return replace(reading, releases=()) if is_short else reading


def _is_list(listed: Repeated | None, body: Span, head: Block, within: Within, left_out: Sequence[Span]) -> bool:
    """Tell whether the page is the list that was found on it, and not a release beside which others are listed."""
    if listed is None:
        return False
    inside = sum(within.prose(span) for span in listed.spans)
    own = within.prose(body) - sum(
        within.prose(s) for s in (*listed.spans, *left_out) if body[0] <= s[0] and s[1] <= body[1]
    )
    if own >= max(OWN_PROSE, inside):
        return False
    above = (
        head.span[1],
        listed.spans[0][0],
    )  # where one release has its day and text, and a list at most an introduction
    return not (own >= max(1, inside) and (not listed.is_dated or (within.prose(above) and within.is_dated(above))))


def _listing(page: Text, laid: LaidOut, within: Within, around: list[tuple[Span, str]], listed: Repeated) -> Reading:
    """Read a list: as it is printed where that finds each of its entries, else entry by entry."""
    first, last = listed.spans[0][0], listed.spans[-1][1]
    above = laid.text.rfind("\n", 0, max(0, first - 2)) + 1 if first > 2 else 0  # a year or month may stand there
    outside = [(0, above), (last, len(laid.text)), *(span for span, _ in around)]
    shown = _shown(page, laid, outside)
    reading = read_printed(shown)
    heads = [
        record.spans["headline"][0][0] if "headline" in record.spans else record.span[0] for record in reading.releases
    ]
    if len(heads) == len(listed.spans) and all(s <= h < e for h, (s, e) in zip(heads, listed.spans, strict=True)):
        return reading
    return read_parts(shown, lambda lines: entries_of(lines, listed.spans, within), is_listing=True)


def _single(
    page: Text, laid: LaidOut, within: Within, around: list[tuple[Span, str]], body: Span, head: Block, stated: Stated
) -> Reading:
    """Read the page's one release: as it is printed where that finds its headline, else as the markup has it."""
    short, others = links_beside(within, body, head.span, [span for span, _ in around])
    around += [(span, "links beside the text") for span in short]
    outside = [(0, body[0]), (body[1], len(laid.text)), *others, *(span for span, _ in around)]
    shown = _shown(page, laid, outside)
    reading = read_printed(shown)
    if len(reading.releases) == 1:
        found = reading.releases[0].spans.get("headline", ((-1, -1),))[0]
        if found[0] < head.span[1] and head.span[0] < found[1] and reading.releases[0].text:
            return _surely_headed(reading)
    if not stated.is_article and _is_list_as_printed(reading, within, body):
        return reading
    if not stated.is_article and not _says_enough(laid, within, body, head):
        return reading
    return read_parts(shown, lambda lines: whole_of_page(lines, body, head.span, within), is_listing=False)


def _is_list_as_printed(reading: Reading, within: Within, body: Span) -> bool:
    """Tell whether a part without elements for its entries is a list all the same: each has a day and leads on, with no prose outside."""
    heads = [record.spans["headline"][0] for record in reading.releases if record.date and "headline" in record.spans]
    if not len(heads) == len(reading.releases) >= FEWEST:
        return False
    linked = sum(2 * within.linked(head) > head[1] - head[0] for head in heads)
    inside = (reading.releases[0].span[0], reading.releases[-1].span[1])
    return linked >= LIKE * len(heads) and within.prose(inside) * 2 >= within.prose(body)


def _surely_headed(reading: Reading) -> Reading:
    """Take the doubt from a headline that the markup names as well."""
    [record] = reading.releases
    kept = tuple(doubt for doubt in record.doubts if doubt != doubts.HEADLINE_UNSURE)
    return replace(reading, releases=(replace(record, doubts=kept),))


def _says_enough(laid: LaidOut, within: Within, body: Span, head: Block) -> bool:
    """Tell whether a page that the printed words don't show to be one release still is one: a long headline, a day, a text."""
    words = len(laid.text[slice(*head.span)].split())
    return words >= FEWEST_WORDS and (within.prose(body) >= OWN_PROSE or within.is_dated(body))


def _shown(page: Text, laid: LaidOut, outside: Sequence[Span]) -> Text:
    """Give the text with what is outside made blank: every other character keeps its place."""
    text = laid.text
    for start, end in outside:
        text = text[:start] + _VISIBLE.sub(" ", text[start:end]) + text[end:]
    return Text(page.name, text, page.encoding, page.is_guessed, page.path)


def _settled(
    reading: Reading,
    entries: Sequence[Span],
    laid: LaidOut,
    around: list[tuple[Span, str]],
    within: Within,
    stated: Stated,
    address: str | None,
) -> Reading:
    """Give each record what the markup says of it, and account for every character of the page."""
    is_single = len(reading.releases) == 1
    releases = []
    for number, record in enumerate(reading.releases):
        span = _reach(record, number, reading.releases, entries, laid.text)
        record = with_links(record, span, within, is_single=is_single, page=stated.address or address)
        record = with_markup(with_pictures(record, span, laid, stated.pictures if is_single else ()), within)
        record = _with_day(record, day_stated(laid, span), "datetime")
        releases.append(_with_stated(record, stated) if is_single and not record.teaser else record)
    fields = [span for record in releases for span in partition.top_level(record.spans.items())]
    kept = [mark for mark in reading.marks if mark.why not in _FILLED]
    taken = sorted([*fields, *(mark.span for mark in kept)])
    kept += [Mark(span, why) for whole, why in around for span in _free(whole, taken, laid.text)]
    marks, leftovers = partition.settle(laid.text, fields, kept)
    return replace(
        reading, format="html", releases=tuple(releases), marks=marks, leftovers=leftovers, text=laid.text,
        address=stated.address or address,
    )  # fmt: skip


def _reach(record: Record, number: int, releases: Sequence[Record], entries: Sequence[Span], text: str) -> Span:
    """Give how far a record's part of the page reaches: icons that lead to its files stand behind its words."""
    start, end = record.span
    entry = next((entry for entry in entries if entry[0] <= start < entry[1]), None)
    if entry is not None:
        return entry
    until = releases[number + 1].span[0] if number + 1 < len(releases) else text.find("\n\n", end)
    return start, end if until < 0 else max(end, until)


def _with_stated(record: Record, stated: Stated) -> Record:
    """Fill what the page shows nowhere from what it states for machines, and say so."""
    return replace(
        _with_day(record, stated.date, stated.basis), address=stated.address,
        language=record.language or stated.language, translations=stated.translations,
    )  # fmt: skip


def _with_day(record: Record, day: str | None, basis: str) -> Record:
    if record.date is not None or day is None:
        return record
    found = tuple(doubt for doubt in record.doubts if doubt != doubts.NO_DATE)
    return replace(record, date=day, doubts=found, basis={**dict(record.basis), "date": basis})


def _free(whole: Span, taken: Sequence[Span], text: str) -> Iterator[Span]:
    """Give the stretches of a span that nothing else has, without white space around them."""
    at = whole[0]
    for start, end in [*((s, e) for s, e in taken if s < whole[1] and e > whole[0]), (whole[1], whole[1])]:
        stretch = text[at : max(at, start)]
        if stretch.strip():
            begin = at + len(stretch) - len(stretch.lstrip())
            yield begin, begin + len(stretch.strip())
        at = max(at, end)
