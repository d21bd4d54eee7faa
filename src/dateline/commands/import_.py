"""`dateline import`: reads files, folders and addresses, keeps what was found and, where it was public, publishes it."""

from functools import partial
from pathlib import Path
from typing import Any

import click
from django.conf import settings

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.given import Address, PathOrAddress, sources_of, with_bounds
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.progress import progress
from dateline.commands.restoring import restored
from dateline.commands.said_of_import import lines_of
from dateline.intake.begin import Asked
from dateline.publishing.importing.keep import keep
from dateline.publishing.importing.try_out import try_out
from dateline.publishing.redaction.gathered import GATHERED
from dateline.reading import read_paths

NAMES = "FILE|FOLDER|ADDRESS…"


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
    read = partial(read_paths, mapping=mapping)
    with sources_of(given, Path(settings.MEDIA_ROOT) / GATHERED, limits, keeps=dry_run) as sources:
        if not sources:
            return 1
        asked = Asked(tuple(sources), was_public, newsroom_name)
        if dry_run:
            done = try_out(asked, read=read)
        else:
            with progress("Importing") as tell:
                done = keep(asked, read=read, tell=tell)
    for line in lines_of(done.came, done, is_dry_run=dry_run, was_public=was_public):
        click.echo(line)
    return 1 if done.came.unreadable or len(sources) < len(given) else 0
