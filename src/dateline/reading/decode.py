"""Takes the bytes of a text and gives its characters, or says why they cannot be told."""

import codecs
from dataclasses import dataclass, field
from pathlib import Path

import charset_normalizer

from dateline.reading.errors import Unreadable

WESTERN = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
"""The encodings that press offices writing the languages we read have used besides UTF-8. Left to all it knows,
the detector takes short Spanish texts for Central European ones."""

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read."""

    name: str  # of its source
    text: str  # decoded, line ends unchanged, without a byte order mark
    encoding: str | None = "utf-8"  # how it was decoded; None: it was laid out from a format that has none
    is_guessed: bool = False  # the encoding was inferred from the bytes
    path: Path = field(default_factory=Path)  # the file that holds it


def decode(data: bytes, name: str, path: Path = Path(), stated: str | None = None) -> Text:
    """Decode a text by its byte order mark, as UTF-8, as `stated`, or as its bytes look; raise `Unreadable` if by none."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            try:
                return Text(name, data[len(bom) :].decode(encoding), encoding, path=path)
            except UnicodeDecodeError as error:
                raise _undecodable(name, error.start) from error
    try:
        return Text(name, data.decode("utf-8"), "utf-8", path=path)
    except UnicodeDecodeError as error:
        if stated:
            try:
                return Text(name, data.decode(stated), codecs.lookup(stated).name, path=path)
            except (ValueError, LookupError):
                pass  # a page that lies about its encoding is read by its bytes
        best = charset_normalizer.from_bytes(data, cp_isolation=list(WESTERN)).best()
        if best is None:
            raise _undecodable(name, error.start) from error
        return Text(name, data.decode(best.encoding, errors="replace"), best.encoding, is_guessed=True, path=path)


def _undecodable(name: str, at: int) -> Unreadable:
    return Unreadable("The text is in no encoding that could be recognised.", f"{name}, byte {at}", "Save it as UTF-8.")
