"""The same faces give the same bytes: under another clock, another zone, another seed of Python's hashes."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import time_machine
from publishing.render.every_page import FEED, every_page, make_release, make_room

from dateline.publishing.render import environment, frame
from dateline.publishing.render.atom import render_atom
from dateline.publishing.render.text import render_text

RENDER = Path(environment.__file__).parent
PROGRAM = """
import hashlib, sys
sys.path[:0] = {paths!r}
from publishing.render.every_page import every_page, make_release, make_room
print(hashlib.sha256(b"".join(every_page(make_room(), make_release()).values())).hexdigest())
print([name for name in sys.modules if name.split(".")[0] in ("django", "wagtail")])
"""


def everything() -> list[bytes]:
    for cached in (environment.environment, frame._ends, frame._masthead, frame.contacts_part, frame.about_part):
        cached.cache_clear()
    room, release = make_room(), make_release()
    return [*every_page(room, release).values(), render_atom(room, FEED, [release]), render_text(room, release)]


def test_two_clocks_give_the_same_bytes() -> None:
    with time_machine.travel(datetime(1999, 12, 31, 23, 59, tzinfo=UTC)):
        before = everything()
    with time_machine.travel(datetime(2061, 7, 28, 4, 0, tzinfo=UTC)):
        after = everything()
    assert before == after


def test_another_zone_and_another_seed_give_the_same_bytes_without_django() -> None:
    paths = [str(Path(__file__).parents[2]), str(RENDER.parents[2])]
    said = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM.format(paths=paths)],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2"))
    }
    assert len(said) == 1
    assert said.pop().splitlines()[1] == "[]"


def test_no_code_or_template_asks_for_the_time() -> None:
    asked = re.compile(r"\bnow\(|\btoday\(|\btime\.time|perf_counter|monotonic")
    for path in [*RENDER.glob("*.py"), *environment.TEMPLATES.glob("*")]:
        assert not asked.search(path.read_text(encoding="utf-8")), path.name


def test_every_template_begins_with_the_variables_that_it_takes() -> None:
    for path in environment.TEMPLATES.glob("*"):
        assert path.read_text(encoding="utf-8").startswith("{#"), path.name
