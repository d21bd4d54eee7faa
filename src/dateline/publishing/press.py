"""Writes the public folder: each file beside its place, then renamed into it: a reader never meets half a page."""

import fcntl
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dateline.publishing.siblings import page_of, remove_siblings, siblings_first


@dataclass(frozen=True)
class Sheet:
    """What one output gives: its files, and the folders in which nothing else may remain."""

    files: Mapping[str, bytes]  # path below the root, without a leading slash → bytes
    owns: tuple[str, ...] = field(default=())  # folders below the root, with a trailing slash
    spares: tuple[str, ...] = field(default=())  # files in those folders that another output lays


def lay(root: Path, sheet: Sheet) -> None:
    """Write a sheet's files and remove what else lies in the folders that it owns. Raises OSError (disk full)."""
    for name, content in sheet.files.items():
        write(root / name, content)
    for folder in sheet.owns:
        _clear(root / folder, {root / name for name in (*sheet.files, *sheet.spares)})


def write(file: Path, content: bytes) -> None:
    """Write one file whole or not at all; leave one that already says this untouched."""
    try:
        if file.stat().st_size == len(content) and file.read_bytes() == content:
            return
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(prefix=".new-", dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
        Path(beside).chmod(0o644)
        remove_siblings(file)  # first: a reader would get the old words from them
        Path(beside).replace(file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def remove_all_but(root: Path, keep: set[str]) -> int:
    """Remove every file that is not in `keep` (paths below the root) or a sibling of one; give how many there were."""
    return _clear(root, {root / name for name in keep} | {root / LOCK})


LOCK = ".press-lock"


@contextmanager
def only_one(root: Path, *, wait: bool) -> Iterator[bool]:
    """Hold the press alone; give False where another holds it and `wait` is not asked for.

    Two presses at once could lay an older sheet over a newer one.
    """
    root.mkdir(parents=True, exist_ok=True)
    with (root / LOCK).open("a") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _clear(folder: Path, keep: set[Path]) -> int:
    removed = 0
    for at, folders, files in os.walk(folder, topdown=False):
        for name in siblings_first(files):
            if (file := Path(at, name)) not in keep and Path(at, page_of(name) or name) not in keep:
                file.unlink()
                removed += 1
        for name in folders:
            try:
                Path(at, name).rmdir()
            except OSError:
                continue  # something that is kept still lies in it
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    return removed
