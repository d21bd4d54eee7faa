"""What a person names on the command line: files, folders, archives and addresses, mixed → what is to be read.

An address is gathered first, into a WARC file of its own; from there on it is read as any other file.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from dateline.gathering.bounds import Bounds
from dateline.gathering.gather import Gathered, NotGathered, done, gather, is_address
from dateline.reading.walk import Given

MOST_NAMED = 20  # addresses that could not be fetched; more would push what was found off the screen


@dataclass(frozen=True)
class Address:
    """A web address, as typed."""

    text: str


class PathOrAddress(click.Path):
    """A type of argument: an address is one by its scheme, all else is a path."""

    name = "path or address"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Any:
        """Give an Address or what `click.Path` gives."""
        if isinstance(value, str) and is_address(value):
            return Address(value)
        return super().convert(value, param, context)


def with_bounds(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that only addresses ask for; the command takes them as `**limits`."""
    usual = Bounds()
    for option in (
        click.option("--also-from", multiple=True, metavar="HOST", help="Of an address: fetch files from this host too."),
        click.option("--allow-private", is_flag=True, help="Of an address: it may lie in this machine's own network."),
        click.option("--minutes", type=click.FloatRange(0.01), default=usual.minutes, show_default=True,
                     help="Of an address: stop fetching after so many."),
        click.option("--pages", type=click.IntRange(1), default=usual.pages, show_default=True,
                     help="Of an address: fetch so many lists and releases."),
    ):  # fmt: skip
        command = option(command)
    return command


@contextmanager
def sources_of(
    given: Sequence[Path | Address], folder: Path, limits: dict[str, Any], *, keeps: bool = False
) -> Iterator[list[Path | Given]]:
    """Give what is to be read, in the order given; addresses that could not be gathered are said, and left out.

    What was gathered goes from `folder` when the block ends well, unless `keeps`: killed, or failed, it is gone on with.
    """
    bounds = replace(Bounds(), **limits)
    sources: list[Path | Given] = []
    gathered = []
    for each in given:
        if not isinstance(each, Address):
            sources.append(each)
            continue
        try:
            found = gather(each.text, folder, bounds)
        except NotGathered as why:
            click.echo(str(why), err=True)
            continue
        _say(found)
        gathered.append(found)
        sources.append(Given(found.path, found.address))
    yield sources
    for found in gathered if not keeps else ():
        done(folder, found.address)


def _say(found: Gathered) -> None:
    """Tell a person what came, and what did not."""
    came = f"{found.pages:,} {'page' if found.pages == 1 else 'pages'}"
    files = f"{found.files:,} {'file' if found.files == 1 else 'files'}"
    click.echo(f"{found.address}: fetched {came} and {files}. {found.stopped}".rstrip(), err=True)
    for address, why in found.not_fetched[:MOST_NAMED]:
        click.echo(f"  not fetched: {address}: {why}", err=True)
    if len(found.not_fetched) > MOST_NAMED:
        click.echo(f"  and {len(found.not_fetched) - MOST_NAMED:,} more were not fetched.", err=True)
