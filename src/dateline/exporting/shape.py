"""What lies where in an export, and which shape of it this version writes and reads. Pure."""

import json
from datetime import UTC, datetime
from typing import Any

FORMAT = "dateline-export"  # by which a manifest says what it is, whatever its folder is called
VERSION = 1  # of the shape; one that is higher is refused
MANIFEST = "manifest.json"  # written last: a folder without one is no export
DIGESTS = "digests.txt"  # as sha256sum writes and checks them
RECORD = "record.jsonl"
SCHEMA = "record.schema.json"
MARKDOWN = "markdown"
FILES = "files"
NOT_PUBLIC = "NOT-PUBLIC"  # in the name of each file that holds what is not public yet
WARNING = "NOT PUBLIC. This has not been published. Do not pass it on."


def line_of(record: dict[str, Any]) -> bytes:
    """Write one record as a line of JSON (https://jsonlines.org): UTF-8, keys in the order in which they are given."""
    return (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def moment(at: datetime) -> str:
    """Write a moment: ISO 8601, UTC, to the microsecond that the record keeps."""
    return at.astimezone(UTC).isoformat()


def file_at(path: str) -> str:
    """Give where in an export the file lies that stands at a public path."""
    return FILES + path
