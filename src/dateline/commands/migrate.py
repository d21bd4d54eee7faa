"""`dateline migrate`: brings the database to the shape that this version of the program has."""

import click
from django.core.management import call_command

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.database import shape_of_database, without_way


@click.command()
def migrate() -> None:
    """Bring the database to this version's shape, saying what is done.

    Copy `var/` (or the PostgreSQL database) first: there is no way back but the copy.
    """
    shape = shape_of_database()
    if complaint := without_way(shape):
        raise complaint
    if shape.age == "current":
        click.echo("Nothing to do: the database has this version's shape.")
        return
    whole = len(shape.missing)
    for name in shape.missing if shape.age == "older" else []:
        click.echo(f"to do: {name}", err=True)
    call_command("migrate", verbosity=0, interactive=False)
    click.echo(f"Done: {whole} changes. The database has this version's shape.")
