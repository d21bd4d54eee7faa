"""Takes the files of one capture and gives the readings of its newest good answers, pages before the files they link."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

from dateline.reading.captures.address_key import address_key
from dateline.reading.captures.capture import Capture, Captures, Missing
from dateline.reading.captures.kinds import FILE, PAGE, PICTURE
from dateline.reading.captures.newest import Newest, Place
from dateline.reading.captures.survey import survey
from dateline.reading.errors import Unreadable
from dateline.reading.read import read_source
from dateline.reading.record import Reading
from dateline.reading.source import Source

LOOK_FOR_ANOTHER = "If its text matters, look for another capture of this address, or enter it by hand."


def read_captures(source: Source, paths: Sequence[Path]) -> Iterator[Reading]:
    """Read the newest good capture of each address; what is damaged or missing is a reading with an error."""
    seen = survey(paths)
    for number, damage in seen.damages:
        where = f"{source.name}, byte {damage.start:,}" + (f" of its file {number + 1}" if len(paths) > 1 else "")
        upto = "to its end" if damage.end is None else f"up to byte {damage.end:,}"
        yield _refusal(source, "", where, f"This capture is damaged from here {upto}; the rest was read.")
    for _, address in seen.cut_short:
        yield _refusal(source, address, "", "The file ends in the middle of this capture.")
    with Captures(paths) as captures:
        if seen.has_revisits:
            kinds = (PAGE, FILE, PICTURE)
            captures.find_originals(x for kind in kinds for x in seen.newest.of_kind(kind) if x.is_revisit)
        reader = _Reader(source, captures, seen.newest)
        yield from reader.pages()
        yield from reader.files()


class _Reader:
    """Reads captures, and keeps in mind which files the releases among them hand out."""

    def __init__(self, source: Source, captures: Captures, newest: Newest) -> None:
        self._source, self._captures, self._newest = source, captures, newest
        self._linked: set[int] = set()
        self._kept: dict[int, Path] = {}

    def pages(self) -> Iterator[Reading]:
        for place in self._newest.of_kind(PAGE):
            for found in self._got(place):
                if isinstance(found, Reading):
                    yield found
                    continue
                for reading in self._read(found):
                    yield replace(reading, files={**self._files_of(reading), **reading.files})

    def files(self) -> Iterator[Reading]:
        for place in self._newest.of_kind(FILE):
            for found in self._got(place):
                if isinstance(found, Reading):
                    yield found
                    continue
                yield from self._read(found, is_handed_out=address_key(found.address.encode()) in self._linked)

    def _got(self, place: Place) -> Iterator[Capture | Reading]:
        """Give the capture, or the fuller one that stands in for it, or say why there is none."""
        try:
            got = self._captures.get(place)
        except Missing as missing:
            instead = self._newest.of(address_key(missing.address.encode()))[1:] if place.is_revisit else []
            if instead:
                yield from self._got(instead[0])
            else:
                yield _refusal(self._source, missing.address, "", missing.what)
            return
        if got.was_cut:
            yield _refusal(self._source, got.address, "", "The crawler cut this capture short: its end is missing.")
        yield got

    def _read(self, capture: Capture, *, is_handed_out: bool = False) -> Iterator[Reading]:
        part = self._source.part(capture.address, capture.data, address=capture.address, charset=capture.charset)
        part = replace(part, is_handed_out=is_handed_out)
        for reading in read_source(part):
            own = reading.source == part.name and reading.data is None
            yield replace(
                reading,
                address=reading.address or capture.address,
                data=capture.data if own else reading.data,
            )

    def _files_of(self, reading: Reading) -> dict[str, Path]:
        """Give the captured files and pictures that the releases of a page link, by the name under which they do."""
        found = {}
        for release in reading.releases:
            linked = [*release.files_at.items(), *((picture.address, picture.address) for picture in release.pictures)]
            for name, link in linked:
                key = address_key(urljoin(reading.address or "", link).encode())
                path = self._file(key)
                if path is not None:
                    self._linked.add(key)
                    found[name] = path
        return found

    def _file(self, key: int) -> Path | None:
        if key not in self._kept:
            for place in self._newest.of(key):
                if place.kind == PAGE:
                    continue
                try:
                    self._kept[key] = self._source.work.keep(self._captures.get(place).data)
                    break
                except Missing:
                    continue
        return self._kept.get(key)


def _refusal(source: Source, address: str, where: str, what: str) -> Reading:
    name = f"{source.name} › {address}" if address else where or source.name
    error = Unreadable(what, name, LOOK_FOR_ANOTHER).error
    return Reading(source=name, format=None, encoding=None, error=error, path=source.path, address=address or None)
