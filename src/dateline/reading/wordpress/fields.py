"""Takes the fields that plugins keep with a post and gives those that a release has, and why the others are none."""

import re
from collections.abc import Mapping

from dateline.reading.record import Picture
from dateline.reading.stated.files import is_document, link_name
from dateline.reading.stated.stated import Beside, File
from dateline.reading.stated.words import words_of
from dateline.reading.wordpress.site import Site

_SUBHEADLINE = {"subtitle", "sub_title", "wps_subtitle", "kia_subtitle", "secondary_title", "subheadline", "sub_headline",
    "subheading", "sub_heading", "post_subtitle", "deck", "dek"}  # fmt: skip
_SEARCH = re.compile(
    r"yoast_wpseo_(?:metadesc|title)|aioseo_(?:description|title)|rank_math_(?:description|title)|aioseop?_description"
)
_FILE = re.compile(r"pdf|file|attach|document|download|archivo|fichier|anexo", re.IGNORECASE)
_MACHINE = re.compile(r"[aOsib]:\d+[:{]|[\[{]|field_[0-9a-f]{8,}$|[\d.,:;/%|_-]*$|https?://\S*$")
"""What PHP or JSON has written, numbers and addresses."""

WORDS, LONG = 4, 200
"""A field of so many words was written by a person; one of so many characters, beside an empty post, is its text."""


def subheadline_of(meta: Mapping[str, str]) -> str:
    """Give the subheadline, where a plugin has a field for one."""
    return next((words_of(v) for k, v in meta.items() if v.strip() and k.lower().lstrip("_") in _SUBHEADLINE), "")


def text_of(meta: Mapping[str, str]) -> tuple[str, str]:
    """Give the field, and its name, that holds the text of a post whose content is empty; ("", "") where none does."""
    fields = [(k, v) for k, v in meta.items() if not k.startswith("_") and len(v) >= LONG and not _MACHINE.match(v)]
    return max(fields, key=lambda each: len(each[1]), default=("", ""))


def files_in(meta: Mapping[str, str], site: Site) -> list[File]:
    """Give the files that a field names by number or address."""
    out = []
    for key, value in meta.items():
        value = value.strip()
        if not value or len(value) > 2000 or key == "_thumbnail_id" or not _FILE.search(key):
            continue
        media = site.media.get(value)
        if media is not None and not media.is_picture:
            out.append(File(media.name, media.address))
        elif value.startswith("http") and is_document(value):
            out.append(File(link_name(value), value))
    return out


def featured(meta: Mapping[str, str], site: Site) -> Picture | None:
    """Give the picture that stood above the post."""
    media = site.media.get(meta.get("_thumbnail_id", "").strip())
    return Picture(media.address, media.alt, words_of(media.caption)) if media is not None else None


def beside_of(meta: Mapping[str, str], taken: str) -> list[Beside]:
    """Give the words of the other fields; those whose names begin with "_" are WordPress's own machinery."""
    out = []
    for key, value in meta.items():
        if key == taken or not value.strip() or key.lower().lstrip("_") in _SUBHEADLINE:
            continue
        if _SEARCH.search(key):
            out.append(Beside(words_of(value), "words for search engines"))
        elif not key.startswith("_"):
            is_written = not _MACHINE.match(value) and value.count(" ") >= WORDS - 1
            out.append(Beside(words_of(value), "" if is_written else f"a plugin's field, {key[:40]}"))
    return out
