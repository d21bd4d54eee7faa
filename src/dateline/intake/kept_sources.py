"""The bytes of sources, kept private as they were found, under their SHA-256."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


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
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, beside = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(beside).replace(place)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return sha256
