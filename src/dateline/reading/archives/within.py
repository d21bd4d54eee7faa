"""The files that lie in the archives of one reading: what a release names as its attachment is found among them."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from dateline.reading.dispatch import format_of
from dateline.reading.errors import Unreadable
from dateline.reading.limits import SNIFF_BYTES
from dateline.reading.record import Reading
from dateline.reading.sniff import Head


class Within:
    """Lists the unpacked folders when a name is first looked for."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = roots
        self._by_key: dict[str, list[Path]] | None = None

    def given(self, reading: Reading) -> Reading:
        """Give the reading with the files of archives that its releases name; of two of one name that beside its source."""
        if not self._roots:
            return reading
        files = dict(reading.files)
        for release in reading.releases:
            for name in (*release.attachments, *(picture.address for picture in release.pictures)):
                path = self._find(name, reading.path.parent) if name not in files else None
                if path is not None:
                    files[name] = path
        return replace(reading, files=files) if files else reading

    def _find(self, name: str, beside: Path) -> Path | None:
        if self._by_key is None:
            self._by_key = {}
            for root in self._roots:
                for folder, _, names in os.walk(root):
                    for each in names:
                        self._by_key.setdefault(_key(each), []).append(Path(folder, each))
        found = [path for path in self._by_key.get(_key(name), ()) if _is_handed_out(path)]
        return min(found, key=lambda path: (path.parent != beside, path), default=None)


def _is_handed_out(path: Path) -> bool:
    """Say whether offices hand such a file out: a text that is read is a source, and no attachment."""
    with path.open("rb") as file:
        head = Head(file.read(SNIFF_BYTES), path.name)
    try:
        return format_of(head).is_document
    except Unreadable:
        return True


def _key(name: str) -> str:
    """The name of a file as two sources would agree on it, as `intake.filling.file_key` has it."""
    return "".join(unquote(name.rstrip("/").rsplit("/", 1)[-1]).replace("_", " ").split()).casefold()
