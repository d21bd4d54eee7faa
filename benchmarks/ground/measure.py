"""A command → how long it took as a whole process, its peak of memory and what it said; a page → whether it has the words."""

import html
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Run:
    """One run of a command."""

    seconds: float  # wall
    peak_mib: float  # of it and all that it started, together; what they share is counted once
    said: str


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Run:
    """Run a command in a folder; where it fails, print what it said and stop."""
    folder.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    watched = _Watched(process.pid)
    watched.start()
    said = process.stdout.read()
    process.wait()
    seconds = time.perf_counter() - began
    watched.has_ended.set()
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said[-3000:]}")
    return Run(seconds, watched.peak_kib / 1024, said)


class _Watched(threading.Thread):
    """Looks ten times a second at how much memory a process and its children hold (Linux: proportional set size)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.peak_kib, self.has_ended = pid, 0, threading.Event()

    def run(self) -> None:
        while not self.has_ended.wait(0.1):
            self.peak_kib = max(self.peak_kib, sum(_held_kib(pid) for pid in _with_children(self.pid)))


def _with_children(pid: int) -> list[int]:
    try:
        named = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(each for child in named for each in _with_children(int(child)))]


def _held_kib(pid: int) -> int:
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return int(re.search(r"^Pss:\s+(\d+)", told, re.MULTILINE)[1]) if told else 0


def same_words(page: str, paragraphs: Iterable[str]) -> bool:
    """Say whether a page shows these paragraphs, word for word and in this order."""
    shown = " ".join(html.unescape(_TAG.sub(" ", page)).split())
    return " ".join(paragraphs) in shown
