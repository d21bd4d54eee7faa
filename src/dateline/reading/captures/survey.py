"""Takes the files of one capture and says which of its answers are the newest good ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from dateline.reading.captures.address_key import address_key
from dateline.reading.captures.kinds import HEAD_BYTES, PAGE, kind_of_answer, kind_of_type
from dateline.reading.captures.newest import Newest, Place
from dateline.reading.captures.records import Damage, records

_WEB = re.compile(rb"<?https?://", re.IGNORECASE)  # crawlers keep their own logs under other schemes
_NO_DIGITS = re.compile(rb"\D")

CUT_BY_CRAWLER = 1  # the moment of a capture that was cut when it was made: any whole one is newer


@dataclass(slots=True)
class Survey:
    """What stands in the files of one capture."""

    newest: Newest = field(default_factory=Newest)
    damages: list[tuple[int, Damage]] = field(default_factory=list)  # the number of the file, and what is wrong in it
    cut_short: list[tuple[int, str]] = field(default_factory=list)  # the file that ends inside the answer of an address
    has_revisits: bool = False


def survey(paths: Sequence[Path]) -> Survey:
    """Look at the head of every answer in the files, once."""
    seen = Survey()
    for number, path in enumerate(paths):
        before: tuple[int, int, Place] | None = None
        last: WarcRecord | None = None
        for record in records(path):
            if before is not None:
                seen.newest.note(*before)
            before = None
            if isinstance(record, Damage):
                last = None
                seen.damages.append((number, record))
                continue
            last = record
            before = _noted(record, number)
            if before is not None and before[2].is_revisit:
                seen.has_revisits = True
        # Nothing follows the last record by which one could see that it is whole.
        if last is not None and before is not None:
            if _is_whole(path, before[2].offset):
                seen.newest.note(*before)
            else:
                seen.cut_short.append((number, last.headers.get("WARC-Target-URI") or ""))
    seen.newest.settle()
    return seen


def _noted(record: WarcRecord, file: int) -> tuple[int, int, Place] | None:
    """Give what is to be noted of an answer; None where it is no good one, or nothing that is read."""
    headers = record.headers
    kind_of_record = record.record_type
    if kind_of_record == WarcRecordType.resource:
        kind = kind_of_type((headers.get_bytes(b"Content-Type") or b"").partition(b";")[0].strip())
    else:
        head = record.reader.read(HEAD_BYTES)
        kind = kind_of_answer(head)
        if kind is None and kind_of_record == WarcRecordType.revisit and not head.strip():
            kind = PAGE  # it says nothing but that it is the same as before: that one will say what it is
    address = headers.get_bytes(b"WARC-Target-URI")
    if kind is None or not address or not _WEB.match(address) or address.endswith(b"/robots.txt"):
        return None
    moment = int(_NO_DIGITS.sub(b"", headers.get_bytes(b"WARC-Date") or b"")[:14] or 0) + CUT_BY_CRAWLER + 1
    if headers.contains_key_bytes(b"WARC-Truncated"):
        moment = CUT_BY_CRAWLER
    place = Place(file, record.stream_pos, kind, kind_of_record == WarcRecordType.revisit)
    return address_key(address), moment, place


def _is_whole(path: Path, offset: int) -> bool:
    """Say whether a record's bytes are all there."""
    for record in records(path, offset):
        if isinstance(record, Damage):
            return False
        return bool(record.consume() >= record.content_length)
    return False
