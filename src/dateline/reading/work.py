"""A folder for files that come inside sources: made when first asked for, gone when the reading ends."""

import shutil
import tempfile
from pathlib import Path
from types import TracebackType


class Work:
    """Keeps files under numbers: no name that a source gives ever becomes a path."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._count = 0

    def keep(self, content: bytes) -> Path:
        """Write a file and say where it lies."""
        path = self.new_path()
        path.write_bytes(content)
        return path

    def new_path(self) -> Path:
        """Give a path at which nothing lies yet, to be written to."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="dateline-reading-"))
        self._count += 1
        return self._folder / str(self._count)

    def __enter__(self) -> "Work":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
