"""Takes a file, or a part of one, and gives its bytes within limits, or says why it cannot be read."""

import io
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from dateline.reading.errors import Unreadable
from dateline.reading.work import Work


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: a whole file, or a part of one that its reader has handed on."""

    name: str  # the path as given; a part adds " › " and its place: "export.xml › post 12"
    path: Path  # the file that holds it
    data: bytes | None = None  # a part's own bytes; None: it is the whole file
    address: str | None = None  # the web address at which it stood, where what holds it says so
    charset: str | None = None  # the encoding that what holds it states for it
    depth: int = 0  # in how many others it lies
    mapping: Path | None = None  # the file in which a person states what the columns of this table are
    is_handed_out: bool = False  # what holds it names it as an attachment of its release
    work: Work = field(default_factory=Work)  # where files that come inside a source are put while reading lasts

    def open(self) -> BinaryIO:
        """Open it for reading; raise `Unreadable` where it is no file or the system refuses."""
        if self.data is not None:
            return io.BytesIO(self.data)
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise Unreadable("This is not a file.", self.name, "Give a file or a folder of files.")
            return self.path.open("rb")
        except OSError as error:
            raise cannot_open(self.name, error) from error

    def size_bytes(self) -> int:
        """Say how long it is."""
        try:
            return len(self.data) if self.data is not None else self.path.stat().st_size
        except OSError as error:
            raise cannot_open(self.name, error) from error

    def content(self, most: int) -> bytes:
        """Give all of its bytes; raise `Unreadable` where there are more than `most`."""
        if self.size_bytes() > most:
            raise too_large(self.name, self.size_bytes(), most)
        with self.open() as file:
            try:
                data = file.read(most + 1)
            except OSError as error:
                raise cannot_open(self.name, error) from error
        if len(data) > most:  # the file grew, or its size was not told (a special file system)
            raise too_large(self.name, len(data), most)
        return data

    def part(
        self,
        place: str,
        data: bytes,
        *,
        address: str | None = None,
        charset: str | None = None,
        path: Path | None = None,
    ) -> "Source":
        """Give a part of it, named by its place, to be read as whatever it is."""
        name = f"{self.name} › {place}"
        return Source(name, path or self.path, data, address, charset, self.depth + 1, work=self.work)


def too_large(name: str, size_bytes: int, most: int) -> Unreadable:
    """Say that a source is above the limit."""
    return Unreadable(
        f"This holds {size_bytes / 1e6:.0f} MB; up to {most / 1e6:.0f} MB are read at once.",
        name,
        "Split it into several files, between two releases, and read those.",
    )


def cannot_open(name: str, error: OSError) -> Unreadable:
    """Turn an error of the operating system into a sentence."""
    if isinstance(error, FileNotFoundError):
        return Unreadable("There is no such file.", name, "Check the name, or that the disk is mounted.")
    if isinstance(error, PermissionError):
        return Unreadable("It may not be opened by this user.", name, "Give this user the right to read it.")
    reason = error.strerror or str(error)
    return Unreadable(f"It could not be opened: {reason}.", name, "Copy it to another place and read that copy.")
