"""The frame of a newsroom's pages: its name, its people, where its pages lie."""

from dataclasses import dataclass


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
