"""Answers from its content whether a file is an archive, and of which kind; a document that happens to be zipped is none."""

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, Literal, cast

Kind = Literal["zip", "tar", "packed", "7z", "rar"]
"""A "packed" file is one file compressed by itself."""

BLOCK = 512  # bytes of a tar's header
OPENERS: dict[bytes, Callable[[Path], IO[bytes]]] = {
    b"\x1f\x8b": cast(Callable[[Path], IO[bytes]], gzip.open),
    b"BZh": cast(Callable[[Path], IO[bytes]], bz2.open),
    b"\xfd7zXZ\x00": cast(Callable[[Path], IO[bytes]], lzma.open),
}
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
UNOPENED: dict[bytes, Literal["7z", "rar"]] = {b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar"}

DOCUMENTS = frozenset(["[Content_Types].xml", "mimetype", "Index/Document.iwa", "index.xml", "META-INF/MANIFEST.MF"])
"""What Word and its kin, OpenDocument and EPUB, Pages and programs have at their top, and folders of the press have not."""

DAMAGED = (OSError, EOFError, zlib.error, lzma.LZMAError)


def kind_of(path: Path) -> Kind | None:
    """Say which kind of archive a file is; None where it is none."""
    try:
        if not path.is_file():
            return None  # a pipe would be waited for
        with path.open("rb") as file:
            head = file.read(BLOCK)
    except OSError:
        return None  # whoever reads it will say why
    if head.startswith(ZIP):
        return "zip" if _is_folder(path) else None
    for sign, unopened in UNOPENED.items():
        if head.startswith(sign):
            return unopened
    if is_tar_header(head):
        return "tar"
    for sign, opener in OPENERS.items():
        if head.startswith(sign):
            try:
                with opener(path) as unpacked:
                    inside = unpacked.read(BLOCK)
            except DAMAGED:
                return "packed"  # opening it will say that it is damaged
            if inside.startswith(b"WARC/"):
                return None
            return "tar" if is_tar_header(inside) else "packed"
    return None


def is_tar_header(block: bytes) -> bool:
    """Say whether a block is the header of a tar's member: its bytes add up to what it says (POSIX.1-1988)."""
    if len(block) < BLOCK or not block[0]:
        return False
    told = block[148:156].strip(b"\x00 ")
    if not told or not all(48 <= digit <= 55 for digit in told):
        return False
    return int(told, 8) == sum(block[:148]) + 8 * 32 + sum(block[156:])


def _is_folder(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as zipped:
            names = zipped.namelist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        with path.open("rb") as file:
            head = file.read(64)
        return not any(name.encode() in head for name in ("[Content_Types].xml", "mimetype", "archive/"))
    if DOCUMENTS.intersection(names):
        return False
    is_capture = "datapackage.json" in names or any(name.startswith("indexes/") for name in names)
    return not (is_capture and any(name.startswith("archive/") for name in names))
