"""How long work shows itself: a bar on a terminal, silence elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

AFTER_SECONDS = 1.0  # shorter work shows nothing


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told (done, all); the bar appears on stderr when the work takes more than a second."""
    began = time.monotonic()
    shown: list[str] = []

    def tell(done: int, whole: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - began > AFTER_SECONDS and whole:
            bar = "█" * (30 * done // whole)
            line = f"\r{label} {bar:<30} {done:,} of {whole:,}"
            if shown != [line]:
                shown[:] = [line]
                click.echo(line, nl=False, err=True)

    try:
        yield tell
    finally:
        if shown:
            click.echo("\r" + " " * len(shown[0]) + "\r", nl=False, err=True)
