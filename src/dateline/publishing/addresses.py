"""Which addresses exist, which outputs stand at them, and which of them a change touches. Pure."""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.publishing.kinds import kind_slugs

# What is paid after the pages: nobody waits for it with the page open.
LAST = frozenset({"findable", "maps", "prints", "search"})
# One in each newsroom.
INDEXES = ("front", "archive", "feed", "topics", "addressees", "organizations", "coverage", "press", "missing")
SLUG_LENGTH = 72  # long enough for most headlines, short enough that an address survives a mail's line

PDF_NAME, SHARE_NAME, TEXT_NAME, DATA_NAME = "release.pdf", "share.png", "release.txt", "release.json"
CALENDAR = "advisory.ics"
OUR_NAMES = frozenset(
    {PDF_NAME, SHARE_NAME, TEXT_NAME, DATA_NAME, CALENDAR, "index.html"}
)  # beneath a release; no attachment's

# Tens of milliseconds each: made after all pages, so that no page waits for one.
SLOW_KINDS = frozenset({"pdf", "share"})


@dataclass(frozen=True, order=True, slots=True)
class Output:
    """One thing that is rendered as a whole; `detail` says which of its kind."""

    # release · pdf · share · front · archive · feed · month · year · topic · kind · addressee · organization
    # topics · addressees · organizations (their indexes) · coverage · press · missing · assets
    # sitemaps (the index and its pages) · sitemap · news · findable (the search's row of a release, which is no file)
    # maps (what no file answers, for web servers)
    # and what stands for many: room · search (all rows of the search) · prints (all that is slow) · places (of all lists)
    kind: str
    room: str = ""  # the newsroom's path: "/" or "/es/"; "" for what is of a release and what the whole site has once
    # uid, "2014-10", "2014", a topic's slug alone or with a year: "housing/2014", a narrower feed: "topics/housing"
    detail: str = ""

    def __str__(self) -> str:
        """Give the form in which it is kept as owed."""
        return f"{self.kind} {self.room} {self.detail}".rstrip() if self.detail or self.room else self.kind

    @property
    def is_slow(self) -> bool:
        """Whether it is made after all that are not."""
        return self.kind in SLOW_KINDS

    @property
    def is_of_a_release(self) -> bool:
        """Whether `detail` is a release's uid."""
        return self.kind == "release" or self.is_slow

    @classmethod
    def parse(cls, text: str) -> "Output":
        """Read the kept form. Raises ValueError on any other text."""
        parts = text.split(" ")
        if not 1 <= len(parts) <= 3 or not parts[0]:
            raise ValueError(f"{text!r} names no output.")
        return cls(*parts)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A release's place in one list of one newsroom."""

    room: str  # the newsroom's path; not the release's own where that newsroom has it in no language of its own
    kind: str  # "" for the newsroom's list of everything, or topic, kind, addressee, organization
    slug: str  # "" in the list of everything
    dated_on: date


@dataclass(frozen=True)
class Standing:
    """What surrounds a release that is or was public."""

    uid: str
    room: str
    kind: str  # its slug in the newsroom's language
    places: frozenset[Place] = frozenset()
    translations: frozenset[str] = frozenset()  # uids of the same release in other languages
    coverage_years: frozenset[int] = frozenset()  # in which others published about it


def touched_by(before: Standing | None, after: Standing | None, moved: frozenset[Place] = frozenset()) -> set[Output]:
    """Name every output that may differ when a release goes from one standing (or none) to another (or none).

    `moved` are places that its translations have taken or left by it.
    """
    touched = {Output("news")}
    for standing in (before, after):
        if standing is None:
            continue
        room = standing.room
        touched |= {
            Output("release", detail=standing.uid),
            Output("findable", detail=standing.uid),
            *(Output(kind, detail=standing.uid) for kind in SLOW_KINDS),
            Output("feed", room),
            Output("feed", room, f"kinds/{standing.kind}"),
            *(Output("feed", room, f"topics/{place.slug}") for place in standing.places if place.kind == "topic"),
        }
        touched |= _lists_of(standing.places)
        touched |= {Output(kind, detail=uid) for uid in standing.translations for kind in ("release", "findable")}
        if standing.coverage_years:
            years = {Output("coverage", room, f"{year:04d}") for year in standing.coverage_years}
            touched |= {Output("coverage", room)} | years
        if before is not None:  # what happened to what was said is told there
            touched.add(Output("press", room))
    places = [standing.places if standing else frozenset() for standing in (before, after)]
    for place in (places[0] ^ places[1]) | moved:
        if index := INDEX_OF.get(place.kind):
            touched.add(Output(index, place.room))
    return touched | _lists_of(moved)


