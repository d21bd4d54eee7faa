"""Answers from a file's name and first bytes what it is, and refuses by name what is not read yet."""

from dateline.reading.errors import Unreadable

SIGNATURES = (
    (b"%PDF-", "a PDF", "PDFs are"),
    (b"PK\x03\x04", "a Word document or another zipped file", "zipped files are"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document", "those are"),
    (b"{\\rtf", "an RTF document", "RTF documents are"),
    (b"\x89PNG", "a picture", "pictures are"),
    (b"\xff\xd8\xff", "a picture", "pictures are"),
    (b"GIF8", "a picture", "pictures are"),
    (b"\x1f\x8b", "a compressed file", "compressed files are"),
    (b"SQLite format 3\x00", "a database", "databases are"),
)
"""First bytes, what they mean, and the beginning of the sentence that says it is not read yet."""

SUFFIXES = {
    "html": "a web page", "htm": "a web page", "xhtml": "a web page", "xml": "an XML file", "rss": "a feed",
    "atom": "a feed", "wxr": "a WordPress export", "eml": "a mail", "mbox": "a mailbox", "warc": "a web archive",
    "json": "a JSON file", "svg": "a drawing", "css": "a style sheet", "js": "a program",
}  # fmt: skip
"""Endings of text files whose form is not plain text; a reader for each belongs in formats/."""

CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31}


def refuse_unless_text(data: bytes, file_name: str, where: str) -> None:
    """Raise `Unreadable` for an empty file, a known format that is not read yet, and anything binary."""
    if not data.strip():
        what = "This file is empty." if not data else "This file holds nothing but white space."
        raise Unreadable(what, where, "If it should hold a release, save it again.")
    for signature, name, them in SIGNATURES:
        if data.startswith(signature):
            todo = "Save its text as a .txt file, or hand it out as an attachment of a release."
            raise Unreadable(f"This is {name}; {them} not read yet.", where, todo)
    ending = file_name.rpartition(".")[2].lower()
    if ending in SUFFIXES:
        todo = "Open it, select all, copy the text into a .txt file, and read that."
        raise Unreadable(f"This is {SUFFIXES[ending]}; only plain text is read yet.", where, todo)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    nul = data.find(b"\x00")
    if nul >= 0:
        todo = "If it is a text, save it again as UTF-8; if not, leave it out."
        raise Unreadable("It holds NUL bytes, so it is no plain text.", f"{where}, byte {nul}", todo)
    strange = sum(byte in CONTROLS for byte in data[:4096])
    if strange * 20 > len(data[:4096]):
        raise Unreadable("This is not a text.", where, "Leave it out, or save its text as a .txt file.")
