"""The cleaned copies, kept privately by their own hash until a release that hands them out is public."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from dateline.publishing import press
from dateline.publishing.clean.clean import clean
from dateline.publishing.clean.copies import copies_of
from dateline.publishing.clean.record import Cleaned


@dataclass(frozen=True)
class Kept:
    """A cleaned copy that is kept."""

    sha256: str
    size_bytes: int
    media_type: str
    width: int
    height: int


@dataclass(frozen=True)
class KeptPicture:
    """The copies of one picture."""

    shown: tuple[Kept, ...]  # the narrowest first
    press: Kept


def keep_file(original: bytes) -> Kept:
    """Clean a file and keep the copy. Raises CannotClean."""
    return _keep(clean(original))


def keep_picture(original: bytes, widths: Sequence[int]) -> KeptPicture:
    """Clean a picture and keep its copies: one for print, those for the page at most as wide. Raises CannotClean."""
    copies = copies_of(original, widths)
    return KeptPicture(tuple(_keep(copy) for copy in copies.shown), _keep(copies.press))


def is_kept(sha256: str) -> bool:
    """Say whether a copy is there."""
    return _file(sha256).is_file()


def read(sha256: str) -> bytes:
    """Give a kept copy. Raises FileNotFoundError where the private folder has lost it."""
    return _file(sha256).read_bytes()


def keep_again(content: bytes) -> str:
    """Keep what was cleaned before and comes back from an export; give its hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    file = _file(sha256)
    press.write(file, content, unfinished=f"{file.parent}/.new")
    return sha256


def _keep(copy: Cleaned) -> Kept:
    return Kept(keep_again(copy.content), len(copy.content), copy.media_type, copy.width, copy.height)


def _file(sha256: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "cleaned" / sha256[:2] / sha256
