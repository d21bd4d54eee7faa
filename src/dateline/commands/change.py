"""`dateline correct` and `dateline update`: the draft that waits at the desk becomes what is public."""

from collections.abc import Callable

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.carrying_out import carry_out
from dateline.commands.named import person_named, release_named
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.said_of_verb import lines_of
from dateline.publishing.correct import correct as correct_release
from dateline.publishing.update import update as update_release

Verb = Callable[..., None]


def _command(name: str, verb: Verb, done: str, text: str) -> click.Command:
    @click.command(name, help=text)
    @click.argument("name", metavar="RELEASE")
    @click.option("--note", required=True, help="What changed, and why. Public: it stands above the release.")
    @click.option(
        "--reason",
        default="",
        metavar="WORDS",
        help="Why it goes out although someone may be at risk by what is new. Kept, not public.",
    )
    @click.option("--by", default="", metavar="USER", help="Who does it, for the desk's log.")
    @click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would come of it; change nothing.")
    def command(name: str, note: str, reason: str, by: str, is_dry_run: bool) -> None:
        require_current_shape()
        release, person = release_named(name), person_named(by)
        revision = release.get_latest_revision()
        stands = carry_out(
            release,
            lambda: verb(release, note, reason=reason, by=person, revision=revision),
            is_dry_run=is_dry_run,
        )
        for line in lines_of(stands, f"Would be {done}" if is_dry_run else done.capitalize()):
            click.echo(line)

    return command


_BOTH = """

    The words are those saved last at the desk. What the release said before stays readable. RELEASE is a public
    address, a uid, or a number at the desk.
"""
correct = _command(
    "correct",
    correct_release,
    "corrected",
    "Something that a public release said was wrong: publish what is saved." + _BOTH,
)
update = _command(
    "update", update_release, "updated", "There is more to say in a public release: publish what is saved." + _BOTH
)
