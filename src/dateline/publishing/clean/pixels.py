"""Picture file → its pixels and nothing else: upright, in sRGB, eight bits a channel."""

import io
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin, UnidentifiedImageError

from dateline.publishing.clean.record import CannotClean

MOST_PIXELS = 60_000_000  # above this a picture takes more memory than a small server has to spare
KINDS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP"}  # MPO: a phone's JPEG with another behind it
_DEEP = ("I;16", "I;16L", "I;16B", "I", "F")  # greys of sixteen bits and more
_DAMAGED = "The picture is damaged or cut off. Export it again."
_TOO_LARGE = f"The picture has more than {MOST_PIXELS // 1_000_000} million pixels. Make it smaller."


def _dateless(profile: bytes) -> bytes:
    # Bytes 24 to 36 say when it was made (ICC.1, 7.2.1): now, and on no two machines the same.
    return profile[:24] + b"".join(number.to_bytes(2, "big") for number in (2000, 1, 1, 0, 0, 0)) + profile[36:]


SRGB = _dateless(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())  # what copies for print say


@dataclass(frozen=True)
class Pixels:
    """A picture of mode L, LA, RGB or RGBA, and what is worth knowing of the file in which it came."""

    picture: Image.Image
    kind: str  # JPEG, PNG or WEBP
    sampling: int  # of a JPEG's colours, as Pillow counts: 0 is full; -1 where it doesn't say

    @property
    def has_holes(self) -> bool:
        """Whether something shows through it: a screenshot has a channel for that, and nothing in it."""
        return "A" in self.picture.mode and self.picture.getchannel("A").getextrema()[0] != 255


def pixels_of(content: bytes) -> Pixels:
    """Read a picture. Raises CannotClean, with a sentence, for what is none or too large.

    A colour profile can name a camera or the very screen, so none is kept: the colours are brought to sRGB.
    """
    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.format not in KINDS:
                raise CannotClean(f"Pictures can be JPEG, PNG or WebP; this one is {opened.format or 'unknown'}.")
            if opened.width * opened.height > MOST_PIXELS:
                raise CannotClean(_TOO_LARGE)
            profile = opened.info.get("icc_profile")
            sampling = JpegImagePlugin.get_sampling(opened) if KINDS[opened.format] == "JPEG" else -1
            upright = ImageOps.exif_transpose(opened)
            upright.load()
            kind = KINDS[opened.format]
    except Image.DecompressionBombError as error:
        raise CannotClean(_TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise CannotClean(_DAMAGED) from error
    return Pixels(_bare(_in_srgb(upright, profile)), kind, sampling)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if picture.mode in _DEEP:
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    has_alpha = picture.mode in ("LA", "PA", "RGBA", "La", "RGBa") or "transparency" in picture.info
    plain = ("RGBA" if picture.mode not in ("LA", "La") else "LA") if has_alpha else "RGB"
    if picture.mode in ("1", "L"):
        plain = "LA" if has_alpha else "L"
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            brought = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.ImageCmsProfile(io.BytesIO(SRGB)),
                outputMode="RGB" if picture.mode != "RGBA" else "RGBA",
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that says nothing, or of other colours: the picture is taken as one without
        else:
            assert brought is not None
            return brought.convert(plain) if brought.mode != plain else brought
    return picture.convert(plain) if picture.mode != plain else picture


def _bare(picture: Image.Image) -> Image.Image:
    """Give the pixels in a new picture: what hangs on the old one is handed on by some of Pillow's writers."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    return bare
