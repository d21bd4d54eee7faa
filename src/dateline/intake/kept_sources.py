"""The bytes of sources, kept private as they were found, under their SHA-256."""

import hashlib
import os
from pathlib import Path

from django.conf import settings

from dateline.reading import Reading


def place_of(sha256: str) -> Path:
    """Say where a source's bytes lie."""
    return Path(settings.MEDIA_ROOT) / "sources" / sha256[:2] / sha256


def keep(content: bytes) -> str:
    """Keep bytes, once however often they are met, and give their SHA-256. Call it before the row is committed.

    A kill between the two leaves a file that no row names; the next run names it.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    place = place_of(sha256)
    if place.exists():
        return sha256
    beside = place.with_name(f".{sha256}.{os.getpid()}")
    try:
        _write(beside, content)
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(beside, content)
    beside.replace(place)
    return sha256


def _write(file: Path, content: bytes) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)


def bytes_of(reading: Reading) -> bytes:
    """Give the bytes of what was read: a part's own, where it is kept by itself, else its whole file."""
    return reading.data if reading.data is not None else reading.path.read_bytes()
