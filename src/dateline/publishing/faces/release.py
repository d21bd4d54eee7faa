"""A release as its own page shows it, with what happened to it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dateline.publishing.faces.body import Block
from dateline.publishing.faces.room import ContactFace, LanguageLink, TopicLink

Kind = Literal["press release", "statement", "media advisory", "open letter"]


@dataclass(frozen=True, slots=True)
class AttachmentFace:
    """A file handed out with the release, or the name of one that has not been found."""

    name: str  # as handed out
    path: str  # "" where only the name is known
    media_type: str  # "application/pdf"; "" where only the name is known
    size_bytes: int
    is_removed: bool = False  # to protect a person: its name is the mark that says so


@dataclass(frozen=True, slots=True)
class PartnerFace:
    """An organization in whose name the release is said, by its own consent."""

    name: str
    url: str  # "" where none
    slug: str = ""  # of its page in each newsroom; "" before its name was ever public


@dataclass(frozen=True, slots=True)
class AddresseeFace:
    """To whom a release speaks, and the page of what was said to them."""

    name: str
    role: str  # "" where none
    path: str


@dataclass(frozen=True, slots=True)
class ChangeFace:
    """One thing that happened to what was said, newest first on the page."""

    act: Literal["corrected", "updated", "withdrawn"]
    changed_at: datetime  # in the newsroom's zone
    note: str  # what was changed and why, in the newsroom's words
    before_path: str  # what the text said before; "" for a withdrawal


@dataclass(frozen=True, slots=True)
class EventFace:
    """To what an advisory invites the press."""

    what: str
    who: str
    where: str  # may have several lines
    starts_at: datetime | None  # in the zone in which it happens; None only in a preview
    ends_at: datetime | None  # None where nobody says


@dataclass(frozen=True, slots=True)
class CoverageFace:
    """What others published."""

    outlet: str
    headline: str  # as the outlet set it
    published_on: date
    language: str  # of the report
    url: str  # "" where none is known
    about: str = ""  # path of the release that it is about, where that is not the page it stands on
    about_headline: str = ""


@dataclass(frozen=True, slots=True)
class RemovalFace:
    """That something was removed to protect a person; never what."""

    removed: Literal["passage", "attachment", "picture"]
    removed_on: date  # in the newsroom's zone


@dataclass(frozen=True, slots=True)
class ReleaseFace:
    """One release as it is said now, or one of its earlier versions."""

    path: str
    uid: str  # stable identity of the release: "urn:uuid:…"
    feed_id: str  # what feeds call it: the same, or what an older feed called it
    kind: Kind
    topics: tuple[TopicLink, ...]
    headline: str
    subheadline: str
    partners: tuple[PartnerFace, ...]
    dateline: str  # as printed, with its dash: "LOS ANGELES, Oct. 9, 2014 —"
    place: str
    dated_on: date
    blocks: tuple[Block, ...]
    lede: str  # plain text
    is_teaser: bool  # only the opening of this release has been found
    attachments: tuple[AttachmentFace, ...]
    boilerplate: str
    event: EventFace | None  # an advisory's
    is_over: bool  # that to which it invited is
    calendar_path: str  # the event as a calendar file; "" where there is none to add
    contacts: tuple[ContactFace, ...]
    language: str
    translations: tuple[LanguageLink, ...]
    changes: tuple[ChangeFace, ...]
    public_at: datetime  # first public here, in the newsroom's zone
    changed_at: datetime | None  # last correction, update or withdrawal
    superseded_by: str  # path of what it says now, where this is an earlier version; else ""
    addressees: tuple[AddresseeFace, ...] = ()
    number: int = 1  # of its version
    said_at: datetime | None = None  # when this version became what it says, in the newsroom's zone
    removals: tuple[RemovalFace, ...] = ()  # oldest first; on every version alike
    coverage: tuple[CoverageFace, ...] = ()  # newest first; none on an earlier version
