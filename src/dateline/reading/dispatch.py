"""The table of formats: how each is recognised, and which file reads it. The first that recognises a source has it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import cast

from dateline.reading.record import Reading
from dateline.reading.sniff import (
    Head,
    Recognise,
    every,
    holds,
    is_mail,
    is_page,
    is_table,
    is_text,
    is_wacz,
    is_warc,
    opens,
    opens_zip,
)
from dateline.reading.source import Source

Read = Callable[[Source], Iterator[Reading | Source]]


@dataclass(frozen=True, slots=True)
class Format:
    """One line of the table."""

    name: str  # of the format, as people are told, and of its file in formats/
    is_it: Recognise
    is_document: bool = False  # offices hand such files out: another source may name it as its attachment


XML = opens(rb"<\?xml\b|<!--|<!doctype\s+rss|<(?:rss|rdf:rdf|feed)\b")

FORMATS = (
    Format("warc", is_warc),
    Format("wacz", is_wacz),
    Format("pdf", lambda head: b"%PDF-" in head.data[:1024], is_document=True),  # some writers put a line before it
    Format("docx", opens_zip(rb"word/"), is_document=True),
    Format("odt", opens_zip(rb"mimetypeapplication/vnd\.oasis\.opendocument\.text"), is_document=True),
    Format("mbox", is_mail(is_mailbox=True)),
    Format("mail", is_mail(is_mailbox=False)),
    Format("wordpress", every(XML, holds(b"wordpress.org/export/"))),
    Format("feed", opens(rb"(?s)(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>]*>|\s+)*+<(?:rss|rdf:rdf|(?:atom:)?feed)\b")),
    Format("json_feed", every(opens(rb"\{"), holds(b"jsonfeed.org/version"))),
    Format("ninjs", every(opens(rb"[{\[]"), holds(b'"ninjs', b'"versioncreated"', b"ninjs-schema"), holds(b'"uri"'))),
    Format("table", is_table, is_document=True),
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
