"""Takes a PDF (ISO 32000) and gives its reading; one that holds pictures of pages alone is refused as scanned."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from dateline.reading import doubts
from dateline.reading.asides import doubted, fullest, read_with
from dateline.reading.decode import Text
from dateline.reading.errors import Unreadable
from dateline.reading.furnish import furnished
from dateline.reading.limits import MAX_DOCUMENT_BYTES, MAX_GLYPHS, MAX_LINES, MAX_PAGE_GLYPHS, MAX_PAGES
from dateline.reading.paging.lay_pages import lay_pages
from dateline.reading.paging.weigh import weigh
from dateline.reading.paging.words import PageWords, words_on
from dateline.reading.record import Doubt, Reading
from dateline.reading.source import Source

FEWEST = 12
"""Characters on a page below which it holds no text: a scanner prints its own name or a number."""


def read(source: Source) -> Iterator[Reading]:
    """Read one document; raise `Unreadable` where it is locked, damaged, scanned or too long."""
    pages = _pages(source)
    scanned = [number for number, page in enumerate(pages, 1) if page.count < FEWEST and page.is_picture]
    if sum(page.count for page in pages) < FEWEST * max(1, len(pages) - len(scanned)) or len(scanned) == len(pages):
        raise _without_text(source, pages, len(scanned))
    readings = []
    for way in lay_pages(pages):
        if way.laid_out.text.count("\n") > MAX_LINES:
            raise _too_long(source, f"{way.laid_out.text.count(chr(10)):,} lines")
        reading = read_with(Text(source.name, way.laid_out.text, None, path=source.path), way.asides)
        readings.append(_addressed(furnished(reading, way.laid_out), way.address))
    reading = replace(fullest(readings), format="pdf", data=source.data)
    yield doubted(reading, *_doubts(pages, scanned))


def _pages(source: Source) -> list[PageWords]:
    data = source.content(MAX_DOCUMENT_BYTES)
    weigh(data, source.name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(source, error) from error
    pages, count = [], 0
    with closing(document):
        if len(document) > MAX_PAGES:
            raise _too_long(source, f"{len(document):,} pages")
        for number in range(len(document)):
            try:
                with closing(document[number]) as page:
                    pages.append(words_on(page, document))
            except pypdfium2.PdfiumError as error:
                raise _damaged(source, f", page {number + 1}") from error
            count += pages[-1].count
            if pages[-1].count > MAX_PAGE_GLYPHS:
                raise _too_long(source, f"more than {MAX_PAGE_GLYPHS:,} characters on page {number + 1}")
            if count > MAX_GLYPHS:
                raise _too_long(source, f"more than {MAX_GLYPHS:,} characters")
    return pages


def _addressed(reading: Reading, address: str | None) -> Reading:
    """A web page that was printed names its address; of a page of several releases it is none of theirs."""
    if address is None:
        return reading
    releases = reading.releases
    if len(releases) == 1:
        releases = (replace(releases[0], address=releases[0].address or address),)
    return replace(reading, address=reading.address or address, releases=releases)


def _doubts(pages: Sequence[PageWords], scanned: Sequence[int]) -> list[Doubt]:
    out = []
    if scanned:
        out.append(doubts.scanned_pages(scanned))
    if any(page.is_picture and page.count >= FEWEST for page in pages):
        out.append(doubts.RECOGNISED)
    text = "".join(word.text for page in pages for word in page.words)
    strange = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character < " " for character in text)
    if strange * 100 > len(text):
        out.append(doubts.LETTERS)
    return out


def _cannot_open(source: Source, error: pypdfium2.PdfiumError) -> Unreadable:
    if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        todo = "Open it with the password, print it into a new PDF, and read that."
        return Unreadable("This PDF is locked with a password.", source.name, todo)
    return _damaged(source)


def _damaged(source: Source, where: str = "") -> Unreadable:
    todo = "Open it in another program and print it into a new PDF; if it does not open there either, look for another copy."
    return Unreadable("This PDF is damaged.", source.name + where, todo)


def _too_long(source: Source, what: str) -> Unreadable:
    todo = "Split it into several files, between two releases, and read those."
    return Unreadable(
        f"This PDF has {what}; up to {MAX_PAGES:,} pages and {MAX_LINES:,} lines are read at once.", source.name, todo
    )


def _without_text(source: Source, pages: Sequence[PageWords], scanned: int) -> Unreadable:
    if not scanned:
        what = f"This PDF has {_count(len(pages), 'page')} and no text on them: they are empty, or drawn."
        return Unreadable(
            what, source.name, "If it should hold a release, save it again from the program that it was written in."
        )
    what = f"This PDF is scanned: {_count(scanned, 'page')} of it hold a picture, and no text that could be read."
    todo = "Let a program with text recognition (OCR) read it and check what it gives, or type the release; the scan can be handed out as an attachment."
    return Unreadable(what, source.name, todo)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
