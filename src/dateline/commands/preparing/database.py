"""Whether the database has the shape that this program expects: nothing in, a `Shape` or a refusal out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from dateline.releases.refused import Refused

HOW = "Make a copy of `var/` (or of the PostgreSQL database), then run `make migrate`, or `dateline migrate`."


@dataclass(frozen=True)
class Shape:
    """How the database stands to the program."""

    age: Literal["new", "older", "current", "newer", "another"]
    missing: tuple[str, ...] = ()  # migrations that would bring it here, as "releases.0002_…"
    unknown: tuple[str, ...] = ()  # migrations, or columns, that this program doesn't know


def shape_of_database() -> Shape:
    """Compare the migrations that the database has had, and the columns that it has, with the program's."""
    if connection.vendor == "sqlite":
        _make_place(Path(connection.settings_dict["NAME"]))
    executor = MigrationExecutor(connection)
    loader = executor.loader
    applied = set(loader.applied_migrations)
    leaves = loader.graph.leaf_nodes()
    if not applied:
        return Shape("new", missing=_names(_plan(executor, leaves)))
    # A package may drop an old migration that it has replaced; what lies beyond its last one is from a later version.
    last = dict(leaves)
    unknown = [key for key in applied - set(loader.disk_migrations) if key[0] in last and key[1] > last[key[0]]]
    if unknown:
        return Shape("newer", unknown=_names(unknown))
    if plan := _plan(executor, leaves):
        return Shape("older", missing=_names(plan))
    if differing := _differing_columns():
        return Shape("another", unknown=differing)
    return Shape("current")


def without_way(shape: Shape) -> Refused | None:
    """Give the refusal for a database that no migration leads from; None where one does, or none is needed."""
    if shape.age == "newer":
        return Refused(
            "the database",
            [
                f"The database belongs to a newer version of Dateline (it has had {shape.unknown[0]}). "
                "Install that version again, or put back the copy that was made before it."
            ],
        )
    if shape.age == "another":
        return Refused(
            "the database",
            [
                "The database was made by an unfinished version of Dateline, and no migration leads from it "
                f"({', '.join(shape.unknown[:3])}). Move `var/` aside and start anew; what was imported can be "
                "imported again."
            ],
        )
    return None


def require_current_shape() -> None:
    """Refuse to go on with a database of another shape than this program's."""
    shape = shape_of_database()
    if complaint := without_way(shape):
        raise complaint
    if shape.age == "older":
        raise Refused(
            "the database",
            [f"The database is of an older version: {len(shape.missing)} changes are to be made to it. {HOW}"],
        )
    if shape.age == "new":
        raise Refused("the database", ["The database is empty. Run `dateline migrate` once, or `make run`."])


def make_database() -> None:
    """Bring an empty database to the program's shape."""
    call_command("migrate", verbosity=0, interactive=False)


def _make_place(file: Path) -> None:
    """Make the file before SQLite does, for its owner alone: drafts lie in it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)


def _plan(executor, leaves) -> list[tuple[str, str]]:
    return [(step.app_label, step.name) for step, _ in executor.migration_plan(leaves)]


def _names(keys) -> tuple[str, ...]:
    return tuple(sorted(f"{app}.{name}" for app, name in keys))


def _differing_columns() -> tuple[str, ...]:
    """Name our columns that the database lacks or has in excess.

    Until the first tagged version `0001_initial` is remade freely, so the migrations alone don't tell.
    """
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        differing: set[str] = set()
        for model in apps.get_models(include_auto_created=True):
            if not model.__module__.startswith("dateline.") or not model._meta.managed:
                continue
            table = model._meta.db_table
            expected = {field.column for field in model._meta.local_concrete_fields}
            found = (
                {column.name for column in connection.introspection.get_table_description(cursor, table)}
                if table in tables
                else set()
            )
            differing |= {f"{table}.{column}" for column in expected ^ found}
    return tuple(sorted(differing))
