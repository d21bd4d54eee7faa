"""Reading: files and folders in, releases with the place of each character out. Pure: no database, no network."""

from dateline.reading.read import read_paths, read_source
from dateline.reading.record import Contact, Doubt, Leftover, Mark, ReadError, Reading, Record, Span

__all__ = [
    "Contact", "Doubt", "Leftover", "Mark", "ReadError", "Reading", "Record", "Span", "read_paths", "read_source",
]  # fmt: skip
