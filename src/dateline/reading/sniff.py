"""Answers from a source's first bytes what it is, and refuses by name what can't be read. Content decides, not names."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from dateline.reading.errors import Unreadable

UNREAD = (
    (b"%PDF-", "a PDF", "PDFs are"),
    (b"PK\x03\x04", "a Word document or another zipped file", "zipped files are"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document", "those are"),
    (b"{\\rtf", "an RTF document", "RTF documents are"),
    (b"\x89PNG", "a picture", "pictures are"),
    (b"\xff\xd8\xff", "a picture", "pictures are"),
    (b"GIF8", "a picture", "pictures are"),
    (b"\x1f\x8b", "a compressed file", "compressed files of this kind are"),
    (b"SQLite format 3\x00", "a database", "databases are"),
)
"""First bytes, what they mean, and the beginning of the sentence that says it is not read."""

SUFFIXES = {"svg": "a drawing", "css": "a style sheet", "js": "a program"}
"""Endings of files that look like text and hold no release."""

CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31}

LOOKED_AT = 4096  # bytes of a head in which strange ones are counted


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a source."""

    data: bytes  # limits.SNIFF_BYTES of it, or all
    name: str  # for people; its ending is asked only where the content leaves it open

    @property
    def opening(self) -> bytes:
        """Give its bytes behind a byte order mark and white space, in small letters."""
        return self.data.removeprefix(b"\xef\xbb\xbf").lstrip().lower()

    @property
    def ending(self) -> str:
        """Give the ending of its name, without the dot, in small letters."""
        return self.name.rpartition(".")[2].lower()

    def refuse_unless_text(self) -> None:
        """Raise `Unreadable` for an empty file, a known kind that is not read, and anything binary."""
        if not self.data.strip():
            what = "This file is empty." if not self.data else "This file holds nothing but white space."
            raise Unreadable(what, self.name, "If it should hold a release, save it again.")
        for signature, kind, them in UNREAD:
            if self.data.startswith(signature):
                todo = "Save its text as a .txt file, or hand it out as an attachment of a release."
                raise Unreadable(f"This is {kind}; {them} not read.", self.name, todo)
        if self.ending in SUFFIXES:
            todo = "Leave it out; if it does hold a release, copy the text into a .txt file, and read that."
            raise Unreadable(f"This is {SUFFIXES[self.ending]}; those are not read.", self.name, todo)
        if self.data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return
        nul = self.data.find(b"\x00")
        if nul >= 0:
            todo = "If it is a text, save it again as UTF-8; if not, leave it out."
            raise Unreadable("It holds NUL bytes, so it is no plain text.", f"{self.name}, byte {nul}", todo)
        strange = sum(byte in CONTROLS for byte in self.data[:LOOKED_AT])
        if strange * 20 > len(self.data[:LOOKED_AT]):
            raise Unreadable("This is not a text.", self.name, "Leave it out, or save its text as a .txt file.")


Recognise = Callable[[Head], bool]


def begins(*signatures: bytes) -> Recognise:
    """Recognise a source by its very first bytes."""
    return lambda head: head.data.startswith(signatures)


def opens(pattern: bytes) -> Recognise:
    """Recognise a source by a pattern at its first visible byte, in small letters."""
    compiled = re.compile(pattern)
    return lambda head: compiled.match(head.opening) is not None


def every(*conditions: Recognise) -> Recognise:
    """Recognise what all of the conditions recognise."""
    return lambda head: all(condition(head) for condition in conditions)


def either(*conditions: Recognise) -> Recognise:
    """Recognise what one of the conditions recognises."""
    return lambda head: any(condition(head) for condition in conditions)


def holds(*words: bytes) -> Recognise:
    """Recognise a source whose head holds one of the words, in small letters."""
    return lambda head: any(word in head.data.lower() for word in words)


def is_warc(head: Head) -> bool:
    """Recognise a WARC, plain or compressed."""
    if head.data.startswith(b"\x1f\x8b"):
        try:
            return zlib.decompressobj(wbits=31).decompress(head.data[:LOOKED_AT], 5) == b"WARC/"
        except zlib.error:
            return False
    return head.data.startswith(b"WARC/")


def is_wacz(head: Head) -> bool:
    """Recognise a WACZ by the folder or the file that comes first in it."""
    return re.match(rb"PK\x03\x04.{26}(?:archive/|indexes/|pages/|datapackage)", head.data, re.DOTALL) is not None


_PAGE = re.compile(rb"(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*<(?:!doctype\s+html|html\b)", re.DOTALL)
_ELEMENTS = re.compile(
    rb"<(?:html|head|body|div|p|table|tr|td|ul|li|a\s+href|h[1-6]|br|font|center|article|section)\b[^<>]*>"
)
FEWEST_ELEMENTS = 4  # of a fragment that was saved without its head


def is_page(head: Head) -> bool:
    """Recognise a web page, or a fragment of one that opens with an element."""
    if _PAGE.match(head.opening):
        return True
    if not head.opening.startswith(b"<") or head.opening.startswith((b"<?xml", b"<rss", b"<feed", b"<svg")):
        return False
    return len(_ELEMENTS.findall(head.opening)) >= FEWEST_ELEMENTS


def is_text(head: Head) -> bool:
    """Take what nothing else was recognised in for a text; raise `Unreadable` where it is none."""
    head.refuse_unless_text()
    return True
