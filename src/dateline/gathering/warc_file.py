"""The WARC file of one gathering: each answer is added as it came, and found again after a kill."""

import fcntl
import io
import os
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from fastwarc import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from dateline.reading.captures.records import Damage, record_at, records

TYPES = {
    int(WarcRecordType.warcinfo): "application/warc-fields",
    int(WarcRecordType.request): "application/http; msgtype=request",
    int(WarcRecordType.response): "application/http; msgtype=response",
}

Fields = Sequence[tuple[bytes, bytes]]


class Busy(Exception):
    """Another process gathers into this file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one request."""

    status: int
    fields: Fields  # its HTTP header
    body: bytes  # without the transfer encoding, with the content encoding


class WarcFile:
    """One gathering's answers; only one process has it open."""

    def __init__(self, path: Path, software: str) -> None:
        """Open the file, and drop what a kill left half written at its end. Raises `Busy`."""
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._file = os.fdopen(descriptor, "r+b")
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            raise Busy from error
        self._places: dict[str, int] = {}
        self._file.truncate(self._take_up(path))
        self._file.seek(0, os.SEEK_END)
        if self._file.tell() == 0:
            self._add(
                WarcRecordType.warcinfo, b"software: " + software.encode() + b"\r\nformat: WARC File Format 1.1\r\n", {}
            )

    @property
    def size_bytes(self) -> int:
        """Say how long it has become."""
        return self._file.tell()

    def keep(self, address: str, asked: Fields, answer: Answer) -> None:
        """Add a request and its answer, whole on the disk's side before this returns."""
        told = {"WARC-Target-URI": address}
        parts = urlsplit(address)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._add(WarcRecordType.request, _block(f"GET {target} HTTP/1.1", asked, b""), told)
        reason = HTTPStatus(answer.status).phrase if answer.status in HTTPStatus._value2member_map_ else ""
        block = _block(f"HTTP/1.1 {answer.status} {reason}".rstrip(), answer.fields, answer.body)
        self._places[address] = self._add(WarcRecordType.response, block, told)

    def answer_of(self, address: str) -> Answer | None:
        """Give the answer that was kept for an address; None where there is none."""
        place = self._places.get(address)
        if place is None:
            return None
        end = self._file.tell()
        record = record_at(self._file, place)
        answer = None
        if record is not None:
            record.parse_http()
            fields = list(record.http_headers.items_bytes())
            answer = Answer(record.http_headers.status_code or 0, fields, record.reader.read())
        self._file.seek(end)
        return answer

    def close(self) -> None:
        """Let go of it, everything on disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def _take_up(self, path: Path) -> int:
        """Note where each answer lies; give the length up to which the file is whole."""
        if not path.stat().st_size:
            return 0
        last: tuple[str, int] | None = None
        for record in records(path):
            if isinstance(record, Damage):
                return self._without(last, record.start)
            last = (record.headers.get("WARC-Target-URI") or "", record.stream_pos)
            self._places[last[0]] = last[1]
        if last is None:
            return 0
        # After the last answer only a torn record can follow: a request is written with its answer.
        whole = _end_of(path, last[1])
        return self._without(last, last[1]) if whole is None else whole

    def _without(self, last: tuple[str, int] | None, end: int) -> int:
        if last is not None and last[1] >= end:
            self._places.pop(last[0], None)
        return end

    def _add(self, kind: WarcRecordType, block: bytes, told: Mapping[str, str]) -> int:
        record = WarcRecord()
        record.init_headers(kind)
        record.headers.set("Content-Type", TYPES[int(kind)])
        for name, value in told.items():
            record.headers.set(name, value)
        record.set_bytes_content(block)
        packed = io.BytesIO()
        with GzipWriter(packed, compression_level=6) as writer:
            record.write(writer, checksum_data=kind == WarcRecordType.response)
            writer.finish()
            written = packed.getvalue()
        place = self._file.tell()
        self._file.write(written)
        self._file.flush()
        return place


def _block(first: str, fields: Fields, body: bytes) -> bytes:
    lines = [first.encode(), *(name + b": " + value for name, value in fields)]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def _end_of(path: Path, start: int) -> int | None:
    """Say where the compressed record ends that begins at `start`; None where the file ends before it does."""
    inflate = zlib.decompressobj(wbits=31)
    with path.open("rb") as file:
        file.seek(start)
        end = start
        while piece := file.read(1 << 20):
            try:
                while piece:
                    inflate.decompress(piece, 1 << 20)
                    end += len(piece) - len(inflate.unconsumed_tail) - len(inflate.unused_data)
                    if inflate.eof:
                        return end
                    piece = inflate.unconsumed_tail
            except zlib.error:
                return None
    return None
