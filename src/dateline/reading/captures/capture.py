"""Takes the place of a capture and gives what was captured: the answer's own bytes, as a browser would have had them."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from fastwarc.warc import WarcRecord, WarcRecordType

from dateline.reading.captures.kinds import HEAD_BYTES, PAGE, kind_of_answer
from dateline.reading.captures.newest import Place
from dateline.reading.captures.records import Damage, record_at, records
from dateline.reading.limits import MAX_CAPTURE_BYTES, MAX_CAPTURED_FILE_BYTES


@dataclass(frozen=True, slots=True)
class Capture:
    """One answer."""

    address: str
    data: bytes  # without its transfer and content encodings
    charset: str | None  # as its header states
    was_cut: bool  # by the crawler: its end is missing


class Missing(Exception):
    """What was captured can't be given; the sentence says why, `address` whose it is."""

    def __init__(self, address: str, what: str) -> None:
        super().__init__(what)
        self.address, self.what = address, what


class Captures:
    """The files of one capture, open."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._open: dict[int, BinaryIO] = {}
        self._originals: dict[bytes, Place] = {}

    def find_originals(self, revisits: Iterable[Place]) -> None:
        """Look, in one more pass, for the full captures of which these revisits say that they saw the same."""
        wanted = {key for place in revisits if (record := self._record(place)) for key in _speaks_of(record)}
        for number, path in enumerate(self._paths) if wanted else ():
            for each in records(path):
                if isinstance(each, Damage) or each.record_type != WarcRecordType.response:
                    continue
                for key in wanted.intersection(_is_spoken_of_as(each)):
                    self._originals.setdefault(key, Place(number, each.stream_pos, PAGE, False))

    def get(self, place: Place) -> Capture:
        """Give a capture; raise `Missing` where it can't be told."""
        record = self._record(place)
        if record is None:
            raise Missing("", "This capture is damaged.")
        address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
        if place.is_revisit:
            record = self._original(record, address)
        most = MAX_CAPTURE_BYTES if place.kind == PAGE else MAX_CAPTURED_FILE_BYTES
        try:
            if record.is_http and record.record_type != WarcRecordType.resource:
                record.parse_http(auto_decode="all")
            data = record.reader.read(most + 1)
        except (OSError, ValueError, zlib.error) as error:
            raise Missing(address, "The answer that was captured here is damaged.") from error
        if len(data) > most:
            raise Missing(address, f"What was captured here holds more than {most / 1e6:.0f} MB.")
        charset = record.http_charset if record.is_http_parsed else None
        return Capture(address, data, charset, record.headers.contains_key_bytes(b"WARC-Truncated"))

    def _record(self, place: Place) -> WarcRecord | None:
        if place.file not in self._open:
            self._open[place.file] = self._paths[place.file].open("rb")
        return record_at(self._open[place.file], place.offset)

    def _original(self, revisit: WarcRecord, address: str) -> WarcRecord:
        what = "This was the same as another capture, which lies in none of the files that were read."
        for key in _speaks_of(revisit):
            if (place := self._originals.get(key)) and (record := self._record(place)):
                if kind_of_answer(record.reader.read(HEAD_BYTES)) is not None:
                    whole = self._record(place)
                    if whole is not None:
                        return whole
        raise Missing(address, what)

    def __enter__(self) -> "Captures":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for file in self._open.values():
            file.close()


def _speaks_of(revisit: WarcRecord) -> list[bytes]:
    """Give the keys by which a revisit's original is known: its digest, then its address and hour."""
    headers = revisit.headers
    digest = headers.get_bytes(b"WARC-Payload-Digest")
    uri, date = headers.get_bytes(b"WARC-Refers-To-Target-URI"), headers.get_bytes(b"WARC-Refers-To-Date")
    identity = headers.get_bytes(b"WARC-Refers-To")
    return _keys(digest, identity, uri + b" " + date if uri and date else None)


def _is_spoken_of_as(record: WarcRecord) -> list[bytes]:
    headers = record.headers
    uri, date = headers.get_bytes(b"WARC-Target-URI"), headers.get_bytes(b"WARC-Date")
    identity = headers.get_bytes(b"WARC-Record-ID")
    return _keys(headers.get_bytes(b"WARC-Payload-Digest"), identity, uri + b" " + date if uri and date else None)


def _keys(*names: bytes | None) -> list[bytes]:
    return [blake2b(name.strip(), digest_size=12).digest() for name in names if name]
