"""What a reader is told of a file before taking it: type and size."""

from functools import lru_cache

from babel.numbers import format_decimal

from dateline.publishing.faces import PictureFile
from dateline.publishing.render.dates import locale_of

_TYPES = {
    "application/pdf": "PDF",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/zip": "ZIP",
    "application/rtf": "RTF",
    "text/plain": "TXT",
    "text/csv": "CSV",
    "text/html": "HTML",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/svg+xml": "SVG",
    "image/webp": "WebP",
    "audio/mpeg": "MP3",
    "video/mp4": "MP4",
}
_KB = 1000
_LONGEST_TYPE = 8


@lru_cache(maxsize=4096)
def file_type(name: str, media_type: str) -> str:
    """Name a file's type as people do: "PDF"; by its ending where its media type says little, "" where neither does."""
    known = _TYPES.get(media_type.partition(";")[0].strip().lower())
    if known:
        return known
    _, dot, ending = name.rpartition(".")
    return ending.upper() if dot and ending.isalnum() and len(ending) <= _LONGEST_TYPE else ""


def picture_facts(picture: PictureFile, language: str) -> str:
    """Tell what a designer asks of a picture: its type, its pixels, its size."""
    size = file_size(picture.size_bytes, language)
    return f"{file_type(picture.path, picture.media_type)}, {picture.width}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{picture.height}, {size}"


@lru_cache(maxsize=4096)
def file_size(size_bytes: int, language: str) -> str:
    """Write a size in decimal units, as file managers do: "348 kB", "1.2 MB"."""
    if size_bytes < _KB:
        return f"{size_bytes} B"
    units = ("kB", "MB", "GB")
    size, unit = size_bytes / _KB, 0
    while round(size) >= _KB and unit < len(units) - 1:
        size, unit = size / _KB, unit + 1
    shown = format_decimal(size, "#,##0.#" if size < 10 and unit else "#,##0", locale=locale_of(language))
    return f"{shown} {units[unit]}"
