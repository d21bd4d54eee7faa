"""The records that reading hands out: what was found in one source, and where each character went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[int, int]
"""A half-open range of code points in the decoded source."""

KINDS = ("press release", "statement", "media advisory", "open letter")


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or office that a reporter can call, as printed."""

    name: str | None  # the person, or the office if no person is named
    role: str | None  # title, organization or language, as printed beside the name
    phone: str | None  # as printed, extension included
    email: str | None  # as printed


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason why a person should look before a record is published."""

    code: str  # a short stable word for programs: "no-date", "possible-join" …
    sentence: str  # what is unsure and what to do, for a communications director


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters that belong to no field, and the reason why nothing is lost by leaving them out."""

    span: Span
    why: str  # "white space", "link words", "end mark", "label" …


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text of the source that is part of no release; a person is shown it."""

    span: Span
    text: str  # the characters of the span, unchanged


@dataclass(frozen=True, slots=True)
class ReadError:
    """Why a source could not be read, in sentences that the command and the desk print unchanged."""

    what: str  # what is wrong
    where: str  # the source, and the place in it where that is known
    todo: str  # what a person can do about it


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands in a release's body or heads it."""

    address: str  # web address, or the name of a file that came with the source
    alt: str = ""  # what a person who can't see it is told, as printed
    caption: str = ""  # the line under it, without the credit
    credit: str = ""  # whose picture it is, as printed


@dataclass(frozen=True, slots=True)
class Record:
    """One release as found in a source."""

    kind: str = "press release"  # one of KINDS
    headline: str | None = None  # as printed, white space folded
    subheadline: str | None = None  # the line under the headline
    dateline: str | None = None  # place and date that open the body, as printed
    date: str | None = None  # the release's own day, ISO; None if day, month or year is not shown
    place: str | None = None  # as printed in the dateline, or in a kicker or date line standing for it
    language: str | None = None  # "en", "es", "fr", "pt", "de" or "no"
    teaser: bool = False  # true where only an opening of the release is known
    text: str = ""  # the body without the dateline; paragraphs parted by a blank line
    attachments: tuple[str, ...] = ()  # names of files handed out with the release
    contacts: tuple[Contact, ...] = ()  # media contacts
    embargo: str | None = None  # ISO date and time, with an offset only where the zone is printed
    address: str | None = None  # the web address that the source gives for the release itself
    topics: tuple[str, ...] = ()  # kickers, categories and tags, as printed
    doubts: tuple[Doubt, ...] = ()  # empty when a person need not look
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)  # where each field stands
    files_at: Mapping[str, str] = field(default_factory=dict)  # web addresses of `attachments` that the source links
    markup: str | None = None  # the words of `text` as HTML of the few elements in markup.clean; None: plain text
    pictures: tuple[Picture, ...] = ()  # in the order of the source
    identifier: str | None = None  # what the source calls it for good: guid, Message-ID, ninjs uri
    translations: tuple[str, ...] = ()  # addresses or identifiers of the same release in other languages
    pubstatus: str | None = None  # ninjs: "usable" was public, "withheld" was not; None: the source doesn't say
    basis: Mapping[str, str] = field(default_factory=dict)  # fields not taken from the printed words → from what

    @property
    def span(self) -> Span:
        """From the record's first character to its last; (0, 0) for an empty record."""
        every = [span for spans in self.spans.values() for span in spans]
        return (min(s for s, _ in every), max(e for _, e in every)) if every else (0, 0)

    def to_json(self) -> dict[str, Any]:
        """Give the record in the shape that `dateline read --json` prints."""
        return {
            "kind": self.kind, "headline": self.headline, "subheadline": self.subheadline,
            "dateline": self.dateline, "date": self.date, "place": self.place, "language": self.language,
            "teaser": self.teaser, "text": self.text, "attachments": list(self.attachments),
            "contacts": [
                {"name": c.name, "role": c.role, "phone": c.phone, "email": c.email} for c in self.contacts
            ],
            "embargo": self.embargo, "address": self.address, "topics": list(self.topics),
            "doubts": [{"code": d.code, "sentence": d.sentence} for d in self.doubts],
            "spans": {name: [list(span) for span in spans] for name, spans in self.spans.items()},
            **self._seldom(),
        }  # fmt: skip

    def _seldom(self) -> dict[str, Any]:
        """Give what few sources have, and only where this one has it."""
        pictures = [
            {"address": p.address, "alt": p.alt, "caption": p.caption, "credit": p.credit} for p in self.pictures
        ]
        all_of_it = {
            "files_at": dict(self.files_at), "markup": self.markup, "pictures": pictures,
            "identifier": self.identifier, "translations": list(self.translations),
            "pubstatus": self.pubstatus, "basis": dict(self.basis),
        }  # fmt: skip
        return {name: value for name, value in all_of_it.items() if value}


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one source gave: releases, marks and leftovers cover it, or an error says why not."""

    source: str  # the path as given, or below the folder that was given
    format: str | None  # "text", "attachment"; None if it could not be told
    encoding: str | None  # how the bytes were decoded; None if they were not
    releases: tuple[Record, ...] = ()  # in the order of the source
    marks: tuple[Mark, ...] = ()  # in the order of the source
    leftovers: tuple[Leftover, ...] = ()  # in the order of the source
    error: ReadError | None = None  # set if and only if the source could not be read
    path: Path = Path()  # the file that holds the source
    data: bytes | None = None  # the source's own bytes, where it is a part of that file that is kept by itself
    text: str = ""  # what the spans count in: the decoded text, or the text laid out from another format
    address: str | None = None  # the web address at which the source says that it stood
    files: Mapping[str, Path] = field(default_factory=dict)  # what came inside it, by name, while reading lasts
    is_handed_out: bool = False  # another source names it as its attachment: it completes releases and makes none

    def __iter__(self) -> Iterator[Record]:
        return iter(self.releases)

    def to_json(self) -> dict[str, Any]:
        """Give the reading in the shape that `dateline read --json` prints, one object a source."""
        return {
            "source": self.source, "format": self.format, "encoding": self.encoding,
            "releases": [release.to_json() for release in self.releases],
            "marks": [{"span": list(m.span), "why": m.why} for m in self.marks],
            "leftovers": [{"span": list(x.span), "text": x.text} for x in self.leftovers],
            "error": None if self.error is None else {
                "what": self.error.what, "where": self.error.where, "todo": self.error.todo,
            },
            **({"address": self.address} if self.address else {}),
            **({"text": self.text} if self.format not in (None, "text", "attachment") else {}),
        }  # fmt: skip
