"""Takes the files of one capture and says which of its answers are the newest good ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fastwarc.warc import WarcHeader, WarcRecord, WarcRecordType

from dateline.reading.captures.address_key import address_key
from dateline.reading.captures.kinds import HEAD_BYTES, PAGE, kind_of_answer, kind_of_type
from dateline.reading.captures.newest import Newest, Place
from dateline.reading.captures.records import Damage, records

_WEB = re.compile(rb"<?https?://", re.IGNORECASE)  # crawlers keep their own logs under other schemes
RESOURCE, REVISIT = int(WarcRecordType.resource), int(WarcRecordType.revisit)

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
    kind_of_record = int(record.record_type)
    headers = record.headers
    if kind_of_record == RESOURCE:
        kind = kind_of_type((headers.get_bytes(b"Content-Type") or b"").partition(b";")[0].strip())
    else:
        head = record.reader.read(HEAD_BYTES)
        kind = kind_of_answer(head)
        if kind is None and kind_of_record == REVISIT and not head.strip():
            kind = PAGE  # it says nothing but that it is the same as before: that one will say what it is
    if kind is None:
        return None
    address = headers.get_bytes(WarcHeader.WARC_TARGET_URI)
    if not address or not _WEB.match(address) or address.endswith(b"/robots.txt"):
        return None
    if headers.get_bytes(WarcHeader.WARC_TRUNCATED) is not None:
        moment = CUT_BY_CRAWLER
    else:
        moment = _moment(headers.get_bytes(WarcHeader.WARC_DATE) or b"") + CUT_BY_CRAWLER + 1
    return address_key(address), moment, Place(file, record.stream_pos, kind, kind_of_record == REVISIT)


def _moment(date: bytes) -> int:
    """Give a date as a number that grows with time: "2016-01-02T03:04:05Z" as 20160102030405."""
    digits = date[:19].translate(None, b"-:TZ")
    return int(digits) if digits.isdigit() else 0


def _is_whole(path: Path, offset: int) -> bool:
    """Say whether a record's bytes are all there."""
    for record in records(path, offset):
        if isinstance(record, Damage):
            return False
        return bool(record.consume() >= record.content_length)
    return False
