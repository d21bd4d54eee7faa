"""A newsroom that is told, published and exported, and whose record is gone again; and the taking in elsewhere."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.test import override_settings
from laws.newsroom_life import files

from dateline.exporting.restore.restore import restore
from dateline.exporting.write import export
from dateline.publishing.everything import publish_everything


def told_and_exported(folder: Path, tell: Callable[[], None], *, has_drafts: bool = False) -> dict[str, bytes]:
    """Tell, publish everything and export into `folder`/export; forget the record; give every byte of the public folder."""
    root = folder / "there/public"
    with here(folder / "there"), transaction.atomic():
        tell()
        publish_everything(root)
        export(folder / "export", has_drafts=has_drafts)
        transaction.set_rollback(True)
    return files(root)


def taken_in(folder: Path) -> dict[str, bytes]:
    """Take `folder`/export in, publish everything, and give every byte of the public folder."""
    with here(folder / "elsewhere"):
        restore(folder / "export")
        publish_everything(folder / "elsewhere/public")
    return files(folder / "elsewhere/public")


def here(folder: Path) -> override_settings:
    """Work below this folder."""
    for each in ("public", "private"):
        (folder / each).mkdir(parents=True, exist_ok=True)
    return override_settings(DATELINE_PUBLIC_ROOT=folder / "public", MEDIA_ROOT=folder / "private")


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Give every file of an export by its path."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
