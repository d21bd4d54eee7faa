"""Cleans a file by what it is, not by what it is called."""

from collections.abc import Callable

from dateline.publishing.clean.image import clean_image
from dateline.publishing.clean.office import clean_office
from dateline.publishing.clean.pdf import clean_pdf
from dateline.publishing.clean.plain import clean_plain
from dateline.publishing.clean.record import CannotClean, Cleaned

_BY_OPENING: tuple[tuple[bytes, Callable[[bytes], Cleaned]], ...] = (
    (b"%PDF-", clean_pdf),
    (b"\xff\xd8\xff", clean_image),
    (b"\x89PNG\r\n\x1a\n", clean_image),
    (b"RIFF", clean_image),
    (b"PK\x03\x04", clean_office),
)


def clean(content: bytes) -> Cleaned:
    """Give the cleaned copy of a file. Raises CannotClean, with a sentence, for what can't be made safe."""
    if not content:
        raise CannotClean("The file is empty.")
    for opening, cleaner in _BY_OPENING:
        if content.startswith(opening):
            return cleaner(content)
    if b"%PDF-" in content[:1024]:  # some writers put a line before the header; readers accept it
        return clean_pdf(content)
    return clean_plain(content)
