"""What `dateline import` does with an export of Dateline: it is taken into an empty newsroom, as it was."""

from collections.abc import Sequence
from pathlib import Path

import click

from dateline.commands.progress import progress
from dateline.exporting.restore.restore import restore
from dateline.exporting.write import is_export
from dateline.releases.refused import Refused

ALONE = "{} is an export of Dateline. It is imported alone, and without options: it says itself what was public."


def restored(paths: Sequence[Path], *, has_options: bool) -> bool:
    """Take in the export that these paths name; say whether they named one. Raises Refused."""
    exports = [path for path in paths if path.is_dir() and is_export(path)]
    if not exports:
        return False
    if len(paths) > 1 or has_options:
        raise Refused(str(exports[0]), [ALONE.format(exports[0])])
    with progress("Importing") as tell:
        done = restore(exports[0], tell)
    click.echo(f"{done.releases:,} releases of {done.newsrooms} newsrooms taken in, as they were.")
    click.echo("Their PDFs, share images and the search are made by `dateline run`, or now by `dateline publish`.")
    return True
