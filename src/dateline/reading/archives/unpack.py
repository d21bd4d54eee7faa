"""Takes an archive and makes a folder of it, within limits, or says of each member why it is not there."""

import posixpath
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from dateline.reading.archives.kinds import Kind
from dateline.reading.archives.members import ANOTHER_WAY, DAMAGED_HERE, IN_MEMBER, UNPACK_IT, Damaged, Member, members
from dateline.reading.archives.names import place_of
from dateline.reading.errors import Unreadable
from dateline.reading.limits import (
    MAX_ARCHIVES_BYTES,
    MAX_PACKED_RATIO,
    MAX_UNPACKED_FILES,
    RATIO_COUNTS_FROM_BYTES,
)
from dateline.reading.source import cannot_open

PIECE = 1 << 20
BY_HAND = "If you know whom it is from, unpack it yourself, and give the folder."


@dataclass(slots=True)
class Budget:
    """What all archives of one reading may still come to."""

    bytes: int = MAX_ARCHIVES_BYTES
    files: int = MAX_UNPACKED_FILES


@dataclass(slots=True)
class Folder:
    """An archive as it lies unpacked."""

    root: Path
    wrong: list[tuple[str, Unreadable]] = field(default_factory=list)  # members, and why they are not there


def unpack(path: Path, kind: Kind, name: str, root: Path, budget: Budget) -> Folder:
    """Unpack an archive into an empty folder, and say what of it is not there.

    Raises `Unreadable`, with nothing left in the folder, where the whole is refused: a bomb, or what can't be opened.
    """
    if kind in ("7z", "rar"):
        raise Unreadable(f"This is a {kind} archive; zip and tar are read.", name, UNPACK_IT)
    folder = Folder(root)
    unpacking = _Unpacking(folder, name, budget, max(1, path.stat().st_size))
    try:
        for member in members(path, kind):
            unpacking.take(member)
    except Damaged:
        what = "This archive is damaged, or ends in the middle; what comes after it is not read."
        folder.wrong.append(("", Unreadable(what, name, "Fetch or copy it again, and read that.")))
    except Unreadable:
        shutil.rmtree(root, ignore_errors=True)
        raise
    unpacking.settle_links()
    return folder


class _Unpacking:
    """Writes members one by one, and counts."""

    def __init__(self, folder: Folder, name: str, budget: Budget, packed_bytes: int) -> None:
        self._folder, self._name, self._budget, self._packed_bytes = folder, name, budget, packed_bytes
        self._bytes = 0
        self._links: list[Member] = []
        self._met: set[str] = set()

    def take(self, member: Member) -> None:
        self._budget.files -= 1
        if self._budget.files < 0:
            raise self._bomb(f"It holds more than {MAX_UNPACKED_FILES:,} files.")
        place = place_of(member.name)
        if place is None:
            what = "Its name leads outside the archive, so it was not unpacked."
            self._say(member.name.replace("\x00", "")[:200].encode("utf-8", "replace").decode(), what, BY_HAND)
            return
        if member.same_as:
            self._links.append(member)
            return
        if member.open is None:
            self._say(str(place), member.wrong, UNPACK_IT)
            return
        self._met.add(str(place))
        try:
            file = self._free(self._folder.root / place)
            file.parent.mkdir(parents=True, exist_ok=True)
            with member.open() as packed, file.open("xb") as plain:
                while piece := packed.read(PIECE):
                    self._count(len(piece))
                    plain.write(piece)
        except NotImplementedError:
            self._say(str(place), ANOTHER_WAY, UNPACK_IT)
        except (FileExistsError, NotADirectoryError):
            self._say(str(place), "A file and a folder of the archive have the same name.", UNPACK_IT)
        except IN_MEMBER as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise self._not_written(error) from error
            file.unlink(missing_ok=True)  # half a release would pass for a whole one
            self._say(str(place), DAMAGED_HERE, "Pack or fetch the archive again, and read that.")

    def settle_links(self) -> None:
        """Say which links lead out; one that means another member adds nothing to it."""
        for link in self._links:
            meant = posixpath.normpath(link.same_as.lstrip("/"))
            if not any(met == meant or met.startswith(meant + "/") for met in self._met):
                self._say(str(place_of(link.name)), link.wrong, UNPACK_IT)

    def _free(self, file: Path) -> Path:
        """Give a path at which nothing lies: an archive may hold a name twice, and neither is lost."""
        number = 2
        free = file
        while free.is_file():
            free = file.with_name(f"{file.stem} ({number}){file.suffix}")
            number += 1
        return free

    def _count(self, size: int) -> None:
        self._bytes += size
        self._budget.bytes -= size
        if self._budget.bytes < 0:
            raise self._bomb(f"Unpacked, the archives hold more than {MAX_ARCHIVES_BYTES / 1e9:.0f} GB.")
        if self._bytes > RATIO_COUNTS_FROM_BYTES and self._bytes > MAX_PACKED_RATIO * self._packed_bytes:
            raise self._bomb(f"Unpacked, it is more than {MAX_PACKED_RATIO} times as large, as bombs are.")

    def _bomb(self, what: str) -> Unreadable:
        return Unreadable(what, self._name, BY_HAND)

    def _not_written(self, error: OSError) -> Unreadable:
        if error.filename is not None or error.errno in (28, 122):  # no room left
            what = f"There is no room to unpack it: {error.strerror}."
            return Unreadable(what, self._name, "Make room, or set TMPDIR to a folder on a larger disk.")
        return cannot_open(self._name, error)

    def _say(self, member: str, what: str, todo: str) -> None:
        self._folder.wrong.append((member, Unreadable(what, f"{self._name}/{member}", todo)))
