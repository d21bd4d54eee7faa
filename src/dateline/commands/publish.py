"""`dateline publish`: makes the whole public site anew."""

import time
from datetime import UTC, datetime

import click

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.database import require_current_shape
from dateline.commands.progress import progress
from dateline.publishing.everything import publish_everything
from dateline.publishing.turns import take_turns


@click.command()
@click.option("--pages-only", is_flag=True, help="Leave PDFs and share images to the worker of `dateline run`.")
def publish(pages_only: bool) -> None:
    """Make the whole public site anew from the record.

    What should not be there is removed, what already says the right thing is left untouched. Readers are answered
    all the while.
    """
    require_current_shape()
    began = time.monotonic()
    take_turns(datetime.now(UTC))
    with progress("Publishing") as tell:
        made = publish_everything(progress=tell, leaves_slow=pages_only)
    click.echo(f"{made:,} outputs published in {time.monotonic() - began:.1f} s.")