INDEX_OF = {"topic": "topics", "addressee": "addressees"}  # who stands there changes with who is listed


def _lists_of(places: Iterable[Place]) -> set[Output]:
    touched = set[Output]()
    for place in places:
        room, day = place.room, place.dated_on
        if place.kind:
            touched |= {Output(place.kind, room, place.slug), Output(place.kind, room, f"{place.slug}/{day:%Y}")}
            if place.kind == "organization":  # their index shows the names as they were printed last
                touched.add(Output("organizations", room))
        else:
            touched |= {
                Output("front", room),
                Output("archive", room),
                Output("month", room, f"{day:%Y-%m}"),
                Output("year", room, f"{day:%Y}"),
            }
    return touched


def month_path(room: str, day: date) -> str:
    """Give the address of a month."""
    return f"{room}{day:%Y}/{day:%m}/"


def year_path(room: str, year: int) -> str:
    """Give the address of a year."""
    return f"{room}{year:04d}/"


LISTS = {"topic": "topics", "kind": "kinds", "addressee": "addressed", "organization": "organizations"}


def list_path(room: str, kind: str, slug: str) -> str:
    """Give the address of a list narrowed to something: a topic, a kind, an addressee, an organization."""
    return f"{room}{LISTS[kind]}/{slug}/"


def topic_path(room: str, slug: str) -> str:
    """Give the address of a topic."""
    return list_path(room, "topic", slug)


def coverage_path(room: str, year: int | None = None) -> str:
    """Give the address of what others published, or of one year of it."""
    return f"{room}coverage/" if year is None else f"{room}coverage/{year:04d}/"


def press_path(room: str) -> str:
    """Give the address of the press page."""
    return f"{room}press/"


def release_path(room: str, dated_on: date, slug: str, taken: Container[str]) -> str:
    """Give a release its address: its month, its slug, and a number only where another public address has it."""
    stem = f"{month_path(room, dated_on)}{slug}"
    path, number = f"{stem}/", 1
    while path in taken:
        number += 1
        path = f"{stem}-{number}/"
    return path


def file_path(release: str, name: str, taken: Container[str]) -> str:
    """Give an attachment its address beneath its release; `name` with its ending."""
    stem, dot, ending = name.rpartition(".")
    slug = slug_of(stem if dot else name)
    ending = re.sub(r"[^a-z0-9]", "", ending.lower()) if dot else ""
    suffix = f".{ending}" if ending else ""
    path, number = f"{release}{slug}{suffix}", 1
    while path in taken or path.removeprefix(release) in OUR_NAMES:
        number += 1
        path = f"{release}{slug}-{number}{suffix}"
    return path


def slug_of(text: str) -> str:
    """Make the part of an address that says what stands there: ASCII letters, digits and hyphens, cut at a word."""
    slug = "-".join(slug_words(text))
    if len(slug) > SLUG_LENGTH:
        cut = slug.rfind("-", 0, SLUG_LENGTH + 1)
        slug = slug[: cut if cut > 0 else SLUG_LENGTH]
    return slug or "release"


def slug_words(text: str) -> list[str]:
    """Give the words of a text as an address writes them."""
    # NFKD parts an accent from its letter, so that "Raúl" becomes "raul" and not "ra-l".
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", ascii_text.lower()))


def every_output(
    rooms: Mapping[str, str],
    months: Iterable[tuple[str, str]],
    lists: Iterable[tuple[str, str, str]],
    sitemaps: Iterable[tuple[str, str]],
    uids: Iterable[str],
    coverage: Iterable[tuple[str, str]] = (),
) -> set[Output]:
    """Name all outputs of a site that are not slow: rooms' paths with their languages, releases, and what was ever public of the rest.

    Months are (room, "2014-10"), lists (kind, room, slug), sitemaps (room, "2014-10" or "2014-10-2"), coverage (room, "2014").
    """
    outputs = {Output("assets"), Output("maps"), Output("news"), Output("sitemaps")}
    outputs |= {Output("release", detail=uid) for uid in uids}
    for room, language in rooms.items():
        outputs |= {Output(kind, room) for kind in INDEXES}
        outputs |= {Output("feed", room, f"kinds/{slug}") for slug in kind_slugs(language)}
    for room, month in months:
        outputs |= {Output("month", room, month), Output("year", room, month[:4])}
    for kind, room, slug in lists:
        outputs.add(Output(kind, room, slug))
        if kind == "topic" and "/" not in slug:
            outputs.add(Output("feed", room, f"topics/{slug}"))
    outputs |= {Output("coverage", room, year) for room, year in coverage}
    return outputs | {Output("sitemap", room, detail) for room, detail in sitemaps}
