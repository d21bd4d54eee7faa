"""Takes a WARC file and gives its records one after the other, past whatever is damaged in it."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fastwarc import GzipReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_ARCHIVES_BYTES
from dateline.reading.source import Source, cannot_open

WANTED = WarcRecordType.response | WarcRecordType.revisit | WarcRecordType.resource
LOOK_AHEAD = 1 << 14
PIECE = 1 << 20
MAX_TRIES = 10_000  # a file made of nothing but beginnings of records would be tried for days
GZIP = b"\x1f\x8b\x08"


class Damage(Exception):
    """A place in the file at which no record could be made out; `end` is where the next one begins, if there is one."""

    def __init__(self, start: int, end: int | None) -> None:
        super().__init__(start, end)
        self.start, self.end = start, end


def records(path: Path, at: int = 0) -> Iterator[WarcRecord | Damage]:
    """Yield the records in which an answer may lie. The next one makes the one before unreadable."""
    with path.open("rb") as file:
        while True:
            file.seek(at)
            last = at
            try:
                # By its name fastwarc reads a file without asking Python for each piece.
                for record in ArchiveIterator(file if at else str(path), record_types=WANTED, parse_http=False):
                    last = record.stream_pos
                    yield record
                return
            except OSError:
                following = _next_record(path, last + 1)
                yield Damage(last, following)
                if following is None:
                    return
                at = following


def record_at(file: BinaryIO, offset: int) -> WarcRecord | None:
    """Give the record that begins at an offset of an open file; None where none does."""
    file.seek(offset)
    is_packed = file.read(3) == GZIP
    file.seek(offset)
    try:
        # Not by an iterator: it would set up far more than one record needs.
        return WarcRecord.from_reader(GzipReader(file, buffer_size=LOOK_AHEAD) if is_packed else file)
    except (OSError, EOFError, ValueError):
        return None


def _next_record(path: Path, start: int) -> int | None:
    """Look for the first place from `start` on at which a record begins, compressed by itself or plain."""
    tries = 0
    with path.open("rb") as file:
        file.seek(start)
        before, at = b"", start
        while piece := file.read(PIECE):
            looked_at = before + piece
            begun = at - len(before)
            place = 0
            while (place := _sign(looked_at, place)) >= 0:
                if record_at_begins(path, begun + place):
                    return begun + place
                place += 1
                tries += 1
                if tries > MAX_TRIES:
                    return None
            before = looked_at[-8:]
            at += len(piece)
    return None


def _sign(data: bytes, start: int) -> int:
    found = [place for sign in (b"WARC/", GZIP) if (place := data.find(sign, start)) >= 0]
    return min(found, default=-1)


def record_at_begins(path: Path, offset: int) -> bool:
    """Say whether a record that can be read begins there."""
    with path.open("rb") as file:
        return record_at(file, offset) is not None


def one_by_one(source: Source) -> Path:
    """Give a file whose records can be gone to: itself, or a copy where it was compressed as a whole.

    The standard (ISO 28500, annex D) wants each record compressed by itself; some writers compress the file.
    """
    with source.path.open("rb") as file:
        if file.read(3) != GZIP:
            return source.path
        file.seek(0)
        second = _second_record(file)
        if second is None:
            return source.path
        file.seek(second)
        if file.read(3) == GZIP:
            return source.path
    whole = source.work.new_path()
    try:
        with gzip.open(source.path) as compressed, whole.open("wb") as plain:
            while piece := compressed.read(PIECE):
                if plain.tell() + len(piece) > MAX_ARCHIVES_BYTES:
                    raise Unreadable(
                        f"Unpacked it holds more than {MAX_ARCHIVES_BYTES / 1e9:.0f} GB.",
                        source.name,
                        "Compress its records one by one, as captures are meant to be, and read that.",
                    )
                plain.write(piece)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        pass  # what came before the damage is read, and the last record says that it is cut short
    except OSError as error:
        raise cannot_open(source.name, error) from error
    return whole


def _second_record(file: BinaryIO) -> int | None:
    """Say where fastwarc believes the second record to begin; None where there is none, or where it is damaged."""
    try:
        records = iter(ArchiveIterator(file, parse_http=False))
        next(records)
        return next(records).stream_pos
    except (StopIteration, OSError):
        return None
