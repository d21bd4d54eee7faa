"""The `dateline` command as a person runs it: in a process and a folder of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Give an environment in which nothing is configured but the folder."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DATELINE_", "DJANGO_")) and name != "DATABASE_URL"
    }
    return kept | {"DATELINE_VAR": str(tmp_path / "var with spaces")}


@pytest.fixture
def dateline(environment: dict[str, str], tmp_path: Path) -> Callable[..., subprocess.CompletedProcess]:
    """Run the command: `dateline("password", "--user", "press")`."""

    def _run(*arguments: str, **more: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-c", "from dateline.cli import main; main()", *arguments],
            env=environment | more, cwd=tmp_path, capture_output=True, text=True, timeout=180,
        )  # fmt: skip

    return _run
