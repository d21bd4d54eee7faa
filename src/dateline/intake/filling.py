"""A found record, as JSON → the fields of a release, with the names and topics that belong to it."""

from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from dateline.intake.body import blocks_of
from dateline.intake.doubts import LONGEST
from dateline.releases.models import Release

LONGEST_NAME = 255


def fill(release: Release, record: dict[str, Any]) -> None:
    """Set a release's own words from a record. The dateline stays as printed, its dash included."""
    release.kind = record["kind"]
    release.headline = _line(record["headline"])
    release.subheadline = _line(record["subheadline"])
    release.dated_on = date.fromisoformat(record["date"]) if record["date"] else None
    for name, longest in LONGEST.items():
        value = _line(record[name])
        setattr(release, name, value if len(value) <= longest else "")
    release.body = blocks_of(record["text"])
    release.is_teaser = bool(record["teaser"])


def handed_out(record: dict[str, Any]) -> list[str]:
    """Name the files that a record hands out, a web address by its last part, each once."""
    names: dict[str, str] = {}
    for printed in record["attachments"]:
        name = file_name(printed)
        if name:
            names.setdefault(file_key(name), name)
    return list(names.values())


def file_name(printed: str) -> str:
    """Give a file's own name from the name or address that is printed."""
    name = printed
    if "://" in printed:
        name = unquote(urlsplit(printed).path.rstrip("/").rsplit("/", 1)[-1]) or printed
    return _line(name)[-LONGEST_NAME:]


def file_key(name: str) -> str:
    """Reduce a file's name to what two sources agree on: without case, spaces, underscores and percent signs."""
    return "".join(unquote(name).replace("_", " ").split()).casefold()


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
