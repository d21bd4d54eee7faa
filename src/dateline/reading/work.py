"""A folder for files that come inside sources: made when first asked for, gone when the reading ends.

What a killed reading has left goes when the next one needs a folder: each holds a lock on its own while it lives.
"""

import fcntl
import os
import shutil
import tempfile
import time
from pathlib import Path
from types import TracebackType

JUST_MADE_SECONDS = 60  # between making a folder and locking it another process must not take it for left behind
PREFIX = "dateline-reading-"


class Work:
    """Keeps files under numbers: the name that a source gives becomes a path in an archive's own folder alone."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock = -1
        self._count = 0

    def keep(self, content: bytes) -> Path:
        """Write a file and say where it lies."""
        path = self.new_path()
        path.write_bytes(content)
        return path

    def new_path(self) -> Path:
        """Give a path at which nothing lies yet, to be written to."""
        if self._folder is None:
            _remove_left_behind()
            self._folder = Path(tempfile.mkdtemp(prefix=PREFIX))
            self._lock = _locked(self._folder)
        self._count += 1
        return self._folder / str(self._count)

    def __enter__(self) -> "Work":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            os.close(self._lock)
            self._folder = None


def _locked(folder: Path) -> int:
    """Lock a folder as long as the process lives; raise `OSError` where another one has."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _remove_left_behind() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            lock = _locked(folder)
        except OSError:
            continue  # at work, or another user's
        if time.time() - folder.stat().st_mtime > JUST_MADE_SECONDS:
            shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)
