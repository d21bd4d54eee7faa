"""What is to go from this machine once a redaction is committed: written down with it, carried out after it.

A kill at any moment leaves the rest owed; the worker and the next redaction go on with it.
"""

import logging
import shutil
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from dateline.publishing.models import Erasure
from dateline.publishing.packing import forget_siblings
from dateline.publishing.siblings import remove_siblings
from dateline.releases.models import Address

log = logging.getLogger(__name__)
WHERE = Erasure.Where
IN_A_TRANSACTION = "The database can't be written anew within a transaction."
GONE = "_gone"  # as in publishing.make, where the notices of what was withdrawn lie


def owe_private(path: str) -> None:
    """Owe the removal of a file below the private folder."""
    Erasure.objects.get_or_create(where=WHERE.PRIVATE, path=path)


def owe_public(address: str) -> None:
    """Owe the removal of everything that stands at and beneath a public address."""
    Erasure.objects.get_or_create(where=WHERE.PUBLIC, path=address)


def owe_database() -> None:
    """Owe writing the database anew, so that no page of its file holds what was taken out."""
    Erasure.objects.get_or_create(where=WHERE.DATABASE, path="")


def zero_what_is_deleted() -> None:
    """Have SQLite overwrite what is deleted on this connection from now on. PostgreSQL: see the how-to."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def erase() -> list[str]:
    """Carry out every removal that is owed; give a sentence for each that could not be. Safe to repeat.

    The files first, then their rows, and the database last: its pages may still hold the names of the files.
    """
    failed = []
    for debt in Erasure.objects.exclude(where=WHERE.DATABASE).order_by("pk"):
        try:
            _remove(debt)
        except OSError as error:
            failed.append(f"{error.filename or debt.path}: {error.strerror or error}. It is tried again by itself.")
            Erasure.objects.filter(pk=debt.pk).update(why=type(error).__name__)
        else:
            debt.delete()
    if failed or not (debt := Erasure.objects.filter(where=WHERE.DATABASE).first()):
        return failed
    try:
        _write_database_anew()
    except DatabaseError as error:
        Erasure.objects.filter(pk=debt.pk).update(why=str(error))
        log.warning("The database could not be written anew yet: %s", error)
        return [f"The database file still holds what was removed: {error} It is tried again by itself."]
    debt.delete()
    return []


def _remove(debt: Erasure) -> None:
    if debt.where == WHERE.PRIVATE:
        file = Path(settings.MEDIA_ROOT) / debt.path
        file.unlink(missing_ok=True)
        _remove_empty(file.parent, Path(settings.MEDIA_ROOT))
        return
    if Address.objects.filter(path=debt.path).exists():
        return  # another release has the address by now, and that one doesn't say the words
    root = Path(settings.DATELINE_PUBLIC_ROOT)
    for place in (root / debt.path.strip("/"), root / GONE / debt.path.strip("/")):
        remove_siblings(place)
        if place.is_dir():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
    forget_siblings(debt.path)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_relative_to(root) and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _write_database_anew() -> None:
    """Leave no deleted byte in the database file, its full-text tables or its log. SQLite only: see the how-to."""
    if connection.vendor != "sqlite":
        return
    if connection.in_atomic_block:
        raise DatabaseError(IN_A_TRANSACTION)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%%USING fts5%%'")
        for (name,) in cursor.fetchall():
            # A full-text table keeps the words of deleted rows in older segments until these are merged.
            quoted = connection.ops.quote_name(name)
            cursor.execute(f"INSERT INTO {quoted}({quoted}) VALUES ('optimize')")  # noqa: S608 (a table of ours)
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy = cursor.fetchone()[0]
    if is_busy:
        raise DatabaseError("Another process is reading the database, so its log can't be emptied yet.")
