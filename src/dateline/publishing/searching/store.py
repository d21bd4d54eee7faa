"""The index in the database: which releases have all these terms, newest first, and no more of them than is asked.

SQLite has the terms in an FTS5 table whose rows are in order of days: it gives the newest without looking at the rest.
PostgreSQL has them as a tsvector without positions under a GIN index, which gives matches in no order: few are sorted,
many are looked for year by year. A time limit stands over every question.
"""

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import OperationalError, connection, transaction
from django.db.models import Max, Min

from dateline.publishing.models import Findable
from dateline.publishing.searching.terms import Indexed, terms_of, year_mark, year_of

TERMS = "publishing_findable_terms"
LIMIT_SECONDS = 0.8
INSTRUCTIONS = 20_000  # of SQLite's machine between two looks at the clock: about a millisecond


class TooLong(Exception):
    """A question that was not answered within the time limit."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the index is asked: all terms of any alternative, all marks, none of those that are not wanted."""

    alternatives: tuple[tuple[str, ...], ...]
    marks: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def after_migrating(sender: object, **kwargs: object) -> None:
    """Make the table, as no migration of a model can: it is another thing on each database."""
    make_table()


def make_table() -> None:
    """Make the place of the terms where there is none, and empty it where it belongs to nothing."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {TERMS} USING fts5"
                "(terms, content='', columnsize=0, detail=none, tokenize=\"ascii tokenchars '_'\")"
            )
        else:
            cursor.execute(f'CREATE TABLE IF NOT EXISTS {TERMS} ("order" bigint PRIMARY KEY, terms tsvector NOT NULL)')
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {TERMS}_gin ON {TERMS} USING gin (terms)")
    if not Findable.objects.exists():
        _clear_terms()


def put(rows: Sequence[tuple[int, str, Indexed]]) -> None:
    """Put releases (order, uid, what is known of them) in, those of the same uid out."""
    Findable.objects.bulk_create(
        (
            Findable(order=order, uid=uid, head=known.head, body=known.body, marks=known.marks)
            for order, uid, known in rows
        ),
        batch_size=150,
    )
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                f"INSERT INTO {TERMS} (rowid, terms) VALUES (%s, %s)",  # noqa: S608
                [(order, " ".join(terms_of(known))) for order, _, known in rows],
            )
        else:
            cursor.executemany(
                f'INSERT INTO {TERMS} ("order", terms) VALUES (%s, array_to_tsvector(%s)) '  # noqa: S608
                'ON CONFLICT ("order") DO UPDATE SET terms = excluded.terms',
                [(order, terms_of(known)) for order, _, known in rows],
            )


def take_out(uids: Iterable[str]) -> None:
    """Take releases out; those that are not in are no error."""
    for row in Findable.objects.filter(uid__in=list(uids)):
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                # The table keeps no text, so it is told under which terms the row is to be forgotten.
                terms = " ".join(terms_of(Indexed(row.head, row.body, row.marks)))
                cursor.execute(
                    f"INSERT INTO {TERMS} ({TERMS}, rowid, terms) VALUES ('delete', %s, %s)",  # noqa: S608
                    [row.order, terms],
                )
            else:
                cursor.execute(f'DELETE FROM {TERMS} WHERE "order" = %s', [row.order])  # noqa: S608
        row.delete()


def clear() -> None:
    """Empty the index."""
    Findable.objects.all()._raw_delete(connection.alias)
    _clear_terms()


def _clear_terms() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"INSERT INTO {TERMS} ({TERMS}) VALUES ('delete-all')")  # noqa: S608
        else:
            cursor.execute(f"DELETE FROM {TERMS}")  # noqa: S608


def newest(terms: Terms, most: int) -> list[int]:
    """Give the orders of the newest releases that have the terms, at most so many.

    Raises TooLong.
    """
    if connection.vendor == "sqlite":
        return _run(
            f"SELECT rowid FROM {TERMS} WHERE {TERMS} MATCH %s ORDER BY rowid DESC LIMIT %s",  # noqa: S608
            [_expression(terms, " AND ", " OR ", " NOT "), most],
        )
    any_order = f'SELECT "order" FROM {TERMS} WHERE terms @@ %s::tsquery'  # noqa: S608
    found = _run(f"{any_order} LIMIT %s", [_expression(terms), most])
    if len(found) < most:
        return sorted(found, reverse=True)
    found = []
    for year in _years():
        within = Terms(terms.alternatives, (*terms.marks, year_mark(year)), terms.without)
        found += _run(f'{any_order} ORDER BY "order" DESC LIMIT %s', [_expression(within), most - len(found)])
        if len(found) >= most:
            break
    return found


def _years() -> list[int]:
    """Give the years of the index, newest first."""
    ends = Findable.objects.aggregate(first=Min("order"), last=Max("order"))
    return list(range(year_of(ends["last"]), year_of(ends["first"]) - 1, -1)) if ends["last"] else []


@contextmanager
def limited() -> Iterator[None]:
    """Hold the time limit over what is asked within. Raises TooLong."""
    try:
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            until = time.monotonic() + LIMIT_SECONDS
            connection.connection.set_progress_handler(lambda: time.monotonic() > until, INSTRUCTIONS)
            try:
                yield
            finally:
                connection.connection.set_progress_handler(None, 0)
        else:
            with transaction.atomic(), connection.cursor() as cursor:
                # A sequential scan would unpack the terms of every release that it passes.
                cursor.execute(
                    "SELECT set_config('statement_timeout', %s, true), set_config('enable_seqscan', 'off', true), "
                    "set_config('jit', 'off', true)",
                    [str(int(LIMIT_SECONDS * 1000))],
                )
                yield
    except OperationalError as error:
        if "interrupted" in str(error) or "statement timeout" in str(error):
            raise TooLong from error
        raise


def _run(statement: str, values: list[object]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [order for (order,) in cursor.fetchall()]


def _expression(terms: Terms, both: str = " & ", either: str = " | ", no: str = " & !") -> str:
    """Write the question as the database reads it; terms are letters, digits and "_" only, and quoted all the same."""
    quote = '"' if both == " AND " else "'"

    def quoted(words: Sequence[str]) -> str:
        return both.join(f"{quote}{word}{quote}" for word in words)

    asked = either.join(f"({quoted(words)})" for words in terms.alternatives)
    asked = f"({asked})" + "".join(f"{both}{quoted([mark])}" for mark in terms.marks)
    return asked if not terms.without else f"({asked}){no}" + no.join(quoted([mark]) for mark in terms.without)
