"""Many unsaved objects of one model → rows of its own table, in few statements, past Django's compiler.

The ORM resolves each value of each row as if it could be an expression, which costs more than the database's own work
(half of an import's time at 2,000 releases). Here values go straight from the object to the driver; a field is asked to
prepare only what isn't plain text, number or null. No signals, no defaults of the database, no parent tables.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import Field, Model

_PLAIN = (str, int, bool, type(None))  # what every database driver takes as it is


def insert(model: type[Model], objects: Sequence[Any]) -> None:
    """Insert one row for each object into the model's own table; where the database makes the keys, set them."""
    fields = [field for field in model._meta.local_concrete_fields if not _is_made_by_database(field)]
    makes_key = len(fields) < len(model._meta.local_concrete_fields)
    columns = ", ".join(_quoted(field.column) for field in fields)
    head = f"INSERT INTO {_quoted(model._meta.db_table)} ({columns}) VALUES "  # noqa: S608 (names of our own models)
    row = f"({', '.join(['%s'] * len(fields))})"
    tail = f" RETURNING {_quoted(model._meta.pk.column)}" if makes_key else ""
    with connection.cursor() as cursor:
        for batch in _batches(objects, len(fields)):
            values = list(chain.from_iterable(zip(*(_column(field, batch) for field in fields), strict=True)))
            cursor.execute(head + ", ".join([row] * len(batch)) + tail, values)
            for made, (key,) in zip(batch, cursor.fetchall() if makes_key else (), strict=makes_key):
                setattr(made, model._meta.pk.attname, key)
    for made in objects:
        made._state.adding = False
        made._state.db = connection.alias


def _column(field: Field, batch: Sequence[Any]) -> list[Any]:
    """Give one field's values of all rows, as the driver takes them."""
    prepare = field.get_db_prep_save
    is_text = field.get_internal_type() in ("CharField", "TextField", "SlugField")
    return [
        value if type(value) in _PLAIN and (is_text or type(value) is not str) else prepare(value, connection)
        for value in map(attrgetter(field.attname), batch)
    ]


def _batches(objects: Sequence[Any], width: int) -> Iterator[Sequence[Any]]:
    most = connection.features.max_query_params
    size = max(1, most // width) if most else 500
    return (objects[start : start + size] for start in range(0, len(objects), size))


def _is_made_by_database(field: Field) -> bool:
    return field.primary_key and field.get_internal_type() in ("AutoField", "BigAutoField")


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
