"""Takes files and folders and gives a reading of each source, one after the other, whatever is wrong with one."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from dateline.reading import partition
from dateline.reading.errors import Unreadable
from dateline.reading.formats import text
from dateline.reading.limits import MAX_LINES
from dateline.reading.record import Reading
from dateline.reading.source import Source, load
from dateline.reading.walk import walk


def read_source(source: Source) -> Reading:
    """Read one decoded source; raise `Unreadable` where the reading fails its own check, so that the rest goes on."""
    count = len(source.text.splitlines())
    if count > MAX_LINES:
        todo = "Split it into several files, between two releases, and read those."
        raise Unreadable(f"This text has {count} lines; up to {MAX_LINES} are read at once.", source.name, todo)
    reading = text.read(source)
    try:
        partition.check(source.text, reading)
    except partition.Unpartitioned as error:
        todo = "Please report this with the text; until it is mended, enter the release by hand."
        raise Unreadable(
            "This text was read, but not every character of it could be accounted for.", str(error), todo
        ) from error
    return reading


def read_paths(paths: Iterable[Path]) -> Iterator[Reading]:
    """Yield one reading a source, texts first in natural order, then what is no text.

    What is no text waits until all texts are read, for only then is it known whether a release names it as
    its attachment. Of the texts one at a time is held in memory.
    """
    named: set[str] = set()
    waiting: list[tuple[Path, str, Unreadable]] = []
    for path, name, refusal in walk(paths):
        if refusal is not None:
            yield _refused(path, name, refusal)
            continue
        try:
            source = load(path, name)
            reading = read_source(source)
            del source
        except Unreadable as reason:
            waiting.append((path, name, reason))
            continue
        for release in reading.releases:
            named.update(map(_key, release.attachments))
        yield reading
    for path, name, refusal in waiting:
        if _key(path.name) in named:
            yield Reading(source=name, format="attachment", encoding=None, path=path)
        else:
            yield _refused(path, name, refusal)


def _refused(path: Path, name: str, refusal: Unreadable) -> Reading:
    return Reading(source=name, format=None, encoding=None, error=refusal.error, path=path)


def _key(name: str) -> str:
    """The name of a file as two sources would agree on it."""
    return " ".join(unquote(name.rstrip("/").rsplit("/", 1)[-1]).split()).casefold()
