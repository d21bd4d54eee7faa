"""`dateline publish`: makes releases public, or the whole public site anew."""

import os
import time
from datetime import UTC, datetime

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.carrying_out import carry_out
from dateline.commands.named import person_named, release_named
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.progress import progress
from dateline.commands.said_of_verb import lines_of
from dateline.publishing.everything import publish_everything
from dateline.publishing.publish import publish as publish_release
from dateline.publishing.turns import take_turns
from dateline.releases.refused import Refused

MOST_PROCESSES = 4  # beyond, they wait for the disk


@click.command()
@click.argument("names", metavar="[RELEASE…]", nargs=-1)
@click.option("--by", default="", metavar="USER", help="Who does it, for the desk's log.")
@click.option(
    "--reason",
    default="",
    metavar="WORDS",
    help="Why it goes out although someone may be at risk by it. Kept, not public.",
)
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would come of it; change nothing.")
@click.option(
    "--pages-only", is_flag=True, help="Leave the search, PDFs and share images to the worker of `dateline run`."
)
def publish(names: tuple[str, ...], by: str, reason: str, is_dry_run: bool, pages_only: bool) -> int:
    """Publish releases as they were saved last at the desk; without any, make the whole public site anew.

    RELEASE is a uid, or a number at the desk. Making the site anew changes no record: what should not be there is
    removed, what already says the right thing is left untouched, and readers are answered all the while.

    What may tell who or where a person is (an A-number, a child's name and age, a home) is refused, with the places.
    --reason publishes it all the same; it is kept with who and when, and bound to exactly these words.
    """
    require_current_shape()
    if names:
        return _publish(names, by, reason, is_dry_run)
    if reason:
        raise click.UsageError("--reason goes with a release: making the site anew publishes no words.")
    if is_dry_run:
        raise click.UsageError("--dry-run goes with releases: making the site anew changes no record.")
    began = time.monotonic()
    take_turns(datetime.now(UTC))
    with progress("Publishing") as tell:
        made = publish_everything(
            progress=tell, leaves_slow=pages_only, processes=min(MOST_PROCESSES, os.cpu_count() or 1)
        )
    click.echo(f"{made.count:,} outputs published in {time.monotonic() - began:.1f} s.")
    for output, why in sorted(made.failed.items()):
        click.echo(f"{output} could not be made ({why}). What lay there stays; it is tried again.", err=True)
    return 1 if made.failed else 0


def _publish(names: tuple[str, ...], by: str, reason: str, is_dry_run: bool) -> int:
    """Publish one after the other; what is refused is said, and the others go on."""
    person, status = person_named(by), 0
    for name in names:
        try:
            _publish_one(name, person, reason, is_dry_run)
        except Refused as refused:
            status = 1
            for reason in refused.reasons:
                click.echo(f"{name}: {reason}" if len(names) > 1 else reason, err=True)
    return status


def _publish_one(name: str, person, reason: str, is_dry_run: bool) -> None:
    release = release_named(name)
    revision = release.get_latest_revision()
    stands = carry_out(
        release, lambda: publish_release(release, reason=reason, by=person, revision=revision), is_dry_run=is_dry_run
    )
    for line in lines_of(stands, "Would be public" if is_dry_run else "Public"):
        click.echo(line)
