"""`dateline run`: one process that serves the newsroom and the desk and keeps the worker."""

from datetime import UTC, datetime
from pathlib import Path

import click
from django.conf import settings

from dateline.settings import ready  # noqa: F401  isort: skip
from dateline.commands.preparing.archive import import_archive, import_sample, require_archive
from dateline.commands.preparing.database import make_database, require_current_shape, shape_of_database
from dateline.commands.preparing.desk_static import collect_desk_static
from dateline.commands.preparing.desk_user import PRESS, first_password
from dateline.commands.progress import progress
from dateline.publishing.everything import publish_everything
from dateline.publishing.settle import settle_pages
from dateline.publishing.turns import take_turns
from dateline.serving.app import App
from dateline.serving.bounded import arrive_in_private
from dateline.serving.serve import serve, take_port


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port.")
@click.option("--archive", multiple=True, type=click.Path(path_type=Path),
              help="A file or folder that was public: import it. May be given more than once.")  # fmt: skip
@click.option("--sample", multiple=True, type=click.Path(path_type=Path),
              help="The same, only where there is no release yet.")  # fmt: skip
def run(host: str, port: int, archive: tuple[Path, ...], sample: tuple[Path, ...]) -> None:
    """Serve the newsroom and the desk, and keep the public site up to date.

    A new database is made; one of an older shape is left alone, and what to do is said.
    """
    public_before = [path.expanduser() for path in archive]
    require_archive(public_before)
    taken = take_port(host, port)
    arrive_in_private()
    password = _prepare(public_before, list(sample))
    shown_host = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host  # noqa: S104
    site = f"http://{shown_host}:{port}/"

    def say_so() -> None:
        click.echo(f"Newsroom  {site}")
        click.echo(f"Desk      {site}desk/" + (f"   user {PRESS}   password {password}" if password else ""))
        click.echo("Ready. Ctrl-C stops it.")

    serve(App(has_worker=True), taken, say_so)


def _prepare(archive: list[Path], sample: list[Path]) -> str | None:
    """Bring everything into a state in which requests can be answered; give the desk's password, if known."""
    if shape_of_database().age == "new":
        click.echo("Making the database …", err=True)
        make_database()
        Path(settings.MEDIA_ROOT).mkdir(mode=0o700, parents=True, exist_ok=True)  # the originals are nobody else's
    else:
        require_current_shape()
    if collect_desk_static():
        click.echo("The desk's own style and scripts are in place.", err=True)
    if archive:
        import_archive(archive)
    else:
        import_sample(sample)
    take_turns(datetime.now(UTC))
    if not (Path(settings.DATELINE_PUBLIC_ROOT) / "404.html").exists():
        with progress("Publishing") as tell:
            publish_everything(progress=tell, leaves_slow=True)  # the worker makes them while pages are read
    else:
        settle_pages()
    return first_password()
