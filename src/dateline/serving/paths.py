"""What a request's path may mean: raw bytes as they came over the wire in, a file's place in the public root out."""

from functools import lru_cache
from urllib.parse import unquote_to_bytes

LONGEST_BYTES = 2_000  # four times the longest path in the ledger, percent-encoded


@lru_cache(maxsize=4096)
def public_path(raw: bytes) -> str | None:
    """Give the decoded path ("/2014/10/a-slug/"), or None where no public address can be meant.

    Refused, because a file system would read something else in it than a person: encoded slashes, backslashes,
    control characters, what is not UTF-8, empty segments, dot-files and everything that climbs; and whatever begins
    with "/_": such files lie in the public root but are answered under other addresses only.
    """
    if len(raw) > LONGEST_BYTES or not raw.startswith(b"/") or raw.startswith(b"/_"):
        return None
    if b"%" in raw:
        if b"%2f" in raw.lower():
            return None
        raw = unquote_to_bytes(raw)
    try:
        path = raw.decode()
    except UnicodeDecodeError:
        return None
    if "\\" in path or path.startswith("/_") or not path.isprintable():
        return None
    *folders, name = path[1:].split("/")
    if not all(folders) or any(segment.startswith(".") for segment in (*folders, name)):
        return None
    return path


def file_of(path: str) -> str:
    """Give the file that answers a public path, relative to the public root."""
    return path[1:] + "index.html" if path.endswith("/") else path[1:]
