"""Takes a file and gives its decoded text, or says why it cannot be read."""

import codecs
import stat
from dataclasses import dataclass
from pathlib import Path

import charset_normalizer

from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_TEXT_BYTES, SNIFF_BYTES
from dateline.reading.sniff import refuse_unless_text

WESTERN = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
"""The encodings that press offices writing the languages we read have used besides UTF-8. Left to all it knows,
the detector takes short Spanish texts for Central European ones."""

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Source:
    """One text to read."""

    name: str  # the path as given
    path: Path  # where it lies
    text: str  # decoded, line ends unchanged, without a byte order mark
    encoding: str  # how it was decoded
    is_guessed: bool = False  # the encoding was inferred from the bytes


def load(path: Path, name: str) -> Source:
    """Read and decode one file; raise `Unreadable` if it is no text, too large or cannot be opened."""
    data = _bytes_of(path, name)
    for bom, encoding in BOMS:
        if data.startswith(bom):
            try:
                return Source(name, path, data[len(bom) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(name, error.start) from error
    refuse_unless_text(data, path.name, name)
    try:
        return Source(name, path, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        best = charset_normalizer.from_bytes(data, cp_isolation=list(WESTERN)).best()
        if best is None:
            raise _undecodable(name, error.start) from error
        return Source(name, path, data.decode(best.encoding, errors="replace"), best.encoding, is_guessed=True)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("This is not a file.", name, "Give a file or a folder of files.")
        with path.open("rb") as file:
            head = file.read(SNIFF_BYTES)
            refuse_unless_text(head, path.name, name)
            if status.st_size > MAX_TEXT_BYTES:
                raise too_large(name, status.st_size)
            data = head + file.read(MAX_TEXT_BYTES + 1 - len(head))
    except OSError as error:
        raise cannot_open(name, error) from error
    if len(data) > MAX_TEXT_BYTES:  # the file grew, or its size was not told (a special file system)
        raise too_large(name, len(data))
    return data


def too_large(name: str, size_bytes: int) -> Unreadable:
    """Say that a source is above the limit."""
    return Unreadable(
        f"This text holds {size_bytes / 1e6:.0f} MB; up to {MAX_TEXT_BYTES / 1e6:.0f} MB are read at once.",
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


def _undecodable(name: str, at: int) -> Unreadable:
    return Unreadable("The text is in no encoding that could be recognised.", f"{name}, byte {at}", "Save it as UTF-8.")
