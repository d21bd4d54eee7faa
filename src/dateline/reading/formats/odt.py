"""Takes an OpenDocument text (.odt, .ott) and gives its reading."""

from collections.abc import Iterator

from dateline.reading.office.oasis import sheet_of
from dateline.reading.office.package import Package
from dateline.reading.office.read_sheet import read_sheet
from dateline.reading.record import Reading
from dateline.reading.source import Source


def read(source: Source) -> Iterator[Reading]:
    """Read one document; raise `Unreadable` where it is damaged, locked, too large or without text."""
    package = Package(source)
    yield read_sheet(source, package, sheet_of(package), "odt")
