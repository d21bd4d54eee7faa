"""The cleaned copies, kept privately by their own hash until a release that hands them out is public."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from dateline.publishing import press
from dateline.publishing.clean.clean import clean
from dateline.publishing.clean.image import clean_image
from dateline.publishing.clean.record import Cleaned


@dataclass(frozen=True)
class Kept:
    """A cleaned copy that is kept."""

    sha256: str
    size_bytes: int
    media_type: str
    width: int
    height: int


def keep_file(original: bytes) -> Kept:
    """Clean a file and keep the copy. Raises CannotClean."""
    return _keep(clean(original))


def keep_picture(original: bytes, longest: int) -> Kept:
    """Clean a picture, at most `longest` pixels a side, and keep the copy. Raises CannotClean."""
    return _keep(clean_image(original, longest))


def read(sha256: str) -> bytes:
    """Give a kept copy. Raises FileNotFoundError where the private folder has lost it."""
    return _file(sha256).read_bytes()


def _keep(copy: Cleaned) -> Kept:
    sha256 = hashlib.sha256(copy.content).hexdigest()
    press.write(str(_file(sha256)), copy.content)
    return Kept(sha256, len(copy.content), copy.media_type, copy.width, copy.height)


def _file(sha256: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "cleaned" / sha256[:2] / sha256
