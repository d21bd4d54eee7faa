"""The address of a press page → a WARC file of what stands there, fetched by a process of its own."""

import hashlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dateline.gathering.bounds import Bounds
from dateline.gathering.guard import Guard, site_of

OLD_AFTER_DAYS = 7  # longer than an office takes to go on with what was killed on a Friday
BUSY_STATUS = 3  # as in `fetch`, which is not imported here: Scrapy takes half a second


class NotGathered(Exception):
    """Nothing came of an address; its text is a sentence or two, for people."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What stood at an address."""

    address: str
    path: Path  # the WARC file
    pages: int = 0
    files: int = 0
    stopped: str = ""  # which bound ended it, in a sentence; "" where it came to its end
    not_fetched: tuple[tuple[str, str], ...] = ()  # addresses, and why


def is_address(text: str) -> bool:
    """Say whether a person meant an address, not a file."""
    return text.lower().startswith(("http://", "https://"))


def gather(address: str, folder: Path, bounds: Bounds) -> Gathered:
    """Fetch a press page with all that it leads to, or go on where a killed run was.

    What is finished stays in `folder` until `done` is called: asked again within a week, it is given again without a
    request. Raises `NotGathered` where not even the first page came.
    """
    complaint = Guard(address, bounds.also_from, bounds.allow_private).complaint(address)
    if complaint:
        raise NotGathered(f"{address}: {complaint}")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if folder.lstat().st_uid != os.getuid() or folder.is_symlink():
        raise NotGathered(
            f"{address}: The folder {folder} is another user's. Remove it, or set TMPDIR to one of your own."
        )
    place = _place(folder, address)
    _let_go_of_old(place)
    finished, told = place / "gathered.warc.gz", place / "gathered.json"
    if finished.exists() and told.exists():
        return _gathered(address, finished, json.loads(told.read_text(encoding="utf-8")))
    place.mkdir(exist_ok=True, mode=0o700)
    unfinished = place / "gathering.warc.gz"
    came = json.loads(_fetch(address, unfinished, bounds))
    first = came["not_fetched"].get(address)
    if not came["pages"]:
        done(folder, address)
        why = first or next(iter(came["not_fetched"].values()), "") or came["stopped"] or "Nothing came."
        raise NotGathered(
            f"{address}: {why} Open the address in a browser; what it shows can be saved and read as a file."
        )
    told.write_text(json.dumps(came), encoding="utf-8")
    unfinished.replace(finished)
    return _gathered(address, finished, came)


def done(folder: Path, address: str) -> None:
    """Remove what was gathered of an address: its pages have been read, and are kept as sources where they were imported."""
    place = _place(folder, address)
    for name in ("gathered.warc.gz", "gathered.json", "gathering.warc.gz"):
        (place / name).unlink(missing_ok=True)
    if place.exists() and not any(place.iterdir()):
        place.rmdir()


def _let_go_of_old(place: Path) -> None:
    """Remove what a run of long ago has left: the site has said more since."""
    for file in place.glob("*"):
        if time.time() - file.stat().st_mtime > OLD_AFTER_DAYS * 86_400:
            file.unlink(missing_ok=True)


def _fetch(address: str, file: Path, bounds: Bounds) -> bytes:
    command = [sys.executable, "-m", "dateline.gathering.fetch", address, str(file), bounds.to_json()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as fetching:  # noqa: S603 - ours
        assert fetching.stdout is not None
        try:
            told = fetching.stdout.read()
            status = fetching.wait()
        except BaseException:
            fetching.kill()
            raise
    if status == BUSY_STATUS:
        raise NotGathered(f"{address}: Another command gathers this address now. Wait until it has ended.")
    if status != 0:
        what = "Gathering was ended before its time. Ask for the same again: it goes on where it was."
        raise NotGathered(f"{address}: {what}")
    return told


def _place(folder: Path, address: str) -> Path:
    """Give a folder for one address, the same each time."""
    port = urlsplit(address).port
    host = "".join(c if c.isalnum() or c in ".-" else "-" for c in site_of(address))[:80]
    return folder / f"{host}{f'-{port}' if port else ''}-{hashlib.sha256(address.encode()).hexdigest()[:12]}"


def _gathered(address: str, path: Path, came: dict[str, object]) -> Gathered:
    not_fetched = came["not_fetched"]
    assert isinstance(not_fetched, dict)
    return Gathered(
        address,
        path,
        int(str(came["pages"])),
        int(str(came["files"])),
        str(came["stopped"]),
        tuple(not_fetched.items()),
    )
