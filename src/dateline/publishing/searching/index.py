"""Keeps the search's index in step with what is public: one release after a change, or all from nothing.

Words come from the current version of a public release alone. What is withdrawn is taken out.
"""

from collections.abc import Sequence

from django.db import connection, transaction

from dateline.publishing.gather.rows import ReleaseRow, rows_of
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
    store.put(_rows([uid]))


@transaction.atomic
def index_everything() -> dict[str, Exception]:
    """Make the whole index anew; give the releases, by their uids, that could not be read, with the reason."""
    store.clear()
    failed: dict[str, Exception] = {}
    uids = Release.objects.filter(status=Status.PUBLIC).order_by("uid").values_list("uid", flat=True)
    known = [str(uid) for uid in uids]
    for start in range(0, len(known), BATCH):
        batch = known[start : start + BATCH]
        try:
            store.put(_rows(batch))
        except (LookupError, TypeError, ValueError):  # one that can't be read keeps none of the others
            failed |= _index_one_by_one(batch)
    return failed


def _index_one_by_one(uids: Sequence[str]) -> dict[str, Exception]:
    failed: dict[str, Exception] = {}
    for uid in uids:
        try:
            store.put(_rows([uid]))
        except (LookupError, TypeError, ValueError) as error:
            failed[uid] = error
    return failed


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


def _rows(uids: Sequence[str]) -> list[tuple[int, str, Indexed]]:
    return [_row(row) for row in rows_of(uids) if row.status == Status.PUBLIC]


def _row(row: ReleaseRow) -> tuple[int, str, Indexed]:
    now = row.versions[-1]
    language = now.words["language"]
    marks = {
        year_mark(now.dated_on.year),
        kind_mark(now.words["kind"]),
        language_mark(language),
        *(also_mark(other) for other, _ in row.translations if other != language),
        *(topic_mark(spoken, slug) for _, slug, spoken in row.topics if spoken == language),
    }
    known = indexed(head_of(now.words), body_of(now.words), language, marks)
    return order_of(now.dated_on, row.uid.int), str(row.uid), known
