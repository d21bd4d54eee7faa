"""`dateline import`: reads files and folders, keeps what was found and, where it was public, publishes it."""

from functools import partial
from pathlib import Path

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.progress import progress
from dateline.commands.restoring import restored
from dateline.commands.said_of_import import lines_of
from dateline.intake.begin import Asked
from dateline.publishing.importing.keep import keep
from dateline.publishing.importing.try_out import try_out
from dateline.reading import read_paths


@click.command("import")
@click.argument("paths", metavar="FILE|FOLDER…", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--was-public", is_flag=True, help="What is in it was public: publish what is not doubtful.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it; keep nothing, publish nothing.")
@click.option(
    "--mapping", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="What the columns of tables are."
)
@click.option("--newsroom", "newsroom_name", default="", metavar="NAME", help="The newsroom that takes it in.")
def import_(paths: tuple[Path, ...], was_public: bool, dry_run: bool, mapping: Path | None, newsroom_name: str) -> int:
    """Read files or folders and keep what was found.

    Without --was-public everything becomes a draft. With it you say that all this has been public before: what is not
    doubtful is published under its own date. The same import twice changes nothing; killed, it is gone on with where it
    was when you ask for the same again. It sends nothing to anyone.

    A folder that `dateline export` wrote is taken into an empty newsroom as it was, and gives the same public site.
    """
    require_current_shape()
    if restored(paths, has_options=was_public or dry_run or bool(newsroom_name)):
        return 0
    asked = Asked(paths, was_public, newsroom_name)
    read = partial(read_paths, mapping=mapping)
    if dry_run:
        done = try_out(asked, read=read)
    else:
        with progress("Importing") as tell:
            done = keep(asked, read=read, tell=tell)
    for line in lines_of(done.came, done, is_dry_run=dry_run, was_public=was_public):
        click.echo(line)
    return 1 if done.came.unreadable else 0
