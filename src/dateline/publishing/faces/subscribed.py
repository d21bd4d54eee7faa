"""What programs fetch: feeds, sitemaps, calendars."""

from dataclasses import dataclass
from datetime import datetime

from dateline.publishing.faces.release import EventFace


@dataclass(frozen=True, slots=True)
class CalendarFace:
    """An event as calendars take it, so that a later version takes an earlier one's place."""

    uid: str  # without its prefix: "2f1e…"
    headline: str
    language: str
    event: EventFace
    page_path: str
    sequence: int  # one more with each version
    stamped_at: datetime  # when that version was made
    is_cancelled: bool  # it no longer invites to it


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is of."""

    path: str  # its own
    page_path: str  # the page that it follows
    title: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language, as search engines are told of it."""

    language: str
    path: str


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page that search engines may find."""

    path: str
    changed_at: datetime | None  # when its words last changed, UTC; None for a page that others change
    alternates: tuple[Alternate, ...] = ()  # in every language that it exists in, its own included; none where in one


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """A release of the last two days, as Google News is told of it."""

    path: str
    publication: str  # the newsroom's name
    language: str
    headline: str
    public_at: datetime  # in the newsroom's zone
