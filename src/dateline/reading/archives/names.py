"""Takes the name that an archive gives a member and gives a place below a folder, or says that there is none."""

import hashlib
from pathlib import PurePosixPath

LONGEST_PART = 200  # bytes; file systems end at 255, and a number may have to be added
DEEPEST = 40  # folders, as in limits.MAX_FOLDER_DEPTH


def place_of(name: str) -> PurePosixPath | None:
    """Give the relative path of a member: without a root, a drive or a step upwards; None where nothing is left of it.

    A name that steps upwards is None: what it means lies outside, and nobody packs a folder so by accident.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if parts and len(parts[0]) == 2 and parts[0][1] == ":":
        parts = parts[1:]
    if not parts or ".." in parts or len(parts) > DEEPEST:
        return None
    return PurePosixPath(*(_fitting(part) for part in parts))


def decoded(raw: bytes) -> str:
    """Give a name's characters; archives of old systems do not say in which encoding they are."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")  # what Windows has written for the press of America and western Europe


def _fitting(part: str) -> str:
    """Replace what no file system, no terminal or no database takes, and cut what is too long, the same each time."""
    plain = "".join("_" if ord(c) < 32 or ord(c) == 127 or 0xD800 <= ord(c) <= 0xDFFF else c for c in part)
    if len(plain.encode()) <= LONGEST_PART:
        return plain
    stem, dot, ending = plain.rpartition(".")
    ending = dot + ending if dot and len(ending) <= 10 else ""
    mark = hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    kept = (stem if ending else plain).encode()[: LONGEST_PART - len(ending.encode()) - 9].decode("utf-8", "ignore")
    return f"{kept}-{mark}{ending}"
