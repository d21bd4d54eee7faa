"""Photographs and drawings: only the pixels, turned upright, and their colour profile are handed out."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from dateline.publishing.clean.record import CannotClean, Cleaned

MOST_PIXELS = 60_000_000  # above this a picture takes more memory than a small server has to spare
MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


def clean_image(content: bytes, longest: int | None = None) -> Cleaned:
    """Give the picture without its data, at most `longest` pixels a side. Raises CannotClean for what is none."""
    try:
        with Image.open(io.BytesIO(content)) as opened:
            kind = opened.format or ""
            if kind not in MEDIA_TYPES:
                raise CannotClean(f"Pictures can be JPEG, PNG or WebP; this one is {kind or 'unknown'}.")
            if opened.width * opened.height > MOST_PIXELS:
                raise CannotClean(
                    f"The picture has more than {MOST_PIXELS // 1_000_000} million pixels. Make it smaller."
                )
            profile = opened.info.get("icc_profile")
            picture = ImageOps.exif_transpose(opened)
            picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise CannotClean("The picture is damaged or cut off. Export it again.") from error
    if longest and max(picture.size) > longest:
        picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    bare = Image.new(picture.mode, picture.size)
    if picture.palette is not None:
        bare.putpalette(picture.palette)
    bare.paste(picture)
    if kind == "JPEG" and bare.mode not in ("L", "RGB", "CMYK"):
        bare = bare.convert("RGB")
    out = io.BytesIO()
    keywords = {"icc_profile": profile} if profile else {}
    if kind == "PNG":
        bare.save(out, "PNG", optimize=False, **keywords)
    else:
        # 92: where a press photograph stops losing anything that print would show.
        bare.save(out, kind, quality=92, **keywords)
    return Cleaned(out.getvalue(), MEDIA_TYPES[kind], *bare.size)
