"""Old addresses that are asked for before a file is looked for: those with a query, and those that no path of ours has.

They lie in a file of the public folder that is written with the maps, and in memory as long as that file is the same.
Only a request with a query, or one that means no page of ours, looks at the file's time: two microseconds.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from dateline.publishing.render.maps import SERVER_FILE
from dateline.releases.old_addresses import form_of_request, without_query

_AS_WE_WRITE = re.compile(rb"(?:/[A-Za-z0-9!$&'()*+,:;=@~._-]+)*/?")  # the path is its own form, but for a last slash


class First:
    """Knows which requests are for the ledger, whatever file there may be."""

    def __init__(self, root: Path) -> None:
        self._file = root / SERVER_FILE
        self._was: tuple[int, int, int] | None = None
        self._forms: frozenset[str] = frozenset()
        self._paths: frozenset[bytes] = frozenset()  # of the forms, without a query or a last slash

    def is_old(self, raw: bytes, query: bytes) -> bool:
        """Say whether a request asks for what only an older site had."""
        self._look()
        if raw.rstrip(b"/") not in self._paths and _AS_WE_WRITE.fullmatch(raw):
            return False  # whatever the query: most requests with one end here
        return form_of_request(raw, query) in self._forms

    def _look(self) -> None:
        try:
            now = os.stat(self._file)  # noqa: PTH116 (as in `folder`)
            was = (now.st_ino, now.st_mtime_ns, now.st_size)
            if was != self._was:
                self._know(self._file.read_text().split())
                self._was = was
        except OSError:
            self._know(())
            self._was = None

    def _know(self, forms: Iterable[str]) -> None:
        self._forms = frozenset(forms)
        self._paths = frozenset(without_query(form).rstrip("/").encode() for form in self._forms)
