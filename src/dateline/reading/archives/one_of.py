"""Takes an archive and gives one small file of it, without unpacking the rest."""

from pathlib import Path

from dateline.reading.archives.kinds import kind_of
from dateline.reading.archives.members import IN_MEMBER, Damaged, members
from dateline.reading.archives.names import place_of


def one_of(path: Path, name: str, most: int) -> bytes | None:
    """Give the file of this name at an archive's top, or in the one folder that is its top; None where there is none.

    One of more than `most` bytes is none, nor is one that can't be unpacked: reading the archive says what is wrong.
    """
    kind = kind_of(path)
    if kind not in ("zip", "tar"):
        return None
    try:
        for member in members(path, kind):
            place = place_of(member.name)
            if place is None or place.name != name or len(place.parts) > 2 or member.open is None:
                continue
            with member.open() as file:
                content = file.read(most + 1)
            return content if len(content) <= most else None
    except (Damaged, *IN_MEMBER):
        return None
    return None
