"""Takes a mail (.eml) and gives its reading, and hands on the documents and mails that came in it."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.reading.dispatch import format_of
from dateline.reading.errors import Unreadable
from dateline.reading.letters.letter import File, letter_of
from dateline.reading.letters.read_letter import handed_out, read_letter
from dateline.reading.limits import SNIFF_BYTES
from dateline.reading.record import Reading
from dateline.reading.sniff import Head
from dateline.reading.source import Source

OUTLOOK = b"x\x9f>\x22"
"""First bytes of a winmail.dat, which is named as unreadable rather than handed out."""


def read(source: Source) -> Iterator[Reading | Source]:
    """Read one mail. A document in it completes its release; where the mail holds none, the document is read for its own."""
    letter = letter_of(source)
    reading = handed_out(
        read_letter(source, letter), [file for file in letter.files if not file.content.startswith(OUTLOOK)]
    )
    yield reading
    for number, content in enumerate(letter.inner, 1):
        yield source.part(f"mail {number}", content)
    for file in letter.files:
        part = source.part(file.name, file.content)
        if file.content.startswith(OUTLOOK):
            yield part
        elif _is_document(file):
            yield replace(part, is_handed_out=bool(reading.releases))


def _is_document(file: File) -> bool:
    try:
        return format_of(Head(file.content[:SNIFF_BYTES], file.name)).is_document
    except Unreadable:
        return False
