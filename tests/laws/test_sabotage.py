"""Every sabotage in `faults/` must turn its law's tests red: a test that can't fail guards nothing.

A fault is one file: `file`, `find`, `replace` (one line of the source, sabotaged), `law` and `tests`.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
FAULTS = sorted((HERE / "faults").glob("*.toml"))
# The faults break code that is the same on every database: once is enough.
TRIED = [] if os.environ.get("DATABASE_URL", "").startswith("postgres") else FAULTS


@pytest.mark.sabotage
@pytest.mark.parametrize("fault", TRIED, ids=lambda fault: fault.stem)
def test_a_sabotage_turns_the_suite_red(fault, tmp_path):
    says = tomllib.loads(fault.read_text())
    copy = tmp_path / "src"
    shutil.copytree(PROJECT / "src", copy, ignore=shutil.ignore_patterns("__pycache__"))
    source = copy / Path(says["file"]).relative_to("src")
    text = source.read_text()
    assert text.count(says["find"]) == 1, f"{says['file']} no longer has exactly one {says['find']!r}"
    source.write_text(text.replace(says["find"], says["replace"]))
    tests = says["tests"] if isinstance(says["tests"], list) else [says["tests"]]
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            "--nomigrations",
            *tests,
        ],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(copy), "DATABASE_URL": "sqlite://:memory:", "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        timeout=600,
    )
    # 1 is pytest's "tests ran and some failed"; anything else means that the sabotage was not what was tested.
    assert run.returncode == 1, f"{says['law']}: the suite stayed green or broke:\n{run.stdout[-3000:]}"


def test_every_law_that_this_tree_keeps_has_its_sabotages():
    laws = {tomllib.loads(fault.read_text())["law"] for fault in FAULTS}
    assert {1, 2, 3, 5, 6} <= laws


@pytest.mark.parametrize("fault", TRIED, ids=lambda fault: fault.stem)
def test_a_sabotage_still_finds_its_one_line(fault):
    says = tomllib.loads(fault.read_text())
    assert (PROJECT / says["file"]).read_text().count(says["find"]) == 1, "the line has changed: sabotage it anew"
