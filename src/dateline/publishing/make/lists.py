"""Makes lists of releases: months and years, topics, kinds, addressees, organizations; and the indexes of these.

Each is bounded, so that none takes longer in a larger archive: only a month lists all that it has.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dateline.publishing.addresses import Output, list_path, month_path, topic_path, year_path
from dateline.publishing.faces import Entry, Narrowed, PageLink
from dateline.publishing.gather.lists import (
    List,
    addressee,
    addressees,
    entries,
    organization,
    organizations,
    topic,
    topics,
)
from dateline.publishing.kinds import kind_of
from dateline.publishing.make.maker import Maker, index
from dateline.publishing.make.newsroom import FRONT_LENGTH
from dateline.publishing.press import Sheet
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.environment import KIND_NAMES
from dateline.publishing.render.month import render_month
from dateline.publishing.render.narrowed import (
    render_addressees,
    render_narrowed,
    render_narrowed_year,
    render_organizations,
)
from dateline.publishing.render.topic import render_topic, render_topic_year, render_topics
from dateline.publishing.render.year import render_year
from dateline.releases.models.address import Stop

YEAR_LENGTH = 250  # headlines on the page of a year; where there are more, the pages of its months have them all
NARROWED_LENGTH = 100  # releases on the page of a topic's or kind's year, a story's pace with the opening of each


def make_month(maker: Maker, output: Output) -> Sheet:
    """Make the page of a month, which lists all of it."""
    room = maker.record.rooms[output.room]
    first = date.fromisoformat(f"{output.detail}-01")
    earlier, later = (
        PageLink(day, month_path(room.path, day)) if (day := _as_day(near)) else None
        for near in _neighbours(output.detail, maker.record.details(room.path, Stop.MONTH))
    )
    said = entries(List(room.path).in_month(first))
    return Sheet({index(month_path(room.path, first)): render_month(room, first, said, earlier, later)})


def make_year(maker: Maker, output: Output) -> Sheet:
    """Make the page of a year: its headlines, or where they are too many its months."""
    room, year = maker.record.rooms[output.room], int(output.detail)
    earlier, later = (
        PageLink(day, year_path(room.path, day.year)) if (day := _as_day(near)) else None
        for near in _neighbours(output.detail, maker.record.details(room.path, Stop.YEAR))
    )
    months = [
        PageLink(day, month_path(room.path, day))
        for known in maker.record.details(room.path, Stop.MONTH)
        if known.startswith(output.detail) and (day := _as_day(known))
    ]
    said, is_all = _said_in(List(room.path), year, YEAR_LENGTH)
    page = render_year(room, year, said if is_all else None, months, earlier, later)
    return Sheet({index(year_path(room.path, year)): page})


def make_topic(maker: Maker, output: Output) -> Sheet:
    """Make a topic's timeline: its newest, or one year of it."""
    room = maker.record.rooms[output.room]
    slug, _, year = output.detail.partition("/")
    path, whole = topic_path(room.path, slug), List(room.path, "topic", slug)
    link, years = topic(maker.record, room.path, slug), _years_of(maker, "topic", room.path, slug)
    if not year:
        return Sheet({index(path): render_topic(room, link, entries(whole, FRONT_LENGTH), years)})
    said, is_all = _said_in(whole, int(year), NARROWED_LENGTH)
    page = render_topic_year(room, link, int(year), said, years, is_all=is_all)
    return Sheet({index(f"{path}{year}/"): page})


def make_kind(maker: Maker, output: Output) -> Sheet:
    """Make the list of a kind."""
    language = maker.record.rooms[output.room].language
    slug = output.detail.partition("/")[0]
    name = catalogue(language).gettext(KIND_NAMES[kind_of(slug, language)])
    narrowed = Narrowed("kind", name, list_path(output.room, "kind", slug))
    return _narrowed(maker, output, lambda slug, year: narrowed)


def make_addressee(maker: Maker, output: Output) -> Sheet:
    """Make the list of what was said to someone."""
    return _narrowed(maker, output, lambda slug, year: addressee(output.room, slug))


def make_organization(maker: Maker, output: Output) -> Sheet:
    """Make the list of what was said in an organization's name."""
    return _narrowed(maker, output, lambda slug, year: organization(output.room, slug, year))


def make_addressees(maker: Maker, output: Output) -> Sheet:
    """Make the index of addressees."""
    room = maker.record.rooms[output.room]
    return Sheet({index(room.addressees_path): render_addressees(room, addressees(maker.record, room.path))})


def make_organizations(maker: Maker, output: Output) -> Sheet:
    """Make the index of organizations."""
    room = maker.record.rooms[output.room]
    named = organizations(maker.record, room.path)
    return Sheet({index(room.organizations_path): render_organizations(room, named)})


def make_topics(maker: Maker, output: Output) -> Sheet:
    """Make the index of topics."""
    room = maker.record.rooms[output.room]
    # Only this page shows all topics: a new one must not touch every page there is.
    with_topics = replace(room, topics=topics(maker.record, room.path))
    return Sheet({index(room.topics_path): render_topics(with_topics)})


def _narrowed(maker: Maker, output: Output, head: Callable[[str, int | None], Narrowed]) -> Sheet:
    room = maker.record.rooms[output.room]
    slug, _, year = output.detail.partition("/")
    years = _years_of(maker, output.kind, room.path, slug)
    whole = List(room.path, output.kind, slug)
    narrowed = head(slug, int(year) if year else None)
    if not year:
        return Sheet({index(narrowed.path): render_narrowed(room, narrowed, entries(whole, FRONT_LENGTH), years)})
    said, is_all = _said_in(whole, int(year), NARROWED_LENGTH)
    page = render_narrowed_year(room, narrowed, int(year), said, years, is_all=is_all)
    return Sheet({index(f"{narrowed.path}{year}/"): page})


def _said_in(whole: List, year: int, length: int) -> tuple[list[Entry], bool]:
    """Give the newest of a year, and whether they are all."""
    said = entries(whole.in_year(year), length + 1)
    return said[:length], len(said) <= length


def _years_of(maker: Maker, kind: str, room: str, slug: str) -> list[tuple[int, str]]:
    """Name the pages by year of a narrowed list, newest first."""
    known = maker.record.details(room, kind)
    years = [int(each.rpartition("/")[2]) for each in known if each.startswith(f"{slug}/")]
    return [(each, f"{list_path(room, kind, slug)}{each:04d}/") for each in sorted(years, reverse=True)]


def _neighbours(own: str, known: list[str]) -> tuple[str, str]:
    before = [detail for detail in known if detail < own]
    after = [detail for detail in known if detail > own]
    return (before[-1] if before else "", after[0] if after else "")


def _as_day(detail: str) -> date | None:
    if not detail:
        return None
    year, _, month = detail.partition("-")
    return date(int(year), int(month or 1), 1)
