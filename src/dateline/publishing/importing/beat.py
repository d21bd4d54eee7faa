"""How far an import is, as rows: each is written with the batch that it counts, so it is never ahead of the record."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dateline.intake.models import Import


def enter(into: Import, stage: str, *, now: Callable[[], datetime], **counts: int) -> None:
    """Say that an import begins with a stage."""
    _write(into, stage=stage, beat_at=now(), running_since=now(), **counts)


def beat(into: Import, *, at: datetime, **counts: int) -> None:
    """Say how far it has come. A count never falls: what was done before a kill is passed over quickly."""
    _write(into, beat_at=at, **{name: max(count, getattr(into, name)) for name, count in counts.items()})


def _write(into: Import, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(into, name, value)
    into.save(update_fields=list(fields))
