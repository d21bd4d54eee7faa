"""Which public files have compressed siblings beside them, how these are named, and how they go. Knows no database.

A sibling is never older than its page: it is removed before the page is renamed into place, and made again after.
"""

import os
from collections.abc import Iterable
from pathlib import Path

BROTLI, GZIP = ".br", ".gz"
SIBLINGS = (BROTLI, GZIP)  # the better one first

# By name, all of them ours: what is handed out lies there byte for byte as it was cleaned, and nothing else.
_BY_NAME = frozenset(
    {
        "404.html", "advisory.ics", "feed.atom", "feed.json", "feed.rss", "index.html", "release.json", "release.txt",
    }
)  # fmt: skip
_AT_THE_TOP = (".css", ".ics", ".json", ".svg", ".txt", ".xml")  # in the root itself (sitemaps, robots.txt), in assets/
# An answer of this size and its headers go out in one packet of 1,500 bytes: less of it would not be sooner there.
SMALLEST_BYTES = 860


def packs(name: str) -> bool:
    """Say whether a file below the public root, by its path there, is of those that have siblings."""
    folder, _, last = name.rpartition("/")
    return last in _BY_NAME or (folder in ("", "assets") and last.endswith(_AT_THE_TOP))


def page_of(name: str) -> str | None:
    """Give the file of which this one is the sibling, by its name or path; None where it is none.

    An attachment is never taken for one: its name has one dot (`addresses.file_path`), a sibling's two.
    """
    return name[:-3] if name.endswith(SIBLINGS) and "." in name[:-3].rpartition("/")[2] else None


def is_sibling(name: str) -> bool:
    """Say whether a file below the public root, by its path there, is a sibling."""
    page = page_of(name)
    return page is not None and packs(page)


def siblings_first(names: Iterable[str]) -> list[str]:
    """Put a folder's files in the order in which they may be removed: a server would go on to send what is left alone."""
    return sorted(names, key=lambda name: page_of(name) is None)


def remove_siblings(file: str | Path) -> None:
    """Remove what lies beside a file. Raises OSError, and then the file may not be changed."""
    if "." not in os.path.basename(file):  # noqa: PTH119 (it has none, and an attachment's "minutes.gz" may be there)
        return
    for ending in SIBLINGS:
        try:
            os.unlink(f"{file}{ending}")  # noqa: PTH108 (before every page that is renamed into place)
        except FileNotFoundError:
            continue


def without_siblings(root: Path, names: Iterable[str]) -> list[str]:
    """Name those files, by their paths below the root, that should have siblings and don't have both."""
    return [name for name in names if packs(name) and _lacks_one(f"{root}/{name}")]


def is_sibling_of(sibling: os.stat_result, page_mtime_ns: int) -> bool:
    """Say whether a file at a sibling's place was made of the page of this time: it carries the same."""
    return sibling.st_mtime_ns == page_mtime_ns


def _lacks_one(file: str) -> bool:
    try:
        page = os.stat(file)  # noqa: PTH116 (for every file of every verb: a third of what a Path costs)
    except (FileNotFoundError, NotADirectoryError):
        return False
    try:
        return page.st_size >= SMALLEST_BYTES and not all(
            is_sibling_of(os.stat(f"{file}{ending}"), page.st_mtime_ns)  # noqa: PTH116
            for ending in SIBLINGS
        )
    except FileNotFoundError:
        return True
