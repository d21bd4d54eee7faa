"""A found record, as JSON → the fields of a release, with the names and topics that belong to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline.intake.body import blocks_of
from dateline.intake.doubts import LONGEST
from dateline.releases.models import Release


def fill(release: Release, record: dict[str, Any], pictures: Sequence[dict[str, Any]] = ()) -> None:
    """Set a release's own words from a record, with blocks of pictures behind its text.

    The dateline stays as printed, its dash included.
    """
    release.kind = record["kind"]
    release.headline = _line(record["headline"])
    release.subheadline = _line(record["subheadline"])
    release.dated_on = date.fromisoformat(record["date"]) if record["date"] else None
    for name, longest in LONGEST.items():
        value = _line(record[name])
        setattr(release, name, value if len(value) <= longest else "")
    release.body = [*blocks_of(record["text"], record.get("markup")), *pictures]
    release.is_teaser = bool(record["teaser"])


def _line(text: str | None) -> str:
    return " ".join((text or "").split())
