"""A group of commands of which only the one that is asked for is imported."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from dateline.releases.refused import Refused


@dataclass(frozen=True)
class Verb:
    """A subcommand that isn't loaded yet."""

    at: str  # "module:attribute"
    does: str  # one line for the list of commands

    def load(self) -> click.Command:
        """Import it. Raises Refused where the environment says something that can't be meant."""
        module, _, attribute = self.at.partition(":")
        try:
            return getattr(import_module(module), attribute)
        except ValueError as error:  # from settings.env, in a sentence
            raise Refused("the environment", [str(error)]) from error


class LazyGroup(click.Group):
    """Lists its verbs in the order of the table."""

    def __init__(self, *args: Any, verbs: dict[str, Verb], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._verbs = verbs

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in order."""
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one."""
        verb = self._verbs.get(cmd_name)
        return verb.load() if verb else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Print the table without loading anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.does) for name, verb in self._verbs.items()])
