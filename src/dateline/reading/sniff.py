"""Answers from a source's first bytes what it is, and refuses by name what can't be read. Content decides, not names."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from dateline.reading.errors import Unreadable

UNREAD = (
    (b"PK\x03\x04", "a zipped file without a document in it that is known here", "those are"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file, or a newer one locked with a password", "those are"),
    (b"{\\rtf", "an RTF document", "RTF documents are"),
    (b"x\x9f>\x22", "a winmail.dat, in which Outlook has packed what came with a mail", "those are"),
    (b"\x89PNG", "a picture", "pictures are"),
    (b"\xff\xd8\xff", "a picture", "pictures are"),
    (b"GIF8", "a picture", "pictures are"),
    (b"\x1f\x8b", "a compressed file", "compressed files of this kind are"),
    (b"SQLite format 3\x00", "a database", "databases are"),
)
"""First bytes, what they mean, and the beginning of the sentence that says it is not read."""

HOW = {
    b"\xd0\xcf\x11\xe0": "Open it in its program, save it as .docx (a mail: as .eml) without a password, and read that.",
    b"{\\rtf": "Open it in a word processor, save it as .docx or .odt, and read that.",
    b"x\x9f>\x22": "Ask who sent it to send it again as HTML or plain text; the mail itself is read.",
}
"""What to do where it is known better than for the others."""

SUFFIXES = {"svg": "a drawing", "css": "a style sheet", "js": "a program"}
"""Endings of files that look like text and hold no release."""

TABLES = ("csv", "tsv", "json", "jsonl", "ndjson")
"""Endings of files that hold rows or objects; whether a text is a table its content can't tell."""

CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31}

LOOKED_AT = 4096  # bytes of a head in which strange ones are counted


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a source."""

    data: bytes  # limits.SNIFF_BYTES of it, or all
    name: str  # for people; its ending is asked only where the content leaves it open
    is_mapped: bool = False  # a person has stated which of its columns is what

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
                todo = HOW.get(signature, "Save its text as a .txt file, or hand it out as an attachment of a release.")
                raise Unreadable(f"This is {kind}; {them} not read.", self.name, todo)
        if self.ending in SUFFIXES:
            todo = "Leave it out; if it does hold a release, copy the text into a .txt file, and read that."
            raise Unreadable(f"This is {SUFFIXES[self.ending]}; those are not read.", self.name, todo)
        if self.opening.startswith(b"<?xml"):
            what = "This is an XML file of no kind that is read, or its beginning only."
            todo = "If it is an export or a feed, fetch it again, whole; if not, leave it out."
            raise Unreadable(what, self.name, todo)
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


def is_table(head: Head) -> bool:
    """Recognise rows or objects: a person has stated what their columns are, or will be asked to."""
    if head.is_mapped:
        return True
    if head.ending in ("csv", "tsv"):
        return any(sign in head.data.partition(b"\n")[0] for sign in (b",", b";", b"\t"))
    return head.ending in TABLES and head.opening.startswith((b"{", b"["))


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


def opens_zip(pattern: bytes) -> Recognise:
    """Recognise a zip by the name of one of its first parts, with what follows it, wherever that stands in the head."""
    part = re.compile(rb"PK\x03\x04.{26}" + pattern, re.DOTALL)
    return lambda head: head.data.startswith(b"PK\x03\x04") and part.search(head.data) is not None


_FIELD = re.compile(rb"[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*")
_POSTMARK = re.compile(rb"(?im)^(?:message-id|mime-version|received|return-path|content-type):")
_FROM = re.compile(rb"(?im)^from:.*@")
_MAILBOX = re.compile(rb"From \S.*\b[0-9]{2}:[0-9]{2}.*\n")


def is_mail(*, is_mailbox: bool) -> Recognise:
    """Recognise a mail by the fields before its first blank line (RFC 5322), or a file of several (RFC 4155).

    A release that opens "From: … To: … Date: …" as a memorandum is none: it has no line that only programs write.
    """

    def recognise(head: Head) -> bool:
        opening = _MAILBOX.match(head.data)
        if is_mailbox != (opening is not None):
            return False
        at = begun = opening.end() if opening is not None else 0
        while field := _FIELD.match(head.data, at):
            at = field.end()
        fields = head.data[begun:at]
        is_whole = head.data[at : at + 2].startswith((b"\n", b"\r\n")) or at >= len(head.data) - MOST_OF_A_FIELD
        return is_whole and bool(_FROM.search(fields) and _POSTMARK.search(fields))

    return recognise


MOST_OF_A_FIELD = 4096
"""Bytes of one field of a mail that may be cut off where the head of the source ends."""


def is_text(head: Head) -> bool:
    """Take what nothing else was recognised in for a text; raise `Unreadable` where it is none."""
    head.refuse_unless_text()
    return True
