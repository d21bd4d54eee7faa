"""`dateline read`: takes files, folders and addresses, prints what was found in them; keeps nothing."""

import json
import os
import shutil
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from dateline.commands.given import Address, PathOrAddress, sources_of, with_bounds
from dateline.reading import Reading, Record, read_paths

PROGRESS_AFTER_SECONDS = 1.0
"""Shorter readings show no progress; a longer one says on a terminal which source it is at."""


@click.command("read")
@click.argument("given", nargs=-1, required=True, metavar="FILE|FOLDER|ADDRESS…", type=PathOrAddress(path_type=Path))
@click.option(
    "--mapping", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="What the columns of tables are."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a source and line.")
@with_bounds
@click.pass_context
def read(
    context: click.Context, given: tuple[Path | Address, ...], mapping: Path | None, as_json: bool, **limits: Any
) -> None:
    """Read press pages and releases, and print what was found.

    Archives are read as the folders that they are; of an address its whole press page. Touches no database and needs no
    configuration. Exit status 1 says that a source could not be read; the rest was.
    """
    has_error = False
    width = max(80, min(120, shutil.get_terminal_size((100, 24)).columns))
    try:
        with sources_of(given, _for_the_moment(), limits) as sources:
            has_error = len(sources) < len(given)
            for reading in _with_progress(read_paths(sources, mapping=mapping)):
                has_error = has_error or reading.error is not None
                if as_json:
                    _say(json.dumps(reading.to_json(), ensure_ascii=not _speaks_unicode()))
                else:
                    for line in _table(reading, width):
                        _say(line)
                if reading.error is not None and as_json:
                    _say(f"{reading.source}: {reading.error.what}", err=True)
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has seen enough, as `head` does
        sys.stdout = None  # or Python would complain at its end
        context.exit(0)
    context.exit(1 if has_error else 0)


def _for_the_moment() -> Path:
    """Say where addresses are gathered: a folder of this user's alone, the same after a kill."""
    return Path(tempfile.gettempdir(), f"dateline-gathering-{os.getuid()}")


def _say(line: str, err: bool = False) -> None:
    """Print a line whatever the terminal's encoding and whatever bytes a file's name holds."""
    stream = sys.stderr if err else sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    click.echo(line.encode(encoding, "backslashreplace").decode(encoding), err=err)


def _speaks_unicode() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"


def _with_progress(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Pass the readings on; after a second tell a person at a terminal how far it is."""
    started = time.monotonic()
    is_shown = sys.stderr.isatty() and not sys.stdout.isatty()
    number = 0
    for number, reading in enumerate(readings, 1):
        if is_shown and time.monotonic() - started > PROGRESS_AFTER_SECONDS:
            click.echo(f"\r{number} sources read, {Path(reading.source).name[:50]:<50}", err=True, nl=False)
        yield reading
    if is_shown and time.monotonic() - started > PROGRESS_AFTER_SECONDS:
        click.echo(f"\r{number} sources read{' ' * 52}", err=True)


def _table(reading: Reading, width: int) -> Iterator[str]:
    """Give the lines that show one reading to a person."""
    count = len(reading.releases)
    found = "1 release" if count == 1 else f"{count} releases"
    if reading.error is not None:
        yield f"{reading.source}: not read"
        yield from _wrapped(f"{reading.error.what} {reading.error.todo}", width, "  ")
    elif reading.format == "attachment":
        yield f"{reading.source}: an attachment of a release"
    else:
        yield f"{reading.source}: {found}, {reading.format}, {reading.encoding}"
    for release in reading.releases:
        yield from _rows(release, width)
    if reading.leftovers:
        yield "  left over, part of no release:"
        for leftover in reading.leftovers:
            yield "    " + _cut(" ".join(leftover.text.split()), width - 4)
    yield ""


def _rows(release: Record, width: int) -> Iterator[str]:
    place = _cut(release.place or "", 20)
    headline = _cut(release.headline or "(no headline)", width - 44)
    kind = "teaser" if release.teaser else "whole"
    yield f"  {release.date or '(no date)':<10}  {kind:<6}  {place:<20}  {headline}".rstrip()
    for name in release.attachments:
        yield f"  {'':<10}  attached: {_cut(name, width - 24)}"
    for doubt in release.doubts:
        yield from _wrapped(f"doubt: {doubt.sentence}", width, " " * 14)


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
