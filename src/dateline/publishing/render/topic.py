"""Topics: the index of them, and what was said on one, when, as the story went on."""

from collections.abc import Sequence
from itertools import groupby

from dateline.publishing.faces import Entry, Feed, NewsroomFace, TopicLink
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.frame import Head, render_page
from dateline.publishing.render.phrases import sorting_key
from dateline.publishing.render.strip import strip_of

GAPS = (3, 10, 31, 92, 366)  # days between two releases up to which the timeline keeps them that near

Timeline = list[tuple[int, list[tuple[Entry, int]]]]


def render_topics(room: NewsroomFace) -> bytes:
    """Render the index of the newsroom's topics, as a reader of its language looks for them."""
    title = catalogue(room.language).gettext("Topics")
    head = Head(title=f"{title} — {room.name}", canonical=room.topics_path)
    topics = sorted(room.topics, key=lambda topic: sorting_key(topic.name, room.language))
    return render_page("topics.html", room, head, topics=topics)


def render_topic(
    room: NewsroomFace, topic: TopicLink, entries: Sequence[Entry], years: Sequence[tuple[int, str]]
) -> bytes:
    """Render a topic's timeline, its entries in the order given; `years` are its pages by year."""
    return _render(room, topic, entries, years, year=None)


def render_topic_year(
    room: NewsroomFace,
    topic: TopicLink,
    year: int,
    entries: Sequence[Entry],
    years: Sequence[tuple[int, str]],
    *,
    is_all: bool = True,
) -> bytes:
    """Render one year of a topic's timeline; where the entries are not all of it, the page says where all are."""
    return _render(room, topic, entries, years, year=year, is_all=is_all)


def _render(
    room: NewsroomFace,
    topic: TopicLink,
    entries: Sequence[Entry],
    years: Sequence[tuple[int, str]],
    year: int | None,
    *,
    is_all: bool = True,
) -> bytes:
    paths = dict(years)
    head = Head(
        title=" — ".join((topic.name, *([str(year)] if year else []), room.name)),
        canonical=paths.get(year, "") if year else topic.path,
        is_indexed=bool(entries),
        feed=Feed(f"{topic.path}feed.atom", topic.path, f"{topic.name} — {room.name}"),
    )
    return render_page(
        "topic.html",
        room,
        head,
        topic=topic,
        year=year,
        years=years,
        is_all=is_all,
        timeline=timeline(entries),
        strip=strip_of(entries, room.language),
    )


def timeline(entries: Sequence[Entry]) -> Timeline:
    """Part entries by year, each with the step of its distance in time from the one before it in the list."""
    steps = []
    before = None
    for entry in entries:
        days = abs((entry.dated_on - before).days) if before else 0
        steps.append((entry, sum(days > gap for gap in GAPS)))
        before = entry.dated_on
    return [(year, list(group)) for year, group in groupby(steps, key=lambda step: step[0].dated_on.year)]
