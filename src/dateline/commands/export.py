"""`dateline export`: writes the public record as JSON Lines, Markdown and files."""

import time
from pathlib import Path

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.progress import progress
from dateline.exporting.shape import NOT_PUBLIC
from dateline.exporting.write import export as export_record


@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--with-drafts", is_flag=True, help="Write what is not public yet too, into files that say so. Pass none of it on."
)
def export(folder: Path, with_drafts: bool) -> None:
    """Write the public record into FOLDER: JSON Lines with a schema, Markdown, and the files that were handed out.

    Without --with-drafts nothing is in it that is not public. FOLDER is new, empty, or an earlier export, which is
    replaced once the new one is whole. `dateline import FOLDER` takes it into an empty newsroom.
    """
    require_current_shape()
    began = time.monotonic()
    with progress("Exporting") as tell:
        done = export_record(folder, has_drafts=with_drafts, tell=tell)
    click.echo(f"{done.releases:,} releases, {done.files:,} files, in {time.monotonic() - began:.1f} s: {folder}")
    if with_drafts:
        click.echo(f"{done.drafts:,} drafts among them. What is not public is in {folder / NOT_PUBLIC}.", err=True)
