"""An import asked for → its row: the unfinished one of the same request, or a new one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q

from dateline.intake.models import Import, Stage
from dateline.intake.newsroom_told import told_in
from dateline.intake.newsrooms import default_newsroom, make_newsroom
from dateline.intake.uploads import let_go
from dateline.reading.walk import Given
from dateline.releases.models import Newsroom


@dataclass(frozen=True)
class Asked:
    """What a person asked to be imported."""

    paths: tuple[Path | Given, ...]
    was_public: bool = False
    newsroom_name: str = ""

    @property
    def places(self) -> list[str]:
        """The paths as they are recognised again, from whichever folder they are named; of an address the address."""
        return [each.name if isinstance(each, Given) else str(each.absolute()) for each in self.paths]

    @property
    def folders(self) -> tuple[Path, ...]:
        """The files and folders beside which attachments and newsroom.toml may lie."""
        return tuple(each for each in self.paths if not isinstance(each, Given))


@transaction.atomic
def begin(asked: Asked, *, at: datetime, first_found: Callable[[], Iterable[dict[str, Any]]]) -> Import:
    """Take up the import that was killed in the middle, with its own hour, or begin a new one.

    `first_found` gives records for a newsroom to be named after; it is asked only where none exists. Raises Refused
    where newsroom.toml has mistakes.
    """
    begun = Q(newsroom__isnull=False) | Q(stage=Stage.WAITING)
    for unfinished in Import.objects.filter(begun, finished_at=None, undone_at=None).order_by("-pk"):
        if _asks_for(unfinished) == (asked.places, asked.was_public, asked.newsroom_name):
            if unfinished.newsroom is None:
                unfinished.newsroom = _newsroom(asked, first_found)
                unfinished.save(update_fields=["newsroom"])
            return unfinished
    newsroom = _newsroom(asked, first_found)
    return Import.objects.create(
        asked=asked.places,
        was_public=asked.was_public,
        newsroom_name=asked.newsroom_name,
        started_at=at,
        newsroom=newsroom,
    )


def finish(into: Import, *, at: datetime) -> None:
    """Say that nothing is left to be done, and let go of what was uploaded for it: each source's bytes are kept."""
    into.finished_at, into.stage = at, Stage.DONE
    into.save(update_fields=["finished_at", "stage"])
    let_go(into)


def _newsroom(asked: Asked, first_found: Callable[[], Iterable[dict[str, Any]]]) -> Newsroom:
    return default_newsroom(asked.newsroom_name) or make_newsroom(
        told_in(asked.folders), first_found(), asked.newsroom_name
    )


def _asks_for(into: Import) -> tuple[Sequence[str], bool, str]:
    return into.asked, into.was_public, into.newsroom_name
