"""`dateline password`: sets a new, generated password for the desk."""

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.preparing.desk_user import PRESS, new_password


@click.command()
@click.option("--user", "name", default=PRESS, show_default=True, help="Whose password.")
def password(name: str) -> None:
    """Set a new, generated password for the desk and print it.

    Where nobody can sign in yet, the user is created. The old password stops working, and so do open sessions.
    """
    require_current_shape()
    made = new_password(name)
    click.echo(f"The new password of {name}:", err=True)
    click.echo(made)
