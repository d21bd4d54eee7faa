"""The bytes of sources, kept private as they were found, under their SHA-256."""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from dateline.reading import Reading

PIECE = 1 << 20  # bytes copied at once


def place_of(sha256: str) -> Path:
    """Say where a source's bytes lie."""
    return Path(settings.MEDIA_ROOT) / "sources" / sha256[:2] / sha256


def keep(content: bytes) -> str:
    """Keep bytes, once however often they are met, and give their SHA-256. Call it before the row is committed.

    A kill between the two leaves a file that no row names; the next run names it.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    place = place_of(sha256)
    if not place.exists():
        beside, opened = _new_beside(place)
        with opened:
            opened.write(content)
        beside.replace(place)
    return sha256


def keep_file(path: Path) -> str:
    """Keep a file's bytes as `keep` does, a piece at a time: an export of half a gigabyte is never in memory."""
    with path.open("rb") as source:
        content = source.read(PIECE)
        if len(content) < PIECE:
            return keep(content)
        source.seek(0)
        place = place_of(hashlib.file_digest(source, "sha256").hexdigest())
        if place.exists():
            return place.name
        source.seek(0)
        copied = hashlib.sha256()
        beside, opened = _new_beside(place)
        with opened:
            while piece := source.read(PIECE):
                copied.update(piece)
                opened.write(piece)
    # Somebody may have written to it meanwhile: what is kept is named by what was kept.
    place = place_of(copied.hexdigest())
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside.replace(place)
    return place.name


def hash_of(reading: Reading) -> str:
    """Give the SHA-256 of what was read: of a part's own bytes, where it is kept by itself, else of its whole file."""
    if reading.data is not None:
        return hashlib.sha256(reading.data).hexdigest()
    with reading.path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def size_of(reading: Reading) -> int:
    """Say how long it is."""
    return len(reading.data) if reading.data is not None else reading.path.stat().st_size


def _new_beside(place: Path) -> tuple[Path, BinaryIO]:
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        return beside, _opened(beside)
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return beside, _opened(beside)


def _opened(file: Path) -> BinaryIO:
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
