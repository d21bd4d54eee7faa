"""How long does an import take, and does a release cost more when many are there?

    .venv/bin/python benchmarks/importing.py [1000 10000 …] [--one-file] [--peer 200]

Generates N releases of about 2,500 characters as text files (or, with --one-file, as one listing of whole releases for
every hundred), imports them with --was-public's rules into a database of its own, and prints seconds, releases a second
and the growth of the time for one release. "Kept" is read, matched, kept, planted and searchable; publishing is told
apart. In the same run, on the same database: the CMS's own `add_child`, one page at a time, as the peer.
DATABASE_URL is honoured (its database is emptied by name: it must end in "_bench").
"""

import argparse
import calendar
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from ground.archive import Said, archive

SCRATCH = Path(tempfile.mkdtemp(prefix="dateline-importing-"))
os.environ["DATELINE_VAR"] = str(SCRATCH / "var")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dateline.settings.development")


def main() -> None:
    """Run the sizes that were asked for, each into an empty database."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    arguments.add_argument("sizes", nargs="*", type=int, default=[1000, 10000])
    arguments.add_argument("--one-file", action="store_true", help="a hundred releases to a file")
    arguments.add_argument("--peer", type=int, default=200, help="pages for the peer; 0 for none")
    asked = arguments.parse_args()
    import django

    django.setup()
    _say_what_runs()
    costs = []
    for size in asked.sizes:
        _empty_database()
        folder = SCRATCH / f"archive-{size}"
        _write_archive(folder, size, 100 if asked.one_file else 1)
        costs.append(_import(folder, size))
        shutil.rmtree(folder)
    if len(costs) > 1:
        print(
            f"growth of one release's time, kept, {asked.sizes[0]:,} to {asked.sizes[-1]:,}: {costs[-1] / costs[0]:.2f}"
        )
    if asked.peer:
        peer = _add_children(asked.peer)
        print(f"peer: add_child {asked.peer} times: {1 / peer:,.0f} a second; ratio {peer / costs[-1]:.0f}")
    shutil.rmtree(SCRATCH)


def _import(folder: Path, size: int) -> float:
    from django.utils import timezone

    from dateline.intake.begin import Asked
    from dateline.intake.take_in import BATCH, batches
    from dateline.publishing.importing.publish_found import publish_found
    from dateline.publishing.importing.take_in_all import take_in_all
    from dateline.reading import read_paths
    from dateline.reading.work import Work

    began = time.perf_counter()
    records = sum(len(reading.releases) for reading in read_paths([folder]))
    reading = time.perf_counter() - began
    asked = Asked((folder,), was_public=True)
    began = time.perf_counter()
    with Work() as work:
        into = take_in_all(asked, batches(read_paths(asked.paths, work)), whole=size, now=timezone.now)
    kept = time.perf_counter() - began
    began = time.perf_counter()
    published, _ = publish_found(into, BATCH, now=timezone.now)
    publishing = time.perf_counter() - began
    began = time.perf_counter()
    with Work() as work:
        take_in_all(Asked((folder,)), batches(read_paths([folder], work)), whole=size, now=timezone.now)
    again = time.perf_counter() - began
    print(
        f"{size:>7,}: found {records:,}; kept in {kept:6.2f} s = {records / kept:6,.0f} a second"
        f" (of which reading {reading:.2f} s); published {published:,} in {publishing:.2f} s"
        f" = {published / max(publishing, 1e-9):,.0f} a second; the same again in {again:.2f} s"
    )
    return kept / records


def _add_children(count: int) -> float:
    from dateline.releases.models import Newsroom, Release

    newsroom = Newsroom.objects.get(is_default=True)
    began = time.perf_counter()
    for said in archive(count):
        body = [{"type": "text", "value": "".join(f"<p>{part}</p>" for part in said.paragraphs)}]
        newsroom.add_child(instance=Release(headline=said.headline, place="X", body=body, live=False))
    return (time.perf_counter() - began) / count


def _write_archive(folder: Path, size: int, to_a_file: int) -> None:
    """Write the archive in the seed page's form."""
    folder.mkdir(parents=True)
    for start in range(0, size, to_a_file):
        releases = [_printed(said) for said in archive(min(to_a_file, size - start), first=start)]
        (folder / f"{start:06}.txt").write_text("\n\n\n".join(releases) + "\n")


def _printed(said: Said) -> str:
    first, *rest = said.paragraphs
    dateline = f"({calendar.month_name[said.day.month]} {said.day.day}, {said.day.year}, Los Angeles) –"
    return "\n\n".join([said.headline, f"{dateline} {first}", *rest])


def _empty_database() -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.close()
        for file in Path(settings.DATABASES["default"]["NAME"]).parent.glob("dateline.sqlite3*"):
            file.unlink()
    else:
        if not connection.settings_dict["NAME"].endswith("_bench"):
            sys.exit("This empties the database: give one whose name ends in _bench.")
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)


def _say_what_runs() -> None:
    import django
    import wagtail
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version")
        engine = f"{connection.vendor} {cursor.fetchone()[0]}"
    print(f"Python {sys.version.split()[0]}, Django {django.__version__}, Wagtail {wagtail.__version__}, {engine}")


if __name__ == "__main__":
    main()
