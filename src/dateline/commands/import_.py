"""`dateline import`: reads files, folders and addresses, keeps what was found and, where it was public, publishes it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.given import Address, PathOrAddress, sources_of, with_bounds
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.progress import progress
from dateline.commands.restoring import restored
from dateline.commands.said_of_import import lines_of
from dateline.intake.begin import Asked, begin, finish
from dateline.intake.models import Import
from dateline.intake.outcome import Came, outcome_of
from dateline.intake.ready import completed, drafts_of, ready_to_complete, ready_to_publish
from dateline.intake.room import Room
from dateline.intake.take_in import BATCH, batches, take_in
from dateline.publishing.complete import complete
from dateline.publishing.maps import MAPS
from dateline.publishing.owe import owe
from dateline.publishing.publish_past import publish_past
from dateline.publishing.redaction.gathered import GATHERED
from dateline.publishing.settle import settle_pages
from dateline.reading import Reading, read_paths
from dateline.reading.walk import Given, walk
from dateline.reading.work import Work
from dateline.releases.models import Release
from dateline.releases.refused import Refused

Tell = Callable[[int], None]  # is told how many sources are done
Read = Callable[[Sequence[Path | Given], Work], Iterable[Reading]]
Now = Callable[[], datetime]

NAMES = "FILE|FOLDER|ADDRESS…"
RECORDS_AHEAD = 1_000  # read before the first newsroom is made: its language and place are those of most of them


@dataclass(frozen=True)
class Done:
    """What an import did."""

    came: Came
    published: int
    completed: int
    refused: tuple[Refused, ...]  # what stayed a draft because it is not fit to be public


@click.command("import")
@click.argument("given", metavar=NAMES, nargs=-1, required=True, type=PathOrAddress(path_type=Path, exists=True))
@click.option("--was-public", is_flag=True, help="What is in it was public: publish what is not doubtful.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it; keep nothing, publish nothing.")
@click.option(
    "--mapping", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="What the columns of tables are."
)
@click.option("--newsroom", "newsroom_name", default="", metavar="NAME", help="The newsroom that takes it in.")
@with_bounds
def import_(
    given: tuple[Path | Address, ...],
    was_public: bool,
    dry_run: bool,
    mapping: Path | None,
    newsroom_name: str,
    **limits: Any,
) -> int:
    """Read files, folders, archives or addresses and keep what was found.

    Without --was-public everything becomes a draft. With it you say that all this has been public before: what is not
    doubtful is published under its own date. The same import twice changes nothing; killed, it is gone on with where it
    was when you ask for the same again. It sends nothing to anyone.

    A folder that `dateline export` wrote is taken into an empty newsroom as it was, and gives the same public site.
    """
    require_current_shape()
    paths = tuple(each for each in given if isinstance(each, Path))
    if restored(paths, has_options=was_public or dry_run or bool(newsroom_name) or paths != given):
        return 0
    with sources_of(given, Path(settings.MEDIA_ROOT) / GATHERED, limits, keeps=dry_run) as sources:
        if not sources:
            return 1
        read = partial(read_paths, mapping=mapping)
        asked = Asked(tuple(sources), was_public, newsroom_name)
        done = dry_run_of(asked, read=read) if dry_run else keep(asked, read=read)
    for line in lines_of(done.came, done, is_dry_run=dry_run, was_public=was_public):
        click.echo(line)
    return 1 if done.came.unreadable or len(sources) < len(given) else 0


def import_paths(paths: Sequence[Path], *, was_public: bool, newsroom_name: str = "") -> Done:
    """Import files and folders; what the command does, without its words."""
    return keep(Asked(tuple(paths), was_public, newsroom_name))


def keep(asked: Asked, *, read: Read = read_paths, now: Now = timezone.now, size: int = BATCH) -> Done:
    """Keep what is found, then publish what may be, each in batches of `size` that a kill can't tear.

    In two passes: what is published can't depend on which of two sources came first.
    """
    with progress("Importing") as tell, Work() as work:
        whole = sum(1 for _ in walk(asked.paths))
        into = _take_in_all(asked, batches(read(asked.paths, work), size), now(), tell=lambda done: tell(done, whole))
    published, refused = _publish(into, size)
    completed_count = _complete(into)
    settle_pages()
    finish(into, at=now())
    return Done(outcome_of(into), published, completed_count, tuple(refused))


def dry_run_of(asked: Asked, *, read: Read = read_paths, now: Now = timezone.now) -> Done:
    """Do it all but publishing in a transaction that is rolled back, and say what came of it."""
    with transaction.atomic(), Work() as work:
        into = _take_in_all(asked, batches(read(asked.paths, work)), now(), keeps=False)
        done = Done(outcome_of(into), len(ready_to_publish(into)), len(ready_to_complete(into)), ())
        transaction.set_rollback(True)
    return done


def _take_in_all(
    asked: Asked, every: Iterator[list[Reading]], at: datetime, *, keeps: bool = True, tell: Tell = lambda done: None
) -> Import:
    """Take in batch by batch, each in a transaction of its own."""
    read_ahead: list[list[Reading]] = []

    def first_found() -> Iterable[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for batch in every:
            read_ahead.append(batch)
            found += (record.to_json() for reading in batch for record in reading.releases)
            if len(found) >= RECORDS_AHEAD:
                break
        return found

    into = begin(asked, at=at, first_found=first_found)
    room = Room(into, asked.folders, keeps=keeps)
    done = 0
    for batch in chain(read_ahead, every):
        with transaction.atomic():
            if take_in(into, batch, room):
                owe({MAPS})
        done += len(batch)
        tell(done)
    return into


def _publish(into: Import, size: int) -> tuple[int, list[Refused]]:
    keys, refused, published = ready_to_publish(into), [], 0
    for start in range(0, len(keys), size):
        done, said_no = _publish_batch(keys[start : start + size], into)
        published += done
        refused += said_no
    return published, refused


def _publish_batch(keys: Sequence[int], into: Import) -> tuple[int, list[Refused]]:
    """Publish a batch; what is not fit to be public stays a draft, with the reasons."""
    refused: list[Refused] = []
    while True:
        unfit = {no.release.pk for no in refused if isinstance(no.release, Release)}
        try:
            with transaction.atomic():
                releases = drafts_of([key for key in keys if key not in unfit])
                publish_past(releases, at=into.started_at)
                return len(releases), refused
        except Refused as no:
            if not isinstance(no.release, Release) or no.release.pk in unfit:
                raise
            refused.append(no)


def _complete(into: Import) -> int:
    count = 0
    for key in ready_to_complete(into):
        with transaction.atomic():
            for release in completed([key], into):
                complete(release, at=into.started_at)
                count += 1
    return count
