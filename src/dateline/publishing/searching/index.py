"""Keeps the search's index in step with what is public: one release after a change, or all from nothing.

Words come from the current version of a public release alone. What is withdrawn is taken out.
"""

import uuid
from collections.abc import Iterable, Sequence

from django.db import connection, transaction

from dateline.publishing.models import Findable
from dateline.publishing.searching import store
from dateline.publishing.searching.printed_texts import body_of, head_of
from dateline.publishing.searching.terms import (
    Indexed,
    also_mark,
    indexed,
    kind_mark,
    language_mark,
    order_of,
    topic_mark,
    year_mark,
)
from dateline.releases.models import Release
from dateline.releases.status import Status

BATCH = 300  # releases read and put in at once: bounds memory


@transaction.atomic
def index_release(uid: str) -> None:
    """Put a release's present public words into the index, in the place of what it knew; take out what is not public."""
    store.take_out([uid])
    store.put(_rows([uuid.UUID(uid)]))


@transaction.atomic
def index_everything() -> int:
    """Make the whole index anew; give how many releases are in it."""
    store.clear()
    uids = list(Release.objects.filter(status=Status.PUBLIC).order_by("uid").values_list("uid", flat=True))
    for start in range(0, len(uids), BATCH):
        store.put(_rows(uids[start : start + BATCH]))
    return len(uids)


def dump() -> list[tuple[object, ...]]:
    """Give the whole content of the index, in order: what is known of each release, then each term with its release."""
    known: list[tuple[object, ...]] = list(
        Findable.objects.order_by("order").values_list("order", "uid", "head", "body", "marks")
    )
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, {store.TERMS}, instance)")
            cursor.execute("SELECT doc, term FROM temp.seen ORDER BY doc, term")
            known += cursor.fetchall()
            cursor.execute("DROP TABLE temp.seen")
        else:
            cursor.execute(
                f'SELECT "order", unnest(tsvector_to_array(terms)) AS term FROM {store.TERMS} ORDER BY 1, 2'  # noqa: S608
            )
            known += cursor.fetchall()
    return known


def _rows(uids: Sequence[uuid.UUID]) -> list[tuple[int, str, Indexed]]:
    found = Release.objects.filter(uid__in=uids, status=Status.PUBLIC)
    releases = list(found.select_related("current", "locale").prefetch_related("topics"))
    languages: dict[uuid.UUID, set[str]] = {}
    keys = [release.translation_key for release in releases]
    for key, language in (
        _public().filter(translation_key__in=keys).values_list("translation_key", "locale__language_code")
    ):
        languages.setdefault(key, set()).add(language)
    return [_row(release, languages[release.translation_key]) for release in releases]


def _public():
    return Release.objects.filter(status=Status.PUBLIC)


def _row(release: Release, languages: Iterable[str]) -> tuple[int, str, Indexed]:
    version = release.current
    assert version is not None
    language = version.words["language"]
    marks = {
        year_mark(version.dated_on.year),
        kind_mark(version.kind),
        language_mark(language),
        *(also_mark(other) for other in languages if other != language),
        *(topic_mark(topic.language, topic.slug) for topic in release.topics.all() if topic.language == language),
    }
    known = indexed(head_of(version.words), body_of(version.words), language, marks)
    return order_of(version.dated_on, release.uid.int), str(release.uid), known
