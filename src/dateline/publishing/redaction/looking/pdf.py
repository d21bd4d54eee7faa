"""PDF: the text of its pages as a reader meets it, every string beside them, and what can't be read (ISO 32000-1)."""

import io
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing

import pikepdf
import pypdfium2
from pypdfium2 import raw

from dateline.publishing.redaction.looking import found
from dateline.publishing.redaction.looking.found import APART, Doubt, Text

_MAY_BE_A_LETTER = 6  # corners from which a path is more than a rule or a box
_LETTERS_OF_A_NAME = 3  # such paths on a page from which letters may be drawn there
_DEEPEST = 40  # arrays and dictionaries within each other
_PARTED = ("\ufffe\r\n", "\ufffe", "\x02\r\n", "\x02", "-\r\n", "\u00ad\r\n")  # a word that goes on in the next line
_SAYS_WHERE = frozenset({"/Link", "/Widget"})  # notes that show nothing of their own

Reader = Callable[[bytes], Iterator[Text | Doubt]]


def texts_of_pdf(content: bytes, read_inner: Reader) -> Iterator[Text | Doubt]:
    """Give what stands in a PDF; files within it are read by `read_inner`."""
    yield from _pages(content)
    yield from _beside_the_pages(content, read_inner)


def _pages(content: bytes) -> Iterator[Text | Doubt]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        yield Doubt(found.LOCKED if "password" in str(error).lower() else found.DAMAGED)
        return
    with closing(document):
        for number in range(len(document)):
            try:
                with closing(document[number]) as page:
                    yield from _page(page)
            except pypdfium2.PdfiumError:
                yield Doubt(found.DAMAGED)


def _page(page: pypdfium2.PdfPage) -> Iterator[Text | Doubt]:
    with closing(page.get_textpage()) as layer:
        text = layer.get_text_range()
    yield Text(text)
    whole = text
    for mark in _PARTED:
        whole = whole.replace(mark, "")
    if whole != text:
        yield Text(whole)
    if not any(letter.isalnum() for letter in text):
        yield Doubt(found.NO_TEXT)
    if any(_is_unread(letter) for letter in whole):
        yield Doubt(found.LETTERS)
    drawn = 0
    for shape in page.get_objects((raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)):
        if shape.type == raw.FPDF_PAGEOBJ_PATH:
            drawn += raw.FPDFPath_CountSegments(shape.raw) > _MAY_BE_A_LETTER
        else:
            yield Doubt(found.PICTURES)
    if drawn >= _LETTERS_OF_A_NAME:
        yield Doubt(found.DRAWINGS)


def _is_unread(letter: str) -> bool:
    # A font that doesn't say which letters it shows gives codes of its own.
    return (
        letter == "\ufffd" or unicodedata.category(letter) in ("Co", "Cn") or (letter < " " and letter not in "\t\r\n")
    )


def _beside_the_pages(content: bytes, read_inner: Reader) -> Iterator[Text | Doubt]:
    """Give titles, notes, fields, descriptions of pictures and files within: whatever is kept as a string."""
    if content.count(b"%%EOF") > 1:
        yield Doubt(found.OTHERS)  # earlier states of the document lie in the file
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            for each in document.objects:
                yield Text(APART.join(_strings(each, 0)))
                if isinstance(each, pikepdf.Dictionary):
                    yield from _of_a_kind(each, read_inner)
                elif isinstance(each, pikepdf.Stream) and each.get("/Type") == "/Metadata":
                    yield Text(each.read_bytes().decode("utf-8", "replace"))
    except pikepdf.PasswordError:
        yield Doubt(found.LOCKED)
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError):
        yield Doubt(found.DAMAGED)


def _strings(node: pikepdf.Object, depth: int) -> Iterator[str]:
    if isinstance(node, pikepdf.String):
        yield str(node)
    elif depth > _DEEPEST:
        raise RecursionError
    elif isinstance(node, pikepdf.Array):
        for inner in node:
            if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
                yield from _strings(inner, depth + 1)
    elif isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
        for _, inner in (node.stream_dict if isinstance(node, pikepdf.Stream) else node).items():
            if isinstance(inner, pikepdf.Object) and not inner.is_indirect:
                yield from _strings(inner, depth + 1)


def _of_a_kind(node: pikepdf.Dictionary, read_inner: Reader) -> Iterator[Text | Doubt]:
    if node.get("/Type") == "/Annot" or ("/Subtype" in node and "/Rect" in node):
        if str(node.get("/Subtype")) not in _SAYS_WHERE:
            yield Doubt(found.NOTES)
    if "/XFA" in node:
        yield Doubt(found.OTHERS)
    within = node.get("/EF")
    if isinstance(within, pikepdf.Dictionary):
        for _, stream in within.items():
            if isinstance(stream, pikepdf.Stream):
                yield from read_inner(stream.read_bytes())
