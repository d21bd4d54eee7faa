"""Looks into a file; into a PDF or a packed one in a process of its own, which has so much time and memory and no more."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable

from dateline.publishing.redaction.looking import found
from dateline.publishing.redaction.looking.found import PACKED, Doubt, Looked, Text, capped
from dateline.publishing.redaction.looking.plain import texts_of_plain

SECONDS = 20.0  # a report of 800 pages took 5
MOST_BYTES = 100_000_000


def look(content: bytes, seconds: float = SECONDS) -> Looked:
    """Give what stands in a file. A file that breaks or outlasts the process has given what was read until then."""
    if len(content) > MOST_BYTES:
        return Looked((), (found.TOO_LARGE,))
    if seconds < 1:
        return Looked((), (found.TOO_LONG,))
    if not content.startswith(PACKED) and b"%PDF-" not in content[:1024]:
        return _gathered(texts_of_plain(content))
    command = [sys.executable, "-m", "dateline.publishing.redaction.looking.read", str(int(seconds) + 1)]
    try:
        done = subprocess.run(  # noqa: S603 (our own program, nothing of the file in the command)
            command, input=content, capture_output=True, timeout=seconds, env=environment(), check=False
        )
    except subprocess.TimeoutExpired as error:
        return _looked(error.stdout or b"", found.TOO_LONG)
    return _looked(done.stdout, found.BROKE)


def environment() -> dict[str, str]:
    """Give what the reader may know of this one: where Python finds its packages. No secret, no database."""
    return {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONIOENCODING": "utf-8"}


def _gathered(found_in: Iterable[Text | Doubt]) -> Looked:
    texts: list[str] = []
    doubts: dict[str, None] = {}
    for each in capped(found_in):
        if isinstance(each, Text):
            texts.append(each.text)
        else:
            doubts[each.why] = None
    return Looked(tuple(texts), tuple(doubts))


def _looked(told: bytes, why_unfinished: str) -> Looked:
    texts: list[str] = []
    doubts: dict[str, None] = {}
    is_finished = False
    for line in told.split(b"\n"):
        try:
            said = json.loads(line)
        except ValueError:
            continue  # cut off, or empty
        if not said:
            is_finished = True
        elif "text" in said:
            texts.append(said["text"])
        else:
            doubts[said["why"]] = None
    if not is_finished:
        doubts[why_unfinished] = None
    return Looked(tuple(texts), tuple(doubts))
