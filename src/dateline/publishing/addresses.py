"""Which addresses exist, which outputs stand at them, and which of them a change touches. Pure."""

import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

SLUG_LENGTH = 72  # long enough for most headlines, short enough that an address survives a mail's line


@dataclass(frozen=True, order=True)
class Output:
    """One thing that is rendered as a whole; `detail` says which of its kind."""

    kind: str  # release · front · archive · feed · month · year · topic · topics · coverage · press · missing · assets · room
    room: str = ""  # the newsroom's path: "/" or "/es/"; "" for a release and the assets
    detail: str = ""  # uid, "2014-10", "2014", a topic's slug alone or with a year: "housing/2014"

    def __str__(self) -> str:
        """Give the form in which it is kept as owed."""
        return f"{self.kind} {self.room} {self.detail}".rstrip() if self.detail or self.room else self.kind

    @classmethod
    def parse(cls, text: str) -> "Output":
        """Read the kept form. Raises ValueError on any other text."""
        parts = text.split(" ")
        if not 1 <= len(parts) <= 3 or not parts[0]:
            raise ValueError(f"{text!r} names no output.")
        return cls(*parts)


@dataclass(frozen=True)
class Standing:
    """What lists need to know of a release that is or was listed."""

    uid: str
    room: str
    dated_on: date
    topics: frozenset[str] = frozenset()  # slugs
    translations: frozenset[str] = frozenset()  # uids of the same release in other languages
    coverage_years: frozenset[int] = frozenset()  # in which others published about it


def touched_by(before: Standing | None, after: Standing | None) -> set[Output]:
    """Name every output that may differ when a release goes from one standing (or none) to another (or none)."""
    touched: set[Output] = set()
    for standing in (before, after):
        if standing is None:
            continue
        room, day = standing.room, standing.dated_on
        touched |= {
            Output("release", detail=standing.uid),
            Output("front", room),
            Output("feed", room),
            Output("archive", room),
            Output("month", room, f"{day:%Y-%m}"),
            Output("year", room, f"{day:%Y}"),
        }
        for slug in standing.topics:
            touched |= {Output("topic", room, slug), Output("topic", room, f"{slug}/{day:%Y}")}
        touched |= {Output("release", detail=uid) for uid in standing.translations}
        if standing.coverage_years:
            years = {Output("coverage", room, f"{year:04d}") for year in standing.coverage_years}
            touched |= {Output("coverage", room)} | years
        if before is not None:  # what happened to what was said is told there
            touched.add(Output("press", room))
    if (before.topics if before else None) != (after.topics if after else None):
        touched |= {Output("topics", standing.room) for standing in (before, after) if standing}
    return touched


def month_path(room: str, day: date) -> str:
    """Give the address of a month."""
    return f"{room}{day:%Y}/{day:%m}/"


def year_path(room: str, year: int) -> str:
    """Give the address of a year."""
    return f"{room}{year:04d}/"


def topic_path(room: str, slug: str) -> str:
    """Give the address of a topic."""
    return f"{room}topics/{slug}/"


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
    while path in taken:
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
    rooms: Iterable[str],
    months: Iterable[tuple[str, str]],
    topics: Iterable[tuple[str, str]],
    uids: Iterable[str],
    coverage: Iterable[tuple[str, str]] = (),
) -> set[Output]:
    """Name all outputs of a site.

    Rooms' paths, (room, "2014-10") that were ever public, (room, topic), releases, (room, "2014") of coverage.
    """
    outputs = {Output("assets")} | {Output("release", detail=uid) for uid in uids}
    for room in rooms:
        outputs |= {
            Output(kind, room) for kind in ("front", "archive", "feed", "topics", "coverage", "press", "missing")
        }
    for room, month in months:
        outputs |= {Output("month", room, month), Output("year", room, month[:4])}
    outputs |= {Output("coverage", room, year) for room, year in coverage}
    return outputs | {Output("topic", room, slug) for room, slug in topics}
