"""Writes the public folder: each file elsewhere first, then renamed into its place: a reader never meets half a page."""

import fcntl
import os
import shutil
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dateline.publishing.siblings import page_of, remove_siblings

# Below the root, what is not whole yet. Emptied by whoever takes the press: a killed one's words may since have been redacted.
UNFINISHED = ".press-new"
READABLE = 0o644  # whatever the process's mask: another program may serve the folder


@dataclass(frozen=True)
class Sheet:
    """What one output gives: its files, and the folders in which nothing else may remain."""

    files: Mapping[str, bytes]  # path below the root, without a leading slash → bytes
    owns: tuple[str, ...] = field(default=())  # folders below the root, with a trailing slash
    spares: tuple[str, ...] = field(default=())  # files in those folders that another output lays


def lay(root: Path, sheet: Sheet) -> None:
    """Write a sheet's files and remove what else lies in the folders that it owns. Raises OSError (disk full)."""
    # Plain strings: a path's object costs more than the file's write, and a site has three files a release.
    base = f"{root}/"
    laid = _lay_new_folder(base, sheet)
    for name, content in sheet.files.items():
        if name not in laid:
            write(base + name, content, unfinished=base + UNFINISHED)
    for folder in sheet.owns:
        _clear(base, folder, {*sheet.files, *sheet.spares})


def remove_all_but(root: Path, keep: Collection[str]) -> int:
    """Remove every file that is not in `keep` (paths below the root); give how many there were."""
    return _clear(f"{root}/", "", {*keep, LOCK})


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
        shutil.rmtree(root / UNFINISHED, ignore_errors=True)
        yield True


def _lay_new_folder(base: str, sheet: Sheet) -> Collection[str]:
    """Write the files of a folder that is not there yet beside its place, and rename it as a whole; give which."""
    new = next((folder for folder in sheet.owns if not os.path.lexists(base + folder)), "")
    names = [name for name in sheet.files if name.startswith(new)] if new else []
    if not names:
        return ()
    above, _, _ = (base + new)[:-1].rpartition("/")
    os.makedirs(above, exist_ok=True)
    beside = _place_in(base + UNFINISHED)
    try:
        os.makedirs(beside)
        made = {beside}
        for name in names:
            file = f"{beside}/{name.removeprefix(new)}"
            if (folder := file.rpartition("/")[0]) not in made:
                os.makedirs(folder, exist_ok=True)
                made.add(folder)
            _create(file, sheet.files[name])
        os.rename(beside, base + new)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return set(names)


def _mask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


_MASK = _mask()


def _place_in(unfinished: str) -> str:
    return f"{unfinished}/{os.getpid()}-{threading.get_ident()}"


def _create(file: str, content: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, READABLE)
    try:
        if _MASK & READABLE:
            os.fchmod(descriptor, READABLE)
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)


def write(file: str | Path, content: bytes, *, unfinished: str) -> None:
    """Write one file whole or not at all, first into the folder `unfinished`; leave one that already says this untouched."""
    file = os.fspath(file)
    folder = file.rpartition("/")[0]
    try:
        if os.stat(file).st_size == len(content) and _read(file) == content:
            return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    beside = _place_in(unfinished)
    os.makedirs(unfinished, exist_ok=True)
    try:
        _create(beside, content)
        remove_siblings(file)  # first: a reader would get the old words from them
        os.rename(beside, file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _read(file: str) -> bytes:
    with open(file, "rb", buffering=0) as opened:
        return opened.read()


def _clear(base: str, folder: str, keep: Collection[str]) -> int:
    """Remove the files below a folder that are not kept nor siblings of kept ones, and folders in which nothing is left; give how many files."""
    removed, is_empty = 0, True
    try:
        found = list(os.scandir(base + folder))
    except FileNotFoundError:
        return 0
    for entry in sorted(found, key=lambda entry: page_of(entry.name) is None):  # siblings first: they don't stay alone
        name = folder + entry.name
        if entry.is_dir(follow_symlinks=False):
            removed += _clear(base, f"{name}/", keep)
            is_empty = is_empty and not os.path.lexists(base + name)
        elif name in keep or (page_of(name) or name) in keep:
            is_empty = False
        else:
            os.unlink(base + name)
            removed += 1
    if is_empty:
        os.rmdir(base + folder)
    return removed
