"""Releases in lists, and what a list is of."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.publishing.faces.release import Kind


@dataclass(frozen=True, slots=True)
class Entry:
    """A release in a list."""

    path: str
    uid: str
    kind: Kind
    headline: str
    lede: str
    dated_on: date
    language: str
    is_teaser: bool
    is_corrected: bool


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many releases one month has, for the archive's chart."""

    year: int
    month: int
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class PageLink:
    """A neighbour in time: the month or year before or after."""

    label_on: date  # first day of that month or year
    path: str


@dataclass(frozen=True, slots=True)
class PlainLink:
    """A page by its name."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class ArchiveWays:
    """The other ways into the archive: only those in which something was ever public."""

    kinds: tuple[PlainLink, ...] = ()
    has_addressees: bool = False
    has_organizations: bool = False


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What narrows a list: the kind, addressee or organization that it is about."""

    of: Literal["kind", "addressee", "organization"]
    name: str  # "" for an organization whose name stands under nothing here now
    path: str
    role: str = ""  # an addressee's
    url: str = ""  # an organization's own web address
