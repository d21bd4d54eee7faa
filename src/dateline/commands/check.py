"""`dateline check`: says whether this installation is in order."""

import os
from pathlib import Path

import click
from django.conf import settings
from django.core import checks

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.database import shape_of_database, without_way


@click.command()
def check() -> None:
    """Say whether this installation is in order; exit status 1 where it isn't."""
    wrong = [each.msg for each in checks.run_checks() if each.level >= checks.ERROR and not each.is_silenced()]
    shape = shape_of_database()
    if complaint := without_way(shape):
        wrong += complaint.reasons
    elif shape.age == "older":
        wrong.append("The database has an older shape: run `dateline migrate`, after a copy.")
    elif shape.age == "new":
        wrong.append("The database is empty: run `dateline migrate`, or `dateline run`.")
    for folder in (Path(settings.DATELINE_PUBLIC_ROOT), Path(settings.MEDIA_ROOT)):
        nearest = next(each for each in (folder, *folder.parents) if each.exists())
        if not os.access(nearest, os.W_OK):
            wrong.append(f"{folder} can't be written.")
    for sentence in wrong:
        click.echo(sentence, err=True)
    if wrong:
        raise SystemExit(1)
    click.echo("In order.")
