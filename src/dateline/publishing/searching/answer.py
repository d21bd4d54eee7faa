"""A newsroom's path and an address's query → the page that answers: the one page that is made when it is asked for."""

from dataclasses import dataclass

from dateline.publishing.faces import Choice, SearchFace
from dateline.publishing.gather.lists import topic_order, topics_known
from dateline.publishing.gather.record import Record
from dateline.publishing.kinds import kind_of, kind_slugs
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.environment import KINDS
from dateline.publishing.render.search import render_search
from dateline.publishing.searching.asked import Asked, Choices, read, words_of
from dateline.publishing.searching.find import Found, find
from dateline.publishing.searching.store import TooLong
from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.models.address import Stop


@dataclass(frozen=True)
class Answered:
    """A page and its status."""

    status: int  # 200, or 503 where the search took too long
    body: bytes


def answer_search(path: str, query: bytes) -> Answered | None:
    """Answer a question in the newsroom that begins at `path`; None where there is no such newsroom.

    Nothing of the question is kept.
    """
    record = Record()
    room = record.rooms.get(path)
    if room is None:
        return None
    languages = [newsroom.language for newsroom in record.newsrooms]
    topics = {topic.slug: topic.name for topic in sorted(topics_known(record, path), key=topic_order)}
    choices = Choices(
        years=sorted((int(year) for year in record.details(path, Stop.YEAR)), reverse=True),
        kinds=kind_slugs(room.language),
        topics=topics,
        languages=languages if len(languages) > 1 else [],
    )
    asked = read(query, choices)
    found, took_too_long = Found(), False
    try:
        if asked.text:
            found = find(asked, kind_of(asked.kind, room.language) if asked.kind else "", room.language, languages)
    except TooLong:
        took_too_long = True
    face = _face(asked, found, choices, topics, room.language, took_too_long)
    return Answered(503 if took_too_long else 200, render_search(room, face))


def _face(
    asked: Asked, found: Found, choices: Choices, topics: dict[str, str], language: str, took_too_long: bool
) -> SearchFace:
    page = min(asked.page, found.pages)
    words = words_of(asked.text)
    kinds = {slug: catalogue(language).gettext(KINDS[kind_of(slug, language)]) for slug in choices.kinds}
    return SearchFace(
        text=asked.text,
        years=tuple(Choice(f"{year}", f"{year}", year == asked.year) for year in choices.years),
        kinds=tuple(Choice(slug, label, slug == asked.kind) for slug, label in kinds.items()),
        topics=tuple(Choice(slug, name, slug == asked.topic) for slug, name in topics.items()),
        languages=tuple(
            Choice(each, LANGUAGE_NAMES.get(each, each), each == asked.language) for each in choices.languages
        ),
        is_newest_first=asked.is_newest_first,
        is_filtered=asked.is_filtered,
        releases=found.releases,
        count=found.count,
        is_more=found.is_more,
        page=page,
        pages=found.pages,
        says_nothing=found.says_nothing,
        took_too_long=took_too_long,
        unknown=found.unknown,
        link_by_relevance=asked.query(is_newest_first=False, page=1),
        link_newest_first=asked.query(is_newest_first=True, page=1),
        link_earlier=asked.query(page=page - 1) if page > 1 else "",
        link_later=asked.query(page=page + 1) if page < found.pages else "",
        link_unfiltered=asked.query(year=0, kind="", topic="", language="", page=1),
        links_by_word=tuple((word, asked.query(text=word, page=1)) for word in words) if len(words) > 1 else (),
    )
