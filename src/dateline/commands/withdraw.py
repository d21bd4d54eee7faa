"""`dateline withdraw`: a public release is no longer said; its address answers with the reason."""

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.carrying_out import carry_out
from dateline.commands.named import person_named, release_named
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.said_of_verb import lines_of
from dateline.publishing.withdraw import withdraw as withdraw_release


@click.command()
@click.argument("name", metavar="RELEASE")
@click.option("--note", required=True, help="Why. Public: the notice at its address gives this reason.")
@click.option("--by", default="", metavar="USER", help="Who does it, for the desk's log.")
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would come of it; change nothing.")
def withdraw(name: str, note: str, by: str, is_dry_run: bool) -> None:
    """Withdraw a public release. There is no way back.

    Its address answers 410 with the reason; its text is read nowhere any more. RELEASE is a public address, a uid, or a
    number at the desk.
    """
    require_current_shape()
    release, person = release_named(name), person_named(by)
    stands = carry_out(release, lambda: withdraw_release(release, note, by=person), is_dry_run=is_dry_run)
    for line in lines_of(stands, "Would be withdrawn" if is_dry_run else "Withdrawn"):
        click.echo(line)
