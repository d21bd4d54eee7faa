"""Takes files and folders and gives a reading of each source, one after the other, whatever is wrong with one."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from dateline.reading import partition
from dateline.reading.archives.unpacked import Unpacked
from dateline.reading.archives.within import Within
from dateline.reading.dispatch import Format, format_of, reader_of
from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_DEPTH, SNIFF_BYTES
from dateline.reading.record import Reading
from dateline.reading.sniff import TABLES, Head
from dateline.reading.source import Source
from dateline.reading.walk import Given, mapping_beside, walk
from dateline.reading.work import Work


def read_source(source: Source, known: Format | None = None) -> Iterator[Reading]:
    """Read one source and all that lies in it; what can't be read is a reading with an error, and the rest goes on."""
    try:
        if source.depth > MAX_DEPTH:
            what = f"It lies in more than {MAX_DEPTH} files, one in the other."
            raise Unreadable(what, source.name, "Take it out, and read it by itself.")
        chosen = known or format_of(head_of(source))
        for found in reader_of(chosen.name)(source):
            if isinstance(found, Source):
                yield from read_source(found)
            else:
                yield replace(_checked(found), is_handed_out=source.is_handed_out)
    except Unreadable as refusal:
        # What can't be read may still be handed out.
        yield _attachment(source) if source.is_handed_out else _refused(source, refusal)


def read_paths(
    paths: Iterable[Path | Given], work: Work | None = None, *, mapping: Path | None = None
) -> Iterator[Reading]:
    """Yield the readings of every source, in natural order; documents and what is no text come last.

    Those wait until all else is read, for only then is it known whether a release names one as its attachment. Files that came
    inside a source (`Reading.files`) lie where they are until the last reading has been asked for; whoever needs them longer, as
    a batch does, gives a `work` of its own. `mapping` states what the columns of the tables among them are; one that lies beside
    a table counts before it.
    """
    named: set[str] = set()
    waiting: list[tuple[Source, Format | None, Unreadable | None]] = []
    with nullcontext(work) if work is not None else Work() as work:
        paths, unpacked = list(paths), Unpacked(work)
        for _ in walk(paths, unpacked):
            pass  # every archive lies open before the first reading: what one names may lie in another
        within = Within(unpacked.roots)
        for path, name, refusal in walk(paths, unpacked):
            source = Source(name, path, mapping=mapping_beside(path) or _for_tables(mapping, path), work=work)
            if refusal is not None:
                yield _refused(source, refusal)
                continue
            try:
                known = format_of(head_of(source))
            except Unreadable as refused:
                waiting.append((source, None, refused))
                continue
            if known.is_document:
                waiting.append((source, known, None))
                continue
            for reading in read_source(source, known):
                for release in reading.releases:
                    named.update(map(_key, release.attachments))
                yield within.given(reading)
        for source, document, reason in waiting:
            # In an archive that is handed out itself, everything is.
            is_named = any(_key(part) in named for part in (source.path.name, *Path(source.name).parts))
            for reading in _waited(source, document, reason, is_named):
                yield within.given(reading)


def _waited(source: Source, document: Format | None, reason: Unreadable | None, is_named: bool) -> Iterator[Reading]:
    if reason is not None:
        yield _attachment(source) if is_named else _refused(source, reason)
        return
    for reading in read_source(source, document):
        yield _attachment(source) if reading.error and is_named else replace(reading, is_handed_out=is_named)


def head_of(source: Source) -> Head:
    """Give the beginning of a source; raise `Unreadable` where it can't be opened."""
    with source.open() as file:
        return Head(file.read(SNIFF_BYTES), source.name, is_mapped=source.mapping is not None)


def _for_tables(mapping: Path | None, path: Path) -> Path | None:
    return mapping if path.suffix.lower().lstrip(".") in TABLES else None


def _checked(reading: Reading) -> Reading:
    """Pass a reading on whose every character is accounted for."""
    if reading.error is not None:
        return reading
    try:
        partition.check(reading.text, reading)
    except partition.Unpartitioned as error:
        todo = "Please report this with the text; until it is mended, enter the release by hand."
        what = "This text was read, but not every character of it could be accounted for."
        raise Unreadable(what, str(error), todo) from error
    return reading


def _attachment(source: Source) -> Reading:
    return Reading(source=source.name, format="attachment", encoding=None, path=source.path)


def _refused(source: Source, refusal: Unreadable) -> Reading:
    return Reading(source=source.name, format=None, encoding=None, error=refusal.error, path=source.path)


def _key(name: str) -> str:
    """The name of a file as two sources would agree on it."""
    return " ".join(unquote(name.rstrip("/").rsplit("/", 1)[-1]).split()).casefold()
