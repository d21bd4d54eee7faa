"""The table of formats: how each is recognised, and which file reads it. The first that recognises a source has it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import cast

from dateline.reading.record import Reading
from dateline.reading.sniff import Head, Recognise, is_page, is_text, is_wacz, is_warc
from dateline.reading.source import Source

Read = Callable[[Source], Iterator[Reading | Source]]


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the table."""

    name: str  # of the format, as people are told, and of its file in formats/
    is_it: Recognise
    is_document: bool = False  # offices hand such files out: another source may name it as its attachment


FORMATS = (
    Format("warc", is_warc),
    Format("wacz", is_wacz),
    Format("html", is_page),
    Format("text", is_text),  # last: it takes or refuses what no other has recognised
)


def format_of(head: Head) -> Format:
    """Say which format a source is; raise `Unreadable` where it is none that is read."""
    return next(each for each in FORMATS if each.is_it(head))


@cache
def reader_of(name: str) -> Read:
    """Give a format's reader; what it needs is imported only then, since most readings need two or three."""
    return cast(Read, import_module(f"dateline.reading.formats.{name}").read)
