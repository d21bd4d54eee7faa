"""A picture → the copies in which it is handed out: one for print, one or two for the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from dateline.publishing.clean.image import whole, written
from dateline.publishing.clean.pixels import pixels_of
from dateline.publishing.clean.record import Cleaned

SCREEN_QUALITY = 82  # about half of the bytes of 92; what it loses lies below a dense screen's pixel
_WORTH_IT = 1.25  # a narrower copy is made where the next one is wider by at least a quarter


@dataclass(frozen=True)
class Copies:
    """One picture in the sizes in which it is handed out."""

    shown: tuple[Cleaned, ...]  # for the page, the narrowest first; at least one
    press: Cleaned  # all its pixels


def copies_of(content: bytes, widths: Sequence[int]) -> Copies:
    """Give the copies of a picture, those for the page at most as wide as `widths` (pixels, the narrowest first).

    None is wider than the original. The copy for print is JPEG or PNG: what sets a newspaper takes both, and WebP
    rarely. Raises CannotClean for what is no picture.
    """
    pixels = pixels_of(content)
    has_holes = pixels.has_holes
    press = whole(pixels, "PNG" if pixels.kind == "PNG" or has_holes else "JPEG")
    may_be = ("PNG",) if has_holes else ("PNG", "JPEG") if pixels.kind == "PNG" else ("JPEG",)
    return Copies(
        tuple(_for_a_screen(pixels.picture, width, may_be) for width in _made(pixels.picture.width, widths)), press
    )


def _made(original: int, widths: Sequence[int]) -> list[int]:
    reached = [min(width, original) for width in widths]
    widest = reached[-1]
    return [*(width for width in reached[:-1] if width * _WORTH_IT <= widest), widest]


def _for_a_screen(picture: Image.Image, width: int, may_be: Sequence[str]) -> Cleaned:
    if width < picture.width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    made = {"PNG": written(picture, "PNG", optimize=True)} if "PNG" in may_be else {}
    if "JPEG" in may_be:
        # A drawing's edges are coloured: as JPEG it keeps all of its colours' places.
        sampling = 0 if made else -1
        made["JPEG"] = written(
            picture, "JPEG", quality=SCREEN_QUALITY, subsampling=sampling, progressive=True, optimize=True
        )
    # A photograph that came as PNG is several times as heavy as it need be; a drawing is lighter so, or nearly.
    if len(made) == 2:
        return made["JPEG" if 2 * len(made["JPEG"].content) < len(made["PNG"].content) else "PNG"]
    return next(iter(made.values()))
