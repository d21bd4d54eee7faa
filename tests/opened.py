"""Compressed siblings opened: what a reader of one would read."""

import gzip
from pathlib import Path

import brotli

from dateline.publishing.siblings import is_sibling

OPENED = {".br": brotli.decompress, ".gz": gzip.decompress}


def opened(name: str, content: bytes) -> bytes:
    """Give the bytes of a file below the public root as they are read: a sibling's decompressed, any other's as they lie."""
    return OPENED[name[-3:]](content) if is_sibling(name) else content


def old_siblings(root: Path) -> list[str]:
    """Name the siblings below a root that don't say what their page says, or whose page is gone."""
    return [
        name
        for file in root.rglob("*")
        if is_sibling(name := file.relative_to(root).as_posix())
        and not ((page := root / name[:-3]).exists() and opened(name, file.read_bytes()) == page.read_bytes())
    ]
