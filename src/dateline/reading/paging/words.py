"""Takes a page of a PDF and gives its words with their places (ISO 32000; points, from the page's lower left corner)."""

import ctypes
import math
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

from dateline.reading.limits import MAX_PAGE_GLYPHS

HYPHENS = "-‐\u00ad"
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "\ufffe": "-",
    "\x02": "-",
    "\u00a0": " ",
}
"""Forms of print, as the letters that they are; U+FFFE and U+0002 are the library's for a hyphen at a line's end."""
_ODD = re.compile("[" + "".join(_LIGATURES) + "]")
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
"""What the library gives for a hyphen at a line's end stands within a word of its text; here the word ends there."""
LEADING = 1.2
"""The height of a line by the size of its letters, as printers set it."""

COVERS = 0.6
"""The share of a page that a picture fills where the page is a scan."""


@dataclass(slots=True)
class Word:
    """A word as it stands on a page."""

    text: str
    left: float
    right: float
    base: float  # the line on which it stands
    size: float  # the height of its line, if that is set with little room
    link: str = ""  # the address to which it leads


@dataclass(slots=True)
class PageWords:
    """One page."""

    words: list[Word]
    width: float
    height: float
    turned: list[str] = field(default_factory=list)  # words that run upwards or downwards
    count: int = 0  # of characters; above the limit no word of it was read
    is_picture: bool = False  # a picture fills most of it


def words_on(page: pypdfium2.PdfPage, document: pypdfium2.PdfDocument) -> PageWords:
    """Read a page; raise `PdfiumError` where it is damaged."""
    width, height = page.get_size()
    with closing(page.get_textpage()) as layer:
        count = layer.count_chars()
        found = PageWords(list(_words(layer)) if count <= MAX_PAGE_GLYPHS else [], width, height, count=count)
    found.turned = [word.text for word in found.words if _is_turned(word)]
    if found.turned:
        found.words = [word for word in found.words if not _is_turned(word)]
    for (left, bottom, right, top), address in _links(page, document):
        for word in found.words:
            middle = (word.left + word.right) / 2, word.base + word.size / 4
            if left <= middle[0] <= right and bottom <= middle[1] <= top:
                word.link = address
    found.is_picture = len(found.words) < 400 and _is_picture(page, width * height)
    return found


def _words(layer: pypdfium2.PdfTextPage) -> Iterator[Word]:
    count = layer.count_chars()
    text = layer.get_text_range(0, count) if count else ""
    is_even = len(text) == count
    box, end, matrix = raw.FS_RECTF(), raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    last: Word | None = None
    for found in _WORD.finditer(text):
        first, after = found.start(), found.end() - 1
        if not is_even:  # some characters of the page have no text
            first = raw.FPDFText_GetCharIndexFromTextIndex(layer.raw, first)
            after = raw.FPDFText_GetCharIndexFromTextIndex(layer.raw, after)
        if not raw.FPDFText_GetLooseCharBox(layer.raw, first, ctypes.byref(box)):
            continue
        raw.FPDFText_GetLooseCharBox(layer.raw, after, ctypes.byref(end))
        # Not the height of the box: where a font doesn't tell its own, that is each letter's.
        raw.FPDFText_GetCharOrigin(layer.raw, first, ctypes.byref(x), ctypes.byref(y))
        scale = (
            math.hypot(matrix.b, matrix.d) if raw.FPDFText_GetMatrix(layer.raw, first, ctypes.byref(matrix)) else 1.0
        )
        size = LEADING * scale * raw.FPDFText_GetFontSize(layer.raw, first)
        words = (
            _ODD.sub(lambda odd: _LIGATURES[odd[0]], found[0])
            if not found[0].isascii() or "\x02" in found[0]
            else found[0]
        )
        word = Word(words, box.left, max(end.right, box.right), y.value, max(size, 1.0))
        if (
            last is not None
            and last.text == word.text
            and abs(last.left - word.left) < 1.5
            and abs(last.base - word.base) < 1.5
        ):
            continue  # printed twice, a hair apart, to look bold
        last = word
        yield word


def _is_turned(word: Word) -> bool:
    return len(word.text) > 2 and word.right - word.left < word.size / 2 and word.text.strip("il.,:;|!'") != ""


def _links(
    page: pypdfium2.PdfPage, document: pypdfium2.PdfDocument
) -> Iterator[tuple[tuple[float, float, float, float], str]]:
    at, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page.raw, ctypes.byref(at), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
        if not 1 < length < 4000 or not raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            continue
        address = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document.raw, action, address, length)
        yield (rect.left, rect.bottom, rect.right, rect.top), address.value.decode("utf-8", "replace")


def _is_picture(page: pypdfium2.PdfPage, area: float) -> bool:
    covered = 0.0
    for shape in page.get_objects((raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = shape.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered > COVERS * area
