"""Old addresses that are asked for before a file is looked for: those with a query, and those that no path of ours has.

They lie in a file of the public folder that is written with the maps, and in memory as long as that file is the same.
Only a request with a query, or one that means no page of ours, looks at the file's time: two microseconds.
"""

import os
from pathlib import Path

from dateline.publishing.render.maps import SERVER_FILE
from dateline.releases.old_addresses import form_of_request


class First:
    """Knows which requests are for the ledger, whatever file there may be."""

    def __init__(self, root: Path) -> None:
        self._file = root / SERVER_FILE
        self._was: tuple[int, int, int] | None = None
        self._forms: frozenset[str] = frozenset()

    def is_old(self, raw: bytes, query: bytes) -> bool:
        """Say whether a request asks for what only an older site had."""
        self._look()
        return bool(self._forms) and form_of_request(raw, query) in self._forms

    def _look(self) -> None:
        try:
            now = os.stat(self._file)  # noqa: PTH116 (as in `folder`)
            was = (now.st_ino, now.st_mtime_ns, now.st_size)
            if was != self._was:
                self._forms, self._was = frozenset(self._file.read_text().split()), was
        except OSError:
            self._forms, self._was = frozenset(), None
