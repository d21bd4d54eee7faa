"""`dateline redact`: something is removed from every version and form of a release, to protect a person."""

import sys

import click
from django.conf import settings

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.named import person_named, release_named
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.said_of_redaction import lines_of
from dateline.publishing.redact import redact as redact_release
from dateline.publishing.redaction.naming import handed_out, shown
from dateline.publishing.redaction.others import others_saying
from dateline.publishing.redaction.out import still_there
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.taking import What
from dateline.releases.models import Release

WAIT_SECONDS = 60.0
ONE_OF_THREE = "Say what is to be removed: one of --passage, --attachment and --picture."
ONLY_A_PASSAGE = "--everywhere goes with --passage: a file or picture is removed from one release at a time."


@click.command()
@click.argument("name", metavar="RELEASE")
@click.option(
    "--passage",
    metavar="WORDS",
    help="The exact words. “-” reads them from standard input, so that they stay in no shell's history.",
)
@click.option(
    "--attachment", metavar="NAME", help="The name of a file that it hands out, or the last part of its address."
)
@click.option("--picture", metavar="NUMBER", type=click.IntRange(1), help="A picture, by its place in the text.")
@click.option("--match-case", is_flag=True, help="Capitals count: “Rose” is not “rose”.")
@click.option("--everywhere", is_flag=True, help="Take the words out of every other release that says them, too.")
@click.option("--by", default="", metavar="USER", help="Who does it, for the log.")
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Say where it stands and what would go; change nothing.")
def redact(
    name: str, passage: str | None, attachment: str | None, picture: int | None,
    match_case: bool, everywhere: bool, by: str, is_dry_run: bool,
) -> int:  # fmt: skip
    """Remove a passage, a file or a picture from a release for good, to protect a person.

    It leaves every version and form: pages, text, feeds, drafts, the sources of imports, the desk's logs and search,
    the database's free pages. What stays is “removed to protect a person” and the day. Who did it and when is logged,
    never what. Backups are yours to look after. RELEASE is a public address, a uid, or a number at the desk.
    """
    if sum(each is not None for each in (passage, attachment, picture)) != 1:
        raise click.UsageError(ONE_OF_THREE)
    if everywhere and passage is None:
        raise click.UsageError(ONLY_A_PASSAGE)
    require_current_shape()
    release, person = release_named(name), person_named(by)
    what = _what(release, passage, attachment, picture, match_case)
    also: list[Release] = []
    if everywhere and isinstance(what, Passage) and not what.complaint:
        keys = [other.pk for other in others_saying(what, [release])]
        also = list(Release.objects.filter(pk__in=keys).order_by("path"))
    redacted = redact_release(release, what, also=also, by=person, is_dry_run=is_dry_run)
    for line in lines_of(redacted, settings.DATELINE_SITE_ADDRESS, is_dry_run=is_dry_run):
        click.echo(line)
    if is_dry_run:
        return 0
    left = still_there(redacted.outputs, WAIT_SECONDS)
    for sentence in left:
        click.echo(sentence, err=True)
    if not left:
        click.echo("It is out of every public byte, and of what is kept here.")
    return 1 if left else 0


def _what(release: Release, passage: str | None, attachment: str | None, picture: int | None, match_case: bool) -> What:
    if attachment is not None:
        return handed_out(release, attachment)
    if picture is not None:
        return shown(release, picture)
    words = sys.stdin.read() if passage == "-" else passage or ""
    return Passage(words.strip(), matches_case=match_case)
