"""Everything that was asked for, read and taken in, batch by batch, each in a transaction of its own."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from django.db import transaction

from dateline.intake.begin import Asked, begin
from dateline.intake.models import Import, Stage
from dateline.intake.room import Room
from dateline.intake.take_in import take_in
from dateline.publishing.importing.beat import beat, enter
from dateline.publishing.maps import MAPS
from dateline.publishing.owe import owe
from dateline.reading import Reading

RECORDS_AHEAD = 1_000  # read before the first newsroom is made: its language and place are those of most of them


def take_in_all(
    asked: Asked,
    every: Iterator[list[Reading]],
    *,
    whole: int,
    now: Callable[[], datetime],
    keeps: bool = True,
    tell: Callable[[int, int], None] | None = None,
) -> Import:
    """Take in all batches and give the import; `whole` is how many files there are, `keeps` false writes no byte."""
    read_ahead: list[list[Reading]] = []

    def first_found() -> Iterable[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for batch in every:
            read_ahead.append(batch)
            found += (record.to_json() for reading in batch for record in reading.releases)
            if len(found) >= RECORDS_AHEAD:
                break
        return found

    into = begin(asked, at=now(), first_found=first_found)
    room = Room(into, asked.folders, keeps=keeps)
    enter(into, Stage.READING, now=now, files_known=whole)
    files: set[Path] = set()  # a file may hold many sources, which come one after the other
    records = 0
    for batch in chain(read_ahead, every):
        files.update(reading.path for reading in batch)
        records += sum(len(reading.releases) for reading in batch)
        with transaction.atomic():
            if take_in(into, batch, room):
                owe({MAPS})
            beat(into, at=now(), files_done=len(files), records_found=records)
        if tell:
            tell(len(files), whole)
    return into
