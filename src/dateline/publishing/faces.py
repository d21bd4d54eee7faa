"""What a public page shows, as frozen records: taken from the record by `gather`, given to the templates by `render`.

Nothing here knows a database key, a draft or the clock; every path is absolute on the site ("/2014/10/…/").
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["press release", "statement", "media advisory", "open letter"]


@dataclass(frozen=True, slots=True)
class ContactFace:
    """A media contact as a reporter may call it."""

    name: str
    role: str
    phone: str
    email: str
    languages: str  # as the organization words it: "English, Spanish"
    hours: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page, or the nearest to it, in another language."""

    language: str  # BCP 47: "es"
    label: str  # in that language: "Español"
    path: str
    is_same_text: bool  # True: a version of this very release; False: only that language's newsroom


@dataclass(frozen=True, slots=True)
class TopicLink:
    """A topic and the page that keeps its story."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class NewsroomFace:
    """The frame of every page of one newsroom in one language."""

    name: str
    uid: str  # stable identity of the newsroom, and of its feed: "urn:uuid:…"
    language: str
    zone: str  # IANA name, "America/Los_Angeles": a release's own day becomes a moment in it
    site_address: str  # "https://press.example" without a slash; "" where none is configured
    path: str  # "/" or "/es/"
    place: str
    accent: str  # "#rrggbb", contrast checked when it is set
    boilerplate: str  # plain paragraphs parted by blank lines
    contacts: tuple[ContactFace, ...]
    topics: tuple[TopicLink, ...]  # topics with at least one public release, by name
    languages: tuple[LanguageLink, ...]  # the newsroom's other languages
    feed_path: str  # Atom
    rss_path: str
    json_feed_path: str
    hub: str  # a WebSub hub's address, where feeds name one; else ""
    archive_path: str
    topics_path: str  # the index of topics
    search_path: str
    addressees_path: str  # the index of addressees
    organizations_path: str  # the index of organizations
    coverage_path: str  # what others published
    press_path: str  # whom to call, what to copy, what was corrected


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Paragraphs of the body."""

    html: str  # sanitised: p, strong, em, a, ul, ol, li, br only
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """Words that someone said."""

    words: str
    speaker: str
    title: str
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list of plain lines."""

    lines: tuple[str, ...]
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """A picture with its credit; without place, device or author data."""

    path: str
    width: int
    height: int
    alt: str
    credit: str
    caption: str
    kind: Literal["image"] = "image"


Block = TextBlock | QuoteBlock | ListBlock | ImageBlock


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
class Narrowed:
    """What narrows a list: the kind, addressee or organization that it is about."""

    of: Literal["kind", "addressee", "organization"]
    name: str  # "" for an organization whose name stands under nothing here now
    path: str
    role: str = ""  # an addressee's
    url: str = ""  # an organization's own web address


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
class PressPicture:
    """A logo or photograph that reporters may print."""

    name: str
    alt: str
    credit: str
    path: str  # as the page shows it
    width: int
    height: int
    press_path: str  # as large as it is
    media_type: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that happened to what was said."""

    happened_on: date  # in the newsroom's zone
    act: Literal["corrected", "updated", "withdrawn", "redacted"]
    headline: str  # as the release says it now
    language: str
    path: str
    note: str  # "" for what was removed to protect a person


@dataclass(frozen=True, slots=True)
class PressFace:
    """What a newsroom has for the press."""

    lengths: tuple[str, ...]  # the boilerplate, shortest first; plain paragraphs parted by blank lines
    pictures: tuple[PressPicture, ...]
    policy: str  # "" where the newsroom has worded none
    log: tuple[LogEntry, ...]  # newest first, bounded


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
class Piece:
    """A part of a text, marked where it is a word that was looked for."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class FoundRelease:
    """A release in an answer of the search."""

    entry: Entry
    headline: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many releases one month has, for the archive's chart."""

    year: int
    month: int
    count: int
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
class PageLink:
    """A neighbour in time: the month or year before or after."""

    label_on: date  # first day of that month or year
    path: str


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


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a filter of the search offers."""

    value: str  # as an address has it
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SearchFace:
    """A question and its answer; every link is the query of an address ("q=rent&page=2")."""

    text: str  # as asked, "" where nothing was
    years: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    languages: tuple[Choice, ...]  # none where there is one language only
    is_newest_first: bool
    is_filtered: bool
    releases: tuple[FoundRelease, ...]
    count: int
    is_more: bool  # more than `count` have the words: these are the newest
    page: int
    pages: int
    says_nothing: bool  # only words that every release has were asked for
    took_too_long: bool
    unknown: tuple[str, ...]  # words that no release has at all
    link_by_relevance: str
    link_newest_first: str
    link_earlier: str  # the page before, "" where there is none
    link_later: str
    link_unfiltered: str
    links_by_word: tuple[tuple[str, str], ...]  # (word, link) for each of several words
