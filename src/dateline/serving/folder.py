"""A folder of files: a relative name in, the file or its compressed sibling ready to be sent out; hot ones from memory.

What is in memory is compared with the disk (inode, time, size) on every request: two microseconds, and a file that
was renamed into place is answered from the next request on, whoever renamed it. A sibling is kept with its page: as long
as the page hasn't changed, neither has what was made of it.
"""

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dateline.publishing.siblings import is_sibling_of
from dateline.serving.accepting import CODINGS, Endings
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
    varies: bool  # whether it may have siblings
    siblings: dict[str, "Kept"] = field(default_factory=dict)  # by ending, those that were asked for


class Folder:
    """The files below one root, and nothing outside it, through whatever link."""

    def __init__(
        self, root: Path, headers_of: Callable[[str], Headers], packs: Callable[[str], bool] = lambda relative: False
    ) -> None:
        self._root = Path(root)
        self._packs = packs  # whether a file may have compressed siblings
        self._headers_of = headers_of
        self._kept: dict[str, Kept] = {}
        self._kept_bytes = 0

    def find(self, relative: str, accepted: Endings = ()) -> Kept | None:
        """Give the file as it now is, in the first form of those that are accepted and there; None without a file."""
        page = self._find(relative)
        if page is not None and page.varies:
            for ending in accepted:
                if sibling := page.siblings.get(ending) or self._find_sibling(relative, page, ending):
                    return sibling
        return page

    def _find(self, relative: str) -> Kept | None:
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
            self._kept[relative] = kept
            self._count(kept)
        return kept

    def _find_sibling(self, relative: str, page: Kept, ending: str) -> Kept | None:
        """Read what lies beside a page; None where nothing does, or what was made of another page."""
        try:
            descriptor = os.open(f"{page.file}{ending}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError as error:
            if error.errno in _NOT_THERE:
                return None
            raise
        try:
            now = os.fstat(descriptor)
            if not stat.S_ISREG(now.st_mode) or not is_sibling_of(now, page.was[1]):
                return None
            body = os.read(descriptor, now.st_size) if now.st_size <= HOT_FILE_BYTES else None
        finally:
            os.close(descriptor)
        sibling = self._made(
            relative,
            file=f"{page.file}{ending}",
            was=(now.st_ino, now.st_mtime_ns, now.st_size),
            body=body,
            etag=b'%b-%b"' % (page.etag[:-1], CODINGS[ending]),  # of the page's words, in this form
            more=[(b"content-encoding", CODINGS[ending])],
        )
        if body is not None and self._kept.get(relative) is page:
            page.siblings[ending] = sibling
            self._count(sibling)
        return sibling

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
        return self._made(relative, file=str(file), was=was, body=body, etag=etag, more=[])

    def _made(
        self, relative: str, *, file: str, was: tuple[int, int, int], body: bytes | None, etag: bytes, more: Headers
    ) -> Kept:
        varies = self._packs(relative)
        modified_at = was[1] // 1_000_000_000
        headers = [
            *self._headers_of(relative),
            *more,
            *([(b"vary", b"accept-encoding")] if varies else []),
            (b"content-length", str(was[2]).encode()),
            (b"etag", etag),
            (b"last-modified", formatdate(modified_at, usegmt=True).encode()),
        ]
        return Kept(
            file=file,
            was=was,
            etag=etag,
            modified_at=modified_at,
            head=b"".join([b"%b: %b\r\n" % header for header in headers]) + b"\r\n",
            start={"type": "http.response.start", "status": 200, "headers": headers},
            body=body,
            varies=varies,
        )

    def _count(self, kept: Kept) -> None:
        self._kept_bytes += kept.was[2]
        while self._kept_bytes > HOT_BYTES:
            self._forget(next(iter(self._kept)))

    def _forget(self, relative: str) -> None:
        page = self._kept.pop(relative)
        self._kept_bytes -= page.was[2] + sum(sibling.was[2] for sibling in page.siblings.values())
        page.siblings.clear()  # who still has the page may not count them again
