"""Takes an archive and yields its members one after the other, each with a way to its bytes, or what is wrong with it."""

import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dateline.reading.archives.kinds import DAMAGED, OPENERS, Kind
from dateline.reading.archives.names import decoded

LOCKED = "It is locked with a password."
ANOTHER_WAY = "It is packed in a way that can't be unpacked here."
A_LINK = "This is a link to something that is not in the archive; links are not followed."
DAMAGED_HERE = "This member of the archive is damaged."

UNPACK_IT = "Unpack the archive with a program of yours, and give the folder."

IN_MEMBER = (*DAMAGED, zipfile.BadZipFile, tarfile.TarError, NotImplementedError, RuntimeError, ValueError)
"""What a damaged or strange member raises while it is read."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive."""

    name: str  # as the archive gives it
    open: Callable[[], IO[bytes]] | None = None
    wrong: str = ""  # why it can't be had, in a sentence; "" where it can
    same_as: str = ""  # of a link: the name of the member that it means


class Damaged(Exception):
    """An archive that ends, or can't be followed, from here on."""


def members(path: Path, kind: Kind) -> Iterator[Member]:
    """Yield the files of an archive in its own order; raise `Damaged` where it can't be followed any further."""
    if kind == "zip":
        yield from _of_zip(path)
    elif kind == "tar":
        yield from _of_tar(path)
    else:
        with path.open("rb") as file:
            head = file.read(6)
        opener = next(opener for sign, opener in OPENERS.items() if head.startswith(sign))
        yield Member(_without_ending(path.name), lambda: opener(path))


def _of_zip(path: Path) -> Iterator[Member]:
    try:
        with zipfile.ZipFile(path) as zipped:
            for info in zipped.infolist():
                if info.is_dir():
                    continue
                is_utf8 = info.flag_bits & 0x800
                name = info.filename if is_utf8 else decoded(info.orig_filename.encode("cp437", "replace"))
                if stat.S_ISLNK(info.external_attr >> 16):
                    yield Member(name, wrong=A_LINK, same_as=_target(zipped, info))
                elif info.flag_bits & 0x1:
                    yield Member(name, wrong=LOCKED)
                else:
                    yield Member(name, lambda info=info: zipped.open(info))  # type: ignore[misc]
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise Damaged from error


def _of_tar(path: Path) -> Iterator[Member]:
    try:
        with tarfile.open(path, "r:*", encoding="utf-8", errors="surrogateescape") as tar:
            for info in tar:
                name = decoded(info.name.encode("utf-8", "surrogateescape"))
                if info.isfile():
                    yield Member(name, lambda info=info: _opened(tar, info))  # type: ignore[misc]
                elif info.issym() or info.islnk():
                    base = "" if info.islnk() else info.name.rpartition("/")[0] + "/"
                    yield Member(name, wrong=A_LINK, same_as=decoded((base + info.linkname).encode("utf-8", "replace")))
    except (tarfile.TarError, *DAMAGED, ValueError) as error:
        raise Damaged from error


def _opened(tar: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    file = tar.extractfile(info)
    if file is None:
        raise tarfile.ReadError("no bytes")
    return file


def _target(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    try:
        linked = zipped.read(info)[:1_000].decode("utf-8", "replace") if info.file_size < 1_000 else ""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return ""
    return info.filename.rpartition("/")[0] + "/" + linked


def _without_ending(name: str) -> str:
    for ending in (".gz", ".bz2", ".xz"):
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return name + ".unpacked"
