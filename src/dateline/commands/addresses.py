"""`dateline addresses`: a table says what addresses of an older site have become."""

import csv
import io
import re
from pathlib import Path

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.database import require_current_shape
from dateline.publishing.state_addresses import Stated, state_addresses
from dateline.releases.refused import Refused

COLUMNS = (
    "It has {} column{}. Two are needed: the old address, and what it has become "
    "(a path of this newsroom, or a release's uid)."
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", "is_dry_run", is_flag=True, help="Say what would come of it; change nothing.")
def addresses(file: Path, is_dry_run: bool) -> None:
    """Say what addresses of an older site have become, so that they lead on.

    FILE is a table (CSV) of two columns: the old address, and a path of this newsroom or a release's uid. One that
    names a release which is not public yet begins to answer with it. What an import said of the same address is
    replaced; nothing else is taken away. Where a line is wrong, nothing is entered and each such line is named.
    """
    require_current_shape()
    entered = state_addresses(stated_in(file.read_bytes()), is_dry_run=is_dry_run)
    click.echo(f"{entered.new:,} new, {entered.changed:,} changed, {entered.as_before:,} as before.")
    if entered.waiting:
        click.echo(f"{entered.waiting:,} lead to releases that are not public yet, and answer as soon as these are.")
    if is_dry_run:
        click.echo("Nothing was changed: this was a dry run.")


def stated_in(content: bytes) -> list[Stated]:
    """Read a table; a first line of headings is passed over. Raises Refused, naming each line that is no pair."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # as spreadsheets save a table where they aren't told otherwise
    tables = [_Table(text, separator) for separator in ",;\t"]
    table = max(tables, key=lambda each: each.pairs)
    stated, wrong = [], []
    for line, cells in table.lines:
        if len(cells) == 2:
            stated.append(Stated(line, *cells))
        else:
            wrong.append(f"Line {line}: " + COLUMNS.format(len(cells), "s" if len(cells) > 1 else ""))
    if table.complaint:
        wrong.append(table.complaint)
    if wrong:
        raise Refused("old addresses", wrong)
    return stated


class _Table:
    """A table as it reads with one separator: addresses may hold the others."""

    def __init__(self, text: str, separator: str) -> None:
        self.lines: list[tuple[int, list[str]]] = []
        self.complaint = ""
        reader = csv.reader(io.StringIO(text), delimiter=separator)
        try:
            for row in reader:
                cells = [cell.strip() for cell in row]
                while cells and not cells[-1]:
                    cells.pop()
                is_heading = reader.line_num == 1 and cells and "/" not in cells[0]
                if cells and not is_heading:
                    self.lines.append((reader.line_num, cells))
        except csv.Error as error:
            self.complaint = f"Line {reader.line_num}: This is no table that can be read ({error}). Save it as CSV."

    @property
    def pairs(self) -> int:
        """How many lines say what they are to say."""
        return sum(len(cells) == 2 and bool(_LEAD.match(cells[1])) for _, cells in self.lines)


_LEAD = re.compile(r"/|https?://|[0-9a-f]{8}-?[0-9a-f]{4}", re.IGNORECASE)
