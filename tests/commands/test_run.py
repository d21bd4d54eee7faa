"""`dateline run` in a process of its own, from nothing."""

import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from dateline.releases.refused import Refused
from dateline.serving.serve import take_port


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(environment, tmp_path: Path, *arguments: str) -> tuple[subprocess.Popen, str]:
    """Start it; give the process and what it said until it was ready."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from dateline.cli import main; main()", "run", *arguments],
        env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    said = ""
    while line := process.stdout.readline():
        said += line
        if line.startswith("Ready"):
            return process, said
    pytest.fail(f"it ended before it was ready:\n{said}{process.stderr.read()}")


def stop(process: subprocess.Popen, number: int = signal.SIGTERM) -> int:
    process.send_signal(number)
    process.communicate(timeout=30)
    return process.returncode


def test_a_port_in_use_is_said_before_anything_is_made(dateline, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = dateline("run", "--port", str(port))
    assert told.returncode == 1
    assert f"Port {port} is in use" in told.stderr
    assert f"make run PORT={port + 1}" in told.stderr
    assert "Traceback" not in told.stderr
    assert not list(tmp_path.glob("var*/*.sqlite3"))


def test_an_address_that_is_not_this_machine_s_is_a_sentence():
    with pytest.raises(Refused):
        take_port("192.0.2.1", 8000)


def test_from_nothing_to_a_newsroom_and_again(environment, tmp_path):
    port = str(free_port())
    archive = tmp_path / "our old press page (1).txt"
    archive.write_text(
        "Tenants Win the Right to an Interpreter\n\n"
        "(October 9, 2014, Port Ellery) – The rent board voted four to one on Thursday to hear tenants in their own "
        "language, after two years of complaints by the families of the harbor.\n\nContinue reading\n"
    )
    began = time.monotonic()
    process, said = start(environment, tmp_path, "--port", port, "--archive", str(archive))
    first_start_seconds = time.monotonic() - began
    try:
        assert f"http://127.0.0.1:{port}/\n" in said
        password = re.search(r"/desk/ +user press +password (\S+)", said)[1]
        front = urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10).read().decode()
        assert "Tenants Win the Right to an Interpreter" in front
        var = Path(environment["DATELINE_VAR"])
        assert (var / "desk-password").read_text().strip() == password
        for secret in ("desk-password", "secret-key", "dateline.sqlite3"):
            assert stat.S_IMODE((var / secret).stat().st_mode) == 0o600
        assert stop(process) == 0
        database = (var / "dateline.sqlite3").stat()

        began = time.monotonic()
        process, said = start(environment, tmp_path, "--port", port, "--archive", str(archive))
        assert time.monotonic() - began < first_start_seconds / 2  # some 3 s after 15 s on a quiet machine
        assert password in said
        assert urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10).read().decode() == front
        assert database.st_ino == (var / "dateline.sqlite3").stat().st_ino
        assert stop(process, signal.SIGINT) == 0
    finally:
        process.kill()
        process.communicate()


def test_an_archive_that_is_not_there_is_a_sentence(dateline, tmp_path):
    told = dateline("run", "--port", str(free_port()), "--archive", "/nowhere/at all")
    assert not list(tmp_path.glob("var*/*.sqlite3"))
    assert told.returncode == 1
    assert "There is no file or folder /nowhere/at all." in told.stderr
    assert "Traceback" not in told.stderr
