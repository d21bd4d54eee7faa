"""Makes compressed siblings: names of public files in, their `.br` and `.gz` beside them, the same bytes each time."""

import gzip
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import brotli

from dateline.publishing.press import UNFINISHED
from dateline.publishing.siblings import BROTLI, SIBLINGS, SMALLEST_BYTES, packs

# Tuned on the sample's pages (benchmarks/packing.py): 11 makes them an eighth smaller and takes 45 times as long, an
# hour instead of minutes for 100,000 releases. What a first visit waits for and never changes is worth it.
BROTLI_QUALITY, BROTLI_QUALITY_FOR_GOOD = 5, 11
GZIP_LEVEL = 9


@dataclass(frozen=True)
class Packed:
    """A page as it was when it was read, and what is to lie beside it."""

    name: str  # its path below the root
    file: str
    was: tuple[int, int, int]  # inode, mtime_ns, size_bytes
    content: dict[str, bytes]  # by the sibling's ending


def compress(content: bytes, ending: str, *, is_for_good: bool = False) -> bytes:
    """Compress to what a sibling of this ending holds; `is_for_good` says that time doesn't matter."""
    if ending == BROTLI:
        quality = BROTLI_QUALITY_FOR_GOOD if is_for_good else BROTLI_QUALITY
        return brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality)
    return gzip.compress(content, GZIP_LEVEL, mtime=0)


def pack(root: Path, names: Iterable[str]) -> list[Packed]:
    """Compress files (paths below the root); leave out what has gone or is small. Nothing is written yet."""
    return [packed for name in names if (packed := _pack(root, name))]


def lay_siblings(packed: Iterable[Packed]) -> set[str]:
    """Lay siblings beside those pages that have not changed or gone since they were read; give the pages' names.

    To be called alone at the press: no page can change between the look and the rename. Raises OSError (disk full).
    """
    laid = set[str]()
    for each in packed:
        if _state(each.file) == each.was:
            for ending, content in each.content.items():
                _write(f"{each.file}{ending}", content, each.was[1], each.file.removesuffix(each.name) + UNFINISHED)
            laid.add(each.name)
    return laid


def names_below(root: Path, packs: Callable[[str], bool] = packs) -> Iterator[str]:
    """Walk all files of the names that have siblings: paths below the root."""
    folders = [""]
    while folders:
        folder = folders.pop()
        with suppress(FileNotFoundError), os.scandir(root / folder) as found:
            for entry in found:
                name = f"{folder}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    if name != UNFINISHED:
                        folders.append(f"{name}/")
                elif packs(name) and entry.is_file(follow_symlinks=False):
                    yield name


def _pack(root: Path, name: str) -> Packed | None:
    file = f"{root}/{name}"
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            state, content = os.fstat(opened.fileno()), opened.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if len(content) < SMALLEST_BYTES:
        return None
    siblings = {ending: compress(content, ending, is_for_good=name.startswith("assets/")) for ending in SIBLINGS}
    return Packed(name, file, (state.st_ino, state.st_mtime_ns, len(content)), siblings)


def _state(file: str) -> tuple[int, int, int] | None:
    try:
        now = os.stat(file)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return None
    return now.st_ino, now.st_mtime_ns, now.st_size


def _write(file: str, content: bytes, mtime_ns: int, unfinished: str) -> None:
    """Write one sibling whole or not at all, with its page's time: servers take Last-Modified from it."""
    os.makedirs(unfinished, exist_ok=True)  # noqa: PTH103
    beside = f"{unfinished}/{os.getpid()}"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o644)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
            opened.flush()
            os.utime(descriptor, ns=(mtime_ns, mtime_ns))
            if os.fstat(descriptor).st_mode & 0o777 != 0o644:  # a strict umask: the web server is another user
                os.fchmod(descriptor, 0o644)
        os.replace(beside, file)  # noqa: PTH105
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
