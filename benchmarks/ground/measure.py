"""A command → how long it took as a whole process, its peak of memory and what it said; a page → whether it has the words."""

import html
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Run:
    """One run of a command."""

    seconds: float  # wall
    peak_mib: float  # of its largest process
    said: str


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Run:
    """Run a command in a folder; where it fails, print what it said and stop."""
    folder.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said[-3000:]}")
    return Run(seconds, used.ru_maxrss / 1024, said)


def same_words(page: str, paragraphs: Iterable[str]) -> bool:
    """Say whether a page shows these paragraphs, word for word and in this order."""
    shown = " ".join(html.unescape(_TAG.sub(" ", page)).split())
    return " ".join(paragraphs) in shown
