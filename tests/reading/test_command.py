"""The command: readable or JSON, results on stdout, the rest on stderr, and an exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from dateline.commands.read import read

PAGES = Path(__file__).parent / "pages"
RUN = "from dateline.commands.read import read; read()"


def test_the_table_names_date_headline_place_and_attachment():
    said = CliRunner().invoke(read, [str(PAGES / "seed-form.txt")]).output
    assert "2015-04-30  teaser  Corvel" in said and "attached: 043015 Riders Count FINAL v2.pdf" in said
    assert max(map(len, said.splitlines())) <= 120 and "\x1b" not in said


def test_the_table_shows_leftovers_and_doubts():
    said = CliRunner().invoke(read, [str(PAGES / "days-ago.txt"), str(PAGES / "signed-by-many.txt")]).output
    assert "doubt: The source shows no full date" in said
    assert "left over, part of no release:\n    MARSH WITHOUT FENCES COALITION" in said


def test_json_is_one_object_a_source_in_the_stated_shape():
    said = CliRunner().invoke(read, ["--json", str(PAGES / "embargo.txt"), str(PAGES / "no-items.txt")])
    first, second = map(json.loads, said.stdout.splitlines())
    assert list(first) == ["source", "format", "encoding", "releases", "marks", "leftovers", "error"]
    (release,) = first["releases"]
    assert list(release) == [
        "kind", "headline", "subheadline", "dateline", "date", "place", "language", "teaser", "text", "attachments",
        "contacts", "embargo", "address", "topics", "doubts", "spans",
    ]  # fmt: skip
    assert release["contacts"] == [
        {"name": "Halina Brook", "role": None, "phone": "(555) 201-0190", "email": "halina@opengates.example"}
    ]
    assert second["releases"] == [] and second["error"] is None


def test_status_is_0_1_or_2(tmp_path):
    assert CliRunner().invoke(read, [str(PAGES / "seed-form.txt")]).exit_code == 0
    assert CliRunner().invoke(read, [str(tmp_path / "gone.txt"), str(PAGES / "seed-form.txt")]).exit_code == 1
    assert CliRunner().invoke(read, []).exit_code == 2
    assert CliRunner().invoke(read, ["--nonsense"]).exit_code == 2


def test_a_closed_pipe_is_no_failure(tmp_path):
    for number in range(300):
        (tmp_path / f"{number}.txt").write_text((PAGES / "seed-form.txt").read_text())
    command = f"{sys.executable} -c '{RUN}' {tmp_path} | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] in ("0", "1") and "Traceback" not in done.stderr + done.stdout


def test_a_name_that_is_no_text_is_printed_all_the_same(tmp_path):
    name = os.fsdecode(b"well-\xff.txt")
    (tmp_path / name).write_text((PAGES / "seed-form.txt").read_text())
    for more in ([], ["--json"]):
        done = subprocess.run([sys.executable, "-c", RUN, str(tmp_path), *more], capture_output=True, check=True)
        assert b"well-" in done.stdout
    assert json.loads(done.stdout)["source"].endswith(".txt")


def test_a_terminal_that_knows_no_accents_gets_valid_json():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-c", RUN, str(PAGES / "joomla.txt"), "--json"]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert json.loads(done.stdout)["releases"][0]["language"] == "es"
