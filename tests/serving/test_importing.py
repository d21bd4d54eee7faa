"""An import that the desk asked for is carried out by a process of its own; killed anywhere, it goes on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from build import AT, make_newsroom
from django.conf import settings
from django.db import connection

from dateline.intake.ask import Wanted, ask, waiting
from dateline.intake.enter_act import Hand
from dateline.intake.models import Import
from dateline.publishing.importing.carry_out import BUSY
from dateline.releases.models import Release
from dateline.serving.bounded import TooLarge, bounded, is_said_too_large
from dateline.serving.importing import MODULE, Importing

pytestmark = pytest.mark.django_db(transaction=True)
HAND = Hand(None, AT)
RELEASE = "PIER {n} IS SAFE AGAIN\n\nPORT AMBER, Jan. {day}, 2019 - Pier {n} was {words} cold that winter.\n\n###\n\n"


@pytest.fixture
def process(monkeypatch, public_root):
    """Let other processes meet this test's database and folders."""
    told = connection.settings_dict
    url = f"sqlite:///{told['NAME']}"
    if connection.vendor == "postgresql":
        url = f"postgresql://{told['USER']}:{told['PASSWORD']}@{told['HOST']}:{told['PORT']}/{told['NAME']}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DATELINE_VAR", str(public_root.parent))
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "dateline.settings.development")
    make_newsroom()


def archive(folder: Path, files: int, each: int = 3) -> Path:
    folder.mkdir()
    for n in range(files):
        text = "".join(
            RELEASE.format(n=n * each + k, day=1 + (n + k) % 28, words="very " * (n % 40 + 1)) for k in range(each)
        )
        (folder / f"{n}.txt").write_text(text)
    return folder


def test_the_worker_carries_out_what_was_asked_for(process, tmp_path):
    into = ask(Wanted(archive(tmp_path / "archive", 2), was_public=True), HAND)
    Importing()(lambda: False)
    into.refresh_from_db()
    assert into.finished_at and (into.files_known, into.files_done) == (2, 2)
    assert into.records_found == into.findings.count() > 0
    assert Release.objects.filter(status="public").exists()
    assert not waiting().exists()


def test_killed_in_the_middle_it_goes_on_and_loses_and_doubles_nothing(process, tmp_path):
    into = ask(Wanted(archive(tmp_path / "archive", 900)), HAND)
    child = subprocess.Popen([sys.executable, "-m", MODULE, str(into.pk)], env=os.environ)
    until = time.monotonic() + 60
    while not into.findings.exists() and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    into.refresh_from_db()
    assert into.finished_at is None and 0 < into.files_done < 900
    began = into.findings.count()
    assert began == into.records_found  # what a page shows is what a kill leaves
    Importing()(lambda: False)
    into.refresh_from_db()
    assert into.finished_at and into.started_at == AT and into.findings.count() == into.records_found > began
    assert into.sources.count() == 900 and into.sources.values("name").distinct().count() == 900


def test_where_one_is_at_it_another_does_not_begin(process, tmp_path):
    import fcntl

    into = ask(Wanted(archive(tmp_path / "archive", 1)), HAND)
    lock = Path(settings.MEDIA_ROOT) / "importing.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = subprocess.run([sys.executable, "-m", MODULE, str(into.pk)], env=os.environ, check=False)
    assert done.returncode == BUSY and not into.findings.exists()


def test_a_stopped_server_ends_the_process_and_the_next_one_goes_on(process, tmp_path):
    into = ask(Wanted(archive(tmp_path / "archive", 300)), HAND)
    Importing()(lambda: True)
    into.refresh_from_db()
    assert into.finished_at is None and into.trouble == ""
    Importing()(lambda: False)
    into.refresh_from_db()
    assert into.finished_at


def test_what_a_person_must_mend_is_told_and_not_tried_again_and_again(process, tmp_path):
    folder = archive(tmp_path / "archive", 1)
    into = ask(Wanted(folder, newsroom_name=""), HAND)
    Import.objects.filter(pk=into.pk).update(newsroom=None, newsroom_name="Nobody’s")
    Importing()(lambda: False)
    into.refresh_from_db()
    assert "no newsroom “Nobody’s”" in into.trouble and into.finished_at is None
    assert not waiting().exists()


def test_imports_of_the_command_and_finished_ones_are_left_alone(process):
    Import.objects.create(asked=["/nowhere"], was_public=False, started_at=AT)
    Import.objects.create(asked=["/gone"], was_public=False, started_at=AT, is_of_the_desk=True, finished_at=AT)
    Import.objects.create(asked=["/undone"], was_public=False, started_at=AT, is_of_the_desk=True, undone_at=AT)
    assert not waiting().exists()


def test_more_than_is_taken_is_refused_by_what_is_announced_and_by_what_comes(settings):
    settings.DATELINE_UPLOAD_BYTES = 10
    assert is_said_too_large({"headers": [(b"content-length", b"1000011")]})
    assert not is_said_too_large({"headers": [(b"content-length", b"1000010")]})
    assert not is_said_too_large({"headers": [(b"content-length", b"many")]})

    async def comes():
        return {"type": "http.request", "body": b"x" * 600_000, "more_body": True}

    async def reads():
        receive = bounded(comes)
        await receive()
        with pytest.raises(TooLarge):
            await receive()

    import asyncio

    asyncio.run(reads())
