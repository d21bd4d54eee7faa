"""A folder of files: a relative name in, the file ready to be sent out; hot ones from memory.

What is in memory is compared with the disk (inode, time, size) on every request: two microseconds, and a file that
was renamed into place is answered from the next request on, whoever renamed it.
"""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dateline.serving.headers import Headers

HOT_FILE_BYTES = 1 << 20  # a page is 5–50 kB; what is larger is streamed
HOT_BYTES = 64 << 20  # some 4,000 pages of 15 kB
_NOT_THERE = {
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.EACCES,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.EINVAL,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it is sent."""

    file: str  # absolute, free of links
    was: tuple[int, int, int]  # inode, mtime_ns, size_bytes
    etag: bytes
    modified_at: int  # seconds; HTTP knows no finer
    head: bytes  # the headers as they go over the wire, with the empty line
    start: dict[str, Any]  # the ASGI message that opens a 200 answer
    body: bytes | None  # all of it; None where it is streamed from `file`


class Folder:
    """The files below one root, and nothing outside it, through whatever link."""

    def __init__(self, root: Path, headers_of: Callable[[str], Headers]) -> None:
        self._root = Path(root)
        self._headers_of = headers_of
        self._kept: dict[str, Kept] = {}
        self._kept_bytes = 0

    def find(self, relative: str) -> Kept | None:
        """Give the file as it now is; None where there is none."""
        kept = self._kept.get(relative)
        if kept is not None:
            try:
                now = os.stat(kept.file)  # noqa: PTH116 (twice as fast as Path.stat, and asked on every request)
            except OSError:
                now = None
            if now is not None and (now.st_ino, now.st_mtime_ns, now.st_size) == kept.was:
                return kept
            self._forget(relative)
        kept = self._read(relative)
        if kept is not None and kept.body is not None:
            self._remember(relative, kept)
        return kept

    def _read(self, relative: str) -> Kept | None:
        root = self._root.resolve()
        try:
            file = (root / relative).resolve(strict=True)
            if not file.is_relative_to(root) or not file.is_file():  # a pipe would stop us
                return None
            with file.open("rb") as opened:
                now = os.fstat(opened.fileno())
                body = opened.read() if now.st_size <= HOT_FILE_BYTES else None
        except RuntimeError:  # links that lead round in a circle, as Python before 3.13 says it
            return None
        except OSError as error:
            if error.errno in _NOT_THERE:
                return None
            raise
        was = (now.st_ino, now.st_mtime_ns, len(body) if body is not None else now.st_size)
        marked = body if body is not None else repr(was).encode()
        etag = f'"{blake2b(marked, digest_size=12).hexdigest()}"'.encode()
        modified_at = int(now.st_mtime)
        headers = [
            *self._headers_of(relative),
            (b"content-length", str(was[2]).encode()),
            (b"etag", etag),
            (b"last-modified", formatdate(modified_at, usegmt=True).encode()),
        ]
        return Kept(
            file=str(file),
            was=was,
            etag=etag,
            modified_at=modified_at,
            head=b"".join([b"%b: %b\r\n" % header for header in headers]) + b"\r\n",
            start={"type": "http.response.start", "status": 200, "headers": headers},
            body=body,
        )

    def _remember(self, relative: str, kept: Kept) -> None:
        self._kept[relative] = kept
        self._kept_bytes += kept.was[2]
        while self._kept_bytes > HOT_BYTES:
            self._forget(next(iter(self._kept)))

    def _forget(self, relative: str) -> None:
        self._kept_bytes -= self._kept.pop(relative).was[2]
