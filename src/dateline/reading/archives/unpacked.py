"""The archives that were met on a walk, each unpacked once, for as long as the reading lasts."""

from pathlib import Path

from dateline.reading.archives.kinds import kind_of
from dateline.reading.archives.unpack import Budget, Folder, unpack
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_DEPTH
from dateline.reading.work import Work


class Unpacked:
    """Unpacks what it is asked about, if it is an archive."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._budget = Budget()
        self._folders: dict[Path, Folder | Unreadable | None] = {}
        self._depths: dict[Path, int] = {}

    @property
    def roots(self) -> list[Path]:
        """Give the folders that archives have become."""
        return [folder.root for folder in self._folders.values() if isinstance(folder, Folder)]

    def folder_of(self, path: Path, name: str) -> Folder | None:
        """Give the folder that an archive has become; None for what is none. Raise `Unreadable` for one that is refused."""
        if path not in self._folders:
            self._folders[path] = self._unpack(path, name)
        found = self._folders[path]
        if isinstance(found, Unreadable):
            raise found
        return found

    def _unpack(self, path: Path, name: str) -> Folder | Unreadable | None:
        kind = kind_of(path)
        if kind is None:
            return None
        depth = 1 + max((d for root, d in self._depths.items() if path.is_relative_to(root)), default=0)
        if depth > MAX_DEPTH:
            what = f"It lies in more than {MAX_DEPTH} archives, one in the other."
            return Unreadable(what, name, "Take it out, and read it by itself.")
        root = self._work.new_path()
        root.mkdir()
        self._depths[root] = depth
        try:
            return unpack(path, kind, name, root, self._budget)
        except Unreadable as refusal:
            return refusal
