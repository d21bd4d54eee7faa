"""Photographs and drawings: only the pixels, turned upright, are handed out."""

import io
from typing import Any

from PIL import Image

from dateline.publishing.clean.pixels import SRGB, Pixels, pixels_of
from dateline.publishing.clean.record import Cleaned

MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
# Where a press photograph stops losing anything that print would show.
PRESS_QUALITY = 92


def clean_image(content: bytes) -> Cleaned:
    """Give a picture as large as it is, in the format in which it came. Raises CannotClean for what is none."""
    pixels = pixels_of(content)
    return whole(pixels, pixels.kind)


def whole(pixels: Pixels, kind: str) -> Cleaned:
    """Give all pixels in a format (JPEG, PNG, WEBP), as good as print needs them."""
    how: dict[str, Any] = {"icc_profile": SRGB} if pixels.picture.mode in ("RGB", "RGBA") else {}
    if kind == "JPEG":
        how |= {"quality": PRESS_QUALITY, "subsampling": pixels.sampling}
    if kind == "WEBP":
        how |= {"quality": PRESS_QUALITY}
    return written(pixels.picture, kind, **how)


def written(picture: Image.Image, kind: str, **how: Any) -> Cleaned:
    """Write a picture that has nothing but its pixels."""
    if kind == "JPEG" and picture.mode not in ("L", "RGB"):
        picture = picture.convert("L" if picture.mode == "LA" else "RGB")
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return Cleaned(out.getvalue(), MEDIA_TYPES[kind], *picture.size)
