"""Reading stands alone: no Django, no other room of the house, no network, no clock."""

import subprocess
import sys
from pathlib import Path

import dateline.reading

ROOM = Path(dateline.reading.__file__).parent


def test_reading_works_where_django_is_not_installed():
    program = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("django", "wagtail", "socket", "requests", "httpx"):
            raise ImportError(name + " is blocked")
sys.meta_path.insert(0, Blocked())
from pathlib import Path
from dateline.reading import read_paths
from dateline.commands.read import read
print(sum(len(r.releases) for r in read_paths([Path(sys.argv[1])])))
print(sorted(m for m in sys.modules if m.startswith("dateline.") and not m.startswith(("dateline.reading", "dateline.commands", "dateline.gathering"))))
"""
    pages = Path(__file__).parent / "pages" / "seed-form.txt"
    done = subprocess.run([sys.executable, "-c", program, pages], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["3", "[]"]


def test_no_file_of_the_room_asks_the_clock_or_chance():
    for file in ROOM.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        # The folder for what comes inside sources asks how old a folder is that a killed reading has left.
        words = () if file.name == "work.py" else ("import time",)
        for word in (*words, ".today(", ".now(", "utcnow", "import random", "monotonic", "os.environ"):
            assert word not in text, f"{file.name} holds {word}"
