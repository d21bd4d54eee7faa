"""The first archive: imported as what was public, once; paths in, nothing done where it has been done."""

import hashlib
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

import click
from django.conf import settings

from dateline.commands.progress import progress
from dateline.commands.said_of_import import lines_of
from dateline.publishing.importing.keep import import_paths
from dateline.releases.models import Release
from dateline.releases.refused import Refused


def require_archive(paths: Sequence[Path]) -> None:
    """Refuse, before any work is done for nothing, where the archive is not there."""
    if missing := [path for path in paths if not path.exists()]:
        raise Refused("the archive", [f"There is no file or folder {path}." for path in missing])


def import_archive(paths: Sequence[Path]) -> bool:
    """Import the archive that a person names, where it has changed since it was last imported; say whether it had.

    Importing twice would change nothing, but reading a large archive at every start would take its time.
    """
    stamp = Path(settings.MEDIA_ROOT).parent / "archive-imported"
    print_of_it = _print_of(paths)
    known = stamp.read_text().split() if stamp.exists() else []
    if print_of_it in known and Release.objects.exists():
        return False
    _import(paths)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text("\n".join([*known, print_of_it]) + "\n")
    return True


def import_sample(paths: Sequence[Path]) -> bool:
    """Import the sample archive where there is no release yet, not even a draft; say whether it was.

    Never into a newsroom in which a person has begun to work.
    """
    stamp = Path(settings.MEDIA_ROOT).parent / "sample-begun"
    if not paths or (Release.objects.exists() and not stamp.exists()):
        return False
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.touch()  # killed in the middle, it is gone on with at the next start
    _import(paths)
    stamp.unlink()
    return True


def _import(paths: Sequence[Path]) -> None:
    click.echo(f"Importing {', '.join(str(path) for path in paths)} …", err=True)
    with progress("Importing") as tell:
        done = import_paths(list(paths), was_public=True, tell=tell)
    lines = lines_of(done.came, done, is_dry_run=False, was_public=True)
    for line in takewhile(bool, lines):  # the counts; what asks for a person waits in the desk
        click.echo(line, err=True)


def _print_of(paths: Sequence[Path]) -> str:
    """Say in one word which files of which size and time these are, for which database."""
    told = hashlib.sha256(str(settings.DATABASES["default"]["NAME"]).encode())
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            stat = file.stat(follow_symlinks=False)
            told.update(repr((str(file.absolute()), stat.st_size, stat.st_mtime_ns)).encode())
    return told.hexdigest()
