"""The `dateline` command: a table of verbs, none of them loaded before it is asked for."""

import sys

import click

from dateline.commands.lazy import LazyGroup, Verb
from dateline.commands.sentence import expected_errors, sentence_of

# In the order in which one would use them. `dateline` alone prints this table and loads nothing of it.
VERBS = {
    "read": Verb(
        "dateline.commands.read:read", "Read files, folders or addresses and print what was found; keep nothing."
    ),
    "import": Verb("dateline.commands.import_:import_", "Read files, folders or addresses and keep what was found."),
    "import-report": Verb(
        "dateline.commands.import_report:import_report", "Say what an import found, guessed and lost."
    ),
    "addresses": Verb("dateline.commands.addresses:addresses", "Say what addresses of an older site have become."),
    "publish": Verb("dateline.commands.publish:publish", "Publish releases, or make the whole public site anew."),
    "correct": Verb("dateline.commands.change:correct", "Something that was said was wrong: publish what is saved."),
    "update": Verb("dateline.commands.change:update", "There is more to say: publish what is saved."),
    "withdraw": Verb("dateline.commands.withdraw:withdraw", "Withdraw a release, with the reason."),
    "redact": Verb("dateline.commands.redact:redact", "Remove something from every version, to protect a person."),
    "export": Verb("dateline.commands.export:export", "Write the public record as JSON Lines, Markdown and files."),
    "run": Verb("dateline.commands.run:run", "Serve the newsroom and the desk."),
    "password": Verb("dateline.commands.password:password", "Set a new password for the desk."),
    "migrate": Verb("dateline.commands.migrate:migrate", "Bring the database to this version's shape."),
    "check": Verb("dateline.commands.check:check", "Say whether this installation is in order."),
}


@click.command(cls=LazyGroup, verbs=VERBS)
def dateline() -> None:
    """Dateline, the press room."""


def main() -> None:
    """Run the command; say what was expected to go wrong in a sentence, with exit status 1 (wrong use: 2)."""
    try:
        status = dateline.main(prog_name="dateline", standalone_mode=False)
        if sys.stdout is not None:  # a command has let go of it, since nobody reads on
            sys.stdout.flush()
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except BrokenPipeError:  # `dateline read … | head`: the reader has enough
        sys.stdout = None  # type: ignore[assignment]
        sys.exit(1)
    except expected_errors() as error:
        sentence = sentence_of(error)
        if sentence is None:
            raise
        click.echo(sentence, err=True)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)
