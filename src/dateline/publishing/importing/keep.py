"""The import verb: what was asked for → sources, findings and drafts kept and, where it was public, published.

Command and desk both ask it. It sends nothing to anyone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from dateline.intake.begin import Asked, finish
from dateline.intake.models import Stage
from dateline.intake.outcome import Came, outcome_of
from dateline.intake.take_in import BATCH, batches
from dateline.publishing.importing.beat import enter
from dateline.publishing.importing.publish_found import complete_found, publish_found
from dateline.publishing.importing.take_in_all import take_in_all
from dateline.publishing.settle import settle_pages
from dateline.reading import Reading, read_paths
from dateline.reading.walk import Given, walk
from dateline.reading.work import Work
from dateline.releases.refused import Refused

Tell = Callable[[int, int], None]  # is told how many files are done, of how many
Read = Callable[[Sequence[Path | Given], Work], Iterable[Reading]]
Now = Callable[[], datetime]


@dataclass(frozen=True)
class Done:
    """What an import did."""

    came: Came
    published: int
    completed: int
    refused: tuple[Refused, ...]  # what stayed a draft because it is not fit to be public


def import_paths(paths: Sequence[Path], *, was_public: bool, newsroom_name: str = "", tell: Tell | None = None) -> Done:
    """Import files and folders."""
    return keep(Asked(tuple(paths), was_public, newsroom_name), tell=tell)


def keep(
    asked: Asked, *, read: Read = read_paths, now: Now = timezone.now, size: int = BATCH, tell: Tell | None = None
) -> Done:
    """Keep what is found, then publish what may be, each in batches of `size` that a kill can't tear.

    In two passes: what is published can't depend on which of two sources came first.
    """
    whole = sum(1 for _ in walk(asked.paths))
    with Work() as work:  # what came inside a source lies there until its batch is taken in
        into = take_in_all(asked, batches(read(asked.paths, work), size), whole=whole, now=now, tell=tell)
    published, refused = publish_found(into, size, now=now)
    completed = complete_found(into)
    enter(into, Stage.MAKING, now=now)
    settle_pages()
    finish(into, at=now())
    return Done(outcome_of(into), published, completed, tuple(refused))
