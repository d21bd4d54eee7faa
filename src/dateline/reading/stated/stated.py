"""The record of one release whose fields its source states."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.reading.markup.laid_out import LaidOut
from dateline.reading.record import Contact, Doubt, Picture

NOTHING = LaidOut("", (), (), ())


@dataclass(frozen=True, slots=True)
class Beside:
    """Words that stand beside a release in its source."""

    words: str
    why: str = ""  # the reason why they are part of none; "": they are left over, and a person is shown them


@dataclass(frozen=True, slots=True)
class File:
    """A file that is handed out with the release."""

    name: str
    address: str = ""  # where it lies; "": the source gives its name alone


@dataclass(frozen=True, slots=True)
class Stated:
    """What a source states of one release, or of something that is none."""

    place: str  # in its source: "post 12"
    data: bytes  # its own bytes
    is_release: bool = True
    headline: str = ""
    subheadline: str = ""
    printed_on: str = ""  # the date, as it stands
    day: str | None = None  # that day, ISO
    date_from: str = ""  # the field that states it
    body: LaidOut = NOTHING
    set_aside: tuple[
        tuple[int, int, str], ...
    ] = ()  # places in the body's text that are none of it; why, or "" as Beside
    dateline_place: str | None = None  # where the source has a field for it
    address: str | None = None
    identifier: str | None = None
    language: str | None = None
    language_from: str = ""  # the field that states it; "": it is only the whole source's
    topics: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    pictures: tuple[Picture, ...] = ()  # beside the body's own
    known: Mapping[str, Picture] = field(default_factory=dict)  # the body's pictures, by address, as stated elsewhere
    contacts: tuple[Contact, ...] = ()
    embargo: str | None = None
    kind: str | None = None  # one of record.KINDS, where it is stated
    translations: tuple[str, ...] = ()
    pubstatus: str | None = None
    teaser: bool | None = None  # None: the words tell
    beside: tuple[Beside, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    basis: Mapping[str, str] = field(default_factory=dict)
