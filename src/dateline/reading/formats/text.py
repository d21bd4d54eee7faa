"""Takes plain text, a saved listing or a single release, and gives its reading."""

from collections.abc import Iterator

from dateline.reading.decode import decode
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_LINES, MAX_TEXT_BYTES
from dateline.reading.printed import read_printed
from dateline.reading.record import Reading
from dateline.reading.sniff import Head
from dateline.reading.source import Source


def read(source: Source) -> Iterator[Reading]:
    """Read one text; raise `Unreadable` where it is none, or too long."""
    data = source.content(MAX_TEXT_BYTES)
    Head(data, source.name).refuse_unless_text()
    text = decode(data, source.name, source.path, source.charset)
    count = len(text.text.splitlines())
    if count > MAX_LINES:
        todo = "Split it into several files, between two releases, and read those."
        raise Unreadable(f"This text has {count} lines; up to {MAX_LINES} are read at once.", source.name, todo)
    yield read_printed(text)
