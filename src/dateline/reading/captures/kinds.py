"""Answers from the first bytes of a captured answer whether it is good, and what it holds."""

import re
from functools import lru_cache
from typing import Final

PAGE: Final = 0
FILE: Final = 1
PICTURE: Final = 2

PAGES = frozenset(
    [
        b"text/html",
        b"application/xhtml+xml",
        b"text/plain",
        b"application/rss+xml",
        b"application/atom+xml",
        b"application/feed+json",
    ]
)
"""What is read wherever it is met. Plain XML and JSON are not: most of it is sitemaps and a page's own workings."""

FILES = frozenset(
    [
        b"application/pdf",
        b"application/x-pdf",
        b"application/msword",
        b"application/rtf",
        b"text/rtf",
        b"text/csv",
        b"application/zip",
        b"application/epub+zip",
        b"application/vnd.ms-excel",
        b"application/vnd.ms-powerpoint",
    ]
)
FILE_FAMILIES = (
    b"application/vnd.openxmlformats-officedocument.",
    b"application/vnd.oasis.opendocument.",
    b"audio/",
    b"video/",
)

HEAD_BYTES = 2_048  # of an answer that are looked at; a longer list of headers is cut, and what follows goes unseen

_GOOD = re.compile(rb"HTTP/\d(?:\.\d)? 200(?!\d)")
_TYPE = re.compile(rb"\ncontent-type:[ \t]*([^;\s]+)", re.IGNORECASE)


def kind_of_answer(head: bytes) -> int | None:
    """Say what a captured HTTP answer holds; None where it is none of 200, or nothing that is read or handed out."""
    if not _GOOD.match(head):
        return None
    found = _TYPE.search(head, 0, head.find(b"\r\n\r\n") + 1 or len(head))
    return kind_of_type(found[1]) if found else None


@lru_cache(maxsize=1_000)
def kind_of_type(media_type: bytes) -> int | None:
    """Say what a media type is to a press archive; None: nothing."""
    named = media_type.lower()
    if named in PAGES:
        return PAGE
    if named in FILES or named.startswith(FILE_FAMILIES):
        return FILE
    return PICTURE if named.startswith(b"image/") and named != b"image/svg+xml" else None
