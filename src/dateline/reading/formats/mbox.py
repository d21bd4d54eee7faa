"""Takes a mailbox (mbox, RFC 4155, of any length) and hands on its mails one by one."""

import re
from collections.abc import Iterator

from dateline.reading.limits import MAX_DOCUMENT_BYTES
from dateline.reading.record import ReadError, Reading
from dateline.reading.source import Source, too_large

_POSTMARK = re.compile(rb"From \S.*\b[0-9]{2}:[0-9]{2}")
"""What parts mails: a line of text that begins with 'From ' has no hour in it."""

_STUFFED = re.compile(rb">+From ")
LINE_BYTES = 1_000_000
"""A longer line is taken in pieces: attachments of old programs have no line ends."""


def read(source: Source) -> Iterator[Reading | Source]:
    """Hand on each mail; one above the limit is a reading with an error, and the rest goes on."""
    lines: list[bytes] = []
    count = size = 0
    is_after_blank, is_begun = True, True
    with source.open() as file:
        while line := file.readline(LINE_BYTES):
            if is_begun and is_after_blank and _POSTMARK.match(line):
                if count:
                    yield _mail(source, count, lines, size)
                lines, size, count = [], 0, count + 1
            else:
                size += len(line)
                if size <= MAX_DOCUMENT_BYTES:
                    lines.append(line[1:] if is_begun and _STUFFED.match(line) else line)
                else:
                    lines = []
            is_after_blank, is_begun = is_begun and not line.strip(), line.endswith(b"\n")
    if count:
        yield _mail(source, count, lines, size)


def _mail(source: Source, number: int, lines: list[bytes], size: int) -> Reading | Source:
    part = source.part(f"mail {number}", b"".join(lines))
    if size <= MAX_DOCUMENT_BYTES:
        return part
    error: ReadError = too_large(part.name, size, MAX_DOCUMENT_BYTES).error
    return Reading(part.name, None, None, error=error, path=source.path)
