"""Takes files and folders and gives the files to read, in natural order, with what could not be entered."""

import errno
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.reading.archives.unpacked import Unpacked
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_FOLDER_DEPTH
from dateline.reading.source import cannot_open

SETTINGS = "newsroom.toml"
"""A file of this name tells about the newsroom; it is no source."""

MAPPING = ".mapping.toml"
"""A file whose name ends so tells about the table beside it."""

_ABOUT = re.compile(r"readme(?:\.(?:md|txt|rst))?$", re.IGNORECASE)
"""A file of such a name in a folder tells about the folder; given by itself it is read."""

Found = tuple[Path, str, Unreadable | None]
"""A path, its name for people, and the reason why it could not be entered."""


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """Give a sort key that puts page 9 before page 10."""
    parts = re.split(r"(\d{1,18})", name.casefold())
    return (*(((0, int(p)) if p.isascii() and p.isdigit() else (1, p)) for p in parts if p), (1, name))


@dataclass(frozen=True, slots=True)
class Given:
    """A path that people know by another name: the address of what was fetched into it."""

    path: Path
    name: str


def walk(paths: Iterable[Path | Given], unpacked: Unpacked | None = None) -> Iterator[Found]:
    """Yield every file of the paths once a mention, folders entered depth first; with `unpacked` archives too."""
    for each in paths:
        given = each if isinstance(each, Given) else Given(Path(each), str(each))
        yield from _below(given.path, given.name, frozenset(), unpacked, is_given=True)


def _below(
    path: Path, name: str, above: frozenset[tuple[int, int]], unpacked: Unpacked | None, is_given: bool = False
) -> Iterator[Found]:
    try:
        status = path.stat() if is_given or path.is_symlink() else path.lstat()
        is_folder = path.is_dir()
    except OSError as error:
        yield path, name, _loop(name) if error.errno == errno.ELOOP else cannot_open(name, error)
        return
    if not is_folder:
        try:
            folder = unpacked.folder_of(path, name) if unpacked else None
        except Unreadable as refusal:
            yield path, name, refusal
            return
        if folder is None:
            yield path, name, None
            return
        for member, wrong in folder.wrong:
            yield path, f"{name}/{member}".rstrip("/"), wrong
        path = folder.root  # from here on it is a folder
        status = path.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        yield path, name, _loop(name)
        return
    if len(above) >= MAX_FOLDER_DEPTH:
        what = f"Folders lie more than {MAX_FOLDER_DEPTH} deep here."
        yield path, name, Unreadable(what, name, "Give the folder that holds the texts itself.")
        return
    try:
        entries = sorted(os.listdir(path), key=natural)  # noqa: PTH208 - names are wanted, not paths
    except OSError as error:
        yield path, name, cannot_open(name, error)
        return
    for entry in entries:
        if not entry.startswith(".") and entry != SETTINGS and not entry.endswith(MAPPING) and not _ABOUT.match(entry):
            yield from _below(path / entry, f"{name.rstrip(os.sep)}{os.sep}{entry}", above | {identity}, unpacked)


def _loop(name: str) -> Unreadable:
    return Unreadable("This link leads back to a folder that holds it.", name, "Remove the link; the rest is read.")


def mapping_beside(path: Path) -> Path | None:
    """Give the mapping that lies beside a table, where one does: releases.csv.mapping.toml."""
    beside = path.with_name(path.name + MAPPING)
    try:
        return beside if beside.is_file() else None
    except OSError:  # a name that is too long with the ending
        return None
