"""Addresses and archives on the command line: read and imported as files and folders are."""

import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings
from gathering.serving import Site, serving

from dateline.commands.import_ import import_
from dateline.commands.read import read
from dateline.intake.models import Import, Source
from dateline.intake.newsroom_told import told_in
from dateline.releases.models import Release
from dateline.releases.refused import Refused

TEXT = """FOR IMMEDIATE RELEASE

Tenants win their repairs

RIVERTON, October 9, 2014 — The Riverton Tenants' Union said on Thursday that the repairs begin.

Attached: letter.pdf

###
"""
PDF = b"%PDF-1.4\n%%EOF\n"
ALLOWED = ["--allow-private", "--minutes", "1"]


@pytest.fixture
def site():
    with serving(Site()) as served:
        served.pages["/robots.txt"] = b""
        served.lists("/press", "/2014/a")
        served.says("/2014/a")
        yield served


def archive(*more: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("press/a.txt", TEXT)
        zipped.writestr("press/letter.pdf", PDF)
        for name, text in more:
            zipped.writestr(name, text)
    return out.getvalue()


@pytest.fixture
def own_tmp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_an_address_is_read_beside_files_and_nothing_of_it_is_left(site: Site, tmp_path: Path, own_tmp: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    said = CliRunner().invoke(read, ["--json", *ALLOWED, f"{site.address}/press", str(tmp_path / "a.txt")])
    found = [json.loads(line) for line in said.stdout.splitlines()]
    assert said.exit_code == 0, said.output
    assert f"{site.address}/press › {site.address}/2014/a" in [reading["source"] for reading in found]
    assert "fetched 2 pages" in said.stderr and not list(own_tmp.rglob("*.gz"))


def test_an_address_that_gives_nothing_is_said_and_the_rest_is_read(tmp_path: Path, own_tmp: Path, site: Site) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    said = CliRunner().invoke(read, ["--json", "--minutes", "1", f"{site.address}/press", str(tmp_path / "a.txt")])
    assert said.exit_code == 1 and "--allow-private" in said.stderr
    assert len(said.stdout.splitlines()) == 1 and site.asked == []


def test_reading_files_loads_no_scrapy_and_no_django() -> None:
    code = (
        "import sys; import dateline.commands.read; sys.exit(bool({'scrapy', 'twisted', 'django'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.django_db
def test_an_address_is_imported_under_its_own_name_and_again_changes_nothing(site: Site) -> None:
    for _ in range(2):
        done = CliRunner().invoke(import_, [*ALLOWED, f"{site.address}/press"])
        assert done.exit_code == 0, done.output
    assert Import.objects.first().asked == [f"{site.address}/press"]
    assert Source.objects.filter(name=f"{site.address}/press › {site.address}/2014/a").exists()
    assert Release.objects.count() == 1
    assert site.asked.count("/press") == 2 and not list((Path(settings.MEDIA_ROOT) / "gathered").rglob("*.gz"))


@pytest.mark.django_db
def test_a_trial_fetches_once_for_itself_and_the_import(site: Site) -> None:
    for more in (["--dry-run"], []):
        done = CliRunner().invoke(import_, [*ALLOWED, *more, f"{site.address}/press"])
        assert done.exit_code == 0, done.output
    assert site.asked.count("/press") == 1


@pytest.mark.django_db
def test_an_address_that_gives_nothing_makes_no_import(site: Site) -> None:
    done = CliRunner().invoke(import_, ["--minutes", "1", f"{site.address}/press"], standalone_mode=False)
    assert done.return_value == 1 and not Import.objects.exists()


@pytest.mark.django_db
def test_an_archive_is_imported_once_under_the_names_of_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "press.zip").write_bytes(archive())
    for _ in range(2):
        done = CliRunner().invoke(import_, [str(tmp_path / "press.zip")])
        assert done.exit_code == 0, (done.output, done.exception)
    assert Source.objects.filter(name=f"{tmp_path}/press.zip/press/a.txt").exists()
    assert Release.objects.count() == 1


@pytest.mark.parametrize("name", ["newsroom.toml", "press/newsroom.toml"])
def test_newsroom_toml_is_found_in_an_archive(tmp_path: Path, name: str) -> None:
    (tmp_path / "press.zip").write_bytes(archive((name, 'name = "Riverton Tenants"\n')))
    assert told_in([tmp_path / "press.zip"]).name == "Riverton Tenants"


def test_mistakes_in_an_archives_newsroom_toml_are_said(tmp_path: Path) -> None:
    (tmp_path / "press.zip").write_bytes(archive(("newsroom.toml", "name = ")))
    with pytest.raises(Refused, match=r"newsroom\.toml"):
        told_in([tmp_path / "press.zip"])


def test_a_reading_of_an_address_that_is_killed_goes_on(site: Site, own_tmp: Path) -> None:
    site.lists("/press", *(f"/r/{number}" for number in range(4)))
    for number in range(4):
        site.says(f"/r/{number}")
    command = [sys.executable, "-m", "dateline.cli", "read", *ALLOWED, f"{site.address}/press"]
    command[1:3] = ["-c", "from dateline.cli import main; main()"]
    environment = {**os.environ, "TMPDIR": str(own_tmp)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    while len(site.asked) < 3:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    time.sleep(0.3)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "fetched 5 pages" in done.stderr
    assert site.asked.count("/press") == 1
