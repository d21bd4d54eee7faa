"""`dateline import-report`: what an import found, guessed and lost, and what every old address has become."""

from pathlib import Path

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.database import require_current_shape
from dateline.intake.models import Import
from dateline.publishing.importing.lost import sums_of
from dateline.publishing.importing.lost_json import loss_json
from dateline.publishing.importing.lost_pdf import loss_pdf
from dateline.releases.refused import Refused

NONE_YET = "Nothing has been imported yet. Begin with `dateline import`."
NO_SUCH = "There is no import of the number {}. There are: {}."


@click.command("import-report")
@click.argument("number", type=int, required=False)
@click.option("--to-hand-out", is_flag=True, help="Counts and addresses of what is public alone.")
@click.option("--json", "as_json", is_flag=True, help="Every release and every old address, as JSON.")
@click.option("--pdf", "pdf", type=click.Path(path_type=Path, dir_okay=False), help="Write it into this file, as PDF.")
def import_report(number: int | None, to_hand_out: bool, as_json: bool, pdf: Path | None) -> None:
    """Tell what an import found, guessed and lost: the newest, or the one of a NUMBER as the desk shows it."""
    require_current_shape()
    into = _chosen(number)
    if pdf is not None:
        pdf.write_bytes(loss_pdf(into, to_hand_out=to_hand_out))
        click.echo(f"Written: {pdf}", err=True)
    if as_json:
        for piece in loss_json(into, to_hand_out=to_hand_out):
            click.echo(piece, nl=False)
    elif pdf is None:
        for line in _in_words(into, to_hand_out):
            click.echo(line)


def _chosen(number: int | None) -> Import:
    found = Import.objects.filter(undone_at=None).order_by("-pk")
    into = found.first() if number is None else found.filter(pk=number).first()
    if into is None and number is not None and found.exists():
        known = ", ".join(map(str, found.values_list("pk", flat=True)[:20]))
        raise Refused("the report", [NO_SUCH.format(number, known)])
    if into is None:
        raise Refused("the report", [NONE_YET])
    return into


def _in_words(into: Import, to_hand_out: bool) -> list[str]:
    sums = sums_of(into, to_hand_out=to_hand_out)
    said = [f"{sums.sources:,} sources, {sums.unreadable:,} of them unreadable.", f"{sums.public:,} public releases."]
    if not to_hand_out:
        counts = ", ".join(f"{count:,} {outcome}" for outcome, count in sums.records.items())
        said += [f"{sums.drafts:,} drafts.", f"Records: {counts}."]
    said += [f"Guessed, {code}: {count:,}." for code, count in sums.guessed.items()]
    return [*said, f"{sums.missing_files:,} named files were not found.", f"{sums.old_addresses:,} old addresses."]
