"""Takes a WARC (ISO 28500), compressed or not, and gives the readings of the newest good capture of each address."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.reading.captures.read_captures import read_captures
from dateline.reading.captures.records import one_by_one
from dateline.reading.record import Reading
from dateline.reading.source import Source


def read(source: Source) -> Iterator[Reading]:
    """Read one capture, in memory that grows by some ninety bytes an address."""
    if source.data is not None:  # it came inside another source
        path = source.work.keep(source.data)
        source = replace(source, path=path, data=None)
    yield from read_captures(source, [one_by_one(source)])
