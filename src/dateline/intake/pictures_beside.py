"""Pictures as sources name them → pictures of the desk and the blocks that show them; what isn't there gives none."""

import hashlib
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image, UnidentifiedImageError

from dateline.intake.file_names import file_name
from dateline.intake.files_beside import put_original
from dateline.releases.models import Picture

LARGEST_BYTES = 40_000_000
SHOWN_AS = {"JPEG", "PNG", "WEBP", "GIF"}  # what publishing can clean
LONGEST_WORDS = 400  # of a block's alt and caption
LONGEST_CREDIT = 255

_SCALED = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w+$)")  # a copy that a CMS has made of "heat.jpg": "heat-300x200.jpg"

Find = Callable[[str, str], Path | None]  # a file's name and the address that it had → where it lies


def names_of(address: str) -> list[str]:
    """Give the names of a picture's file, the full size first."""
    name = file_name(address)
    return list(dict.fromkeys((_SCALED.sub("", name), name))) if name else []


def blocks_of_pictures(pictures: Sequence[dict[str, Any]], find: Find, *, keeps: bool) -> list[dict[str, Any]]:
    """Give an image block for each picture whose file is there and of which a source says what it shows.

    One of which none says it is kept in the desk, and not shown: a release with it could not be published.
    """
    blocks = []
    for picture in _each_once(pictures):
        alt, caption = picture["alt"].strip(), picture["caption"].strip()
        if (made := _made(picture, find, keeps=keeps)) and (alt or caption):
            value = {"image": made.pk, "alt": (alt or caption)[:LONGEST_WORDS], "caption": caption[:LONGEST_WORDS]}
            blocks.append({"type": "image", "value": value})
    return blocks


def _each_once(pictures: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Pass over the same picture again, in another size: a page heads its text with it and shows it once more."""
    met = set()
    for picture in pictures:
        names = names_of(picture["address"])
        if names and names[0] not in met:
            met.add(names[0])
            yield picture


def _made(picture: dict[str, Any], find: Find, *, keeps: bool) -> Picture | None:
    for name in names_of(picture["address"]):
        path = find(name, picture["address"])
        if path is None or path.stat().st_size > LARGEST_BYTES:
            continue
        content = path.read_bytes()
        if size := _size(content):
            return _kept(name, content, size, picture["credit"].strip()[:LONGEST_CREDIT], keeps=keeps)
    return None


def _size(content: bytes) -> tuple[int, int] | None:
    """Give width and height of what is a picture; reads no more of it than its head."""
    try:
        with Image.open(io.BytesIO(content)) as opened:
            return opened.size if opened.format in SHOWN_AS else None
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


def _kept(name: str, content: bytes, size: tuple[int, int], credit: str, *, keeps: bool) -> Picture:
    file_hash = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    known = Picture.objects.filter(file_hash=file_hash, credit=credit).order_by("pk").first()
    if known is not None:
        return known
    made = Picture(title=name[:255], credit=credit, file_size=len(content), file_hash=file_hash)
    made.file.name = put_original("original_images", name, content, keeps)
    made.width, made.height = size
    made.save()
    return made
