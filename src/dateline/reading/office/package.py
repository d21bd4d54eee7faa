"""Takes a zipped document and gives its parts, each within limits, or says what is wrong with it."""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from dateline.reading.errors import Unreadable
from dateline.reading.limits import MAX_DOCUMENT_BYTES, MAX_PARTS, MAX_UNPACKED_BYTES, MAX_XML_BYTES
from dateline.reading.source import Source

Node = Any
"""An element of lxml, which has no types."""


class Package:
    """The parts of a zipped document by name; no name of them ever becomes a path."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._left = MAX_UNPACKED_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.content(MAX_DOCUMENT_BYTES)))
            self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise self.damaged() from error
        if len(self._parts) > MAX_PARTS:
            what = f"This document has {len(self._parts)} parts; up to {MAX_PARTS} are read."
            raise Unreadable(what, self._name, "Open it in its program, save it again, and read that copy.")

    def names(self) -> list[str]:
        """Give the names of all parts, in the file's order."""
        return list(self._parts)

    def file(self, name: str, most: int = MAX_UNPACKED_BYTES) -> bytes | None:
        """Unpack a part, or give None where there is none; raise `Unreadable` where it is damaged, locked or too large."""
        info = self._parts.get(name.lstrip("/"))
        if info is None:
            return None
        if info.flag_bits & 1:
            what = "This document is locked with a password."
            raise Unreadable(what, self._name, "Open it with the password, save a copy without, and read that.")
        most = min(most, self._left)
        try:
            with self._zip.open(info) as part:  # the size that the file tells is not believed
                data = part.read(most + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise self.damaged(name) from error
        if len(data) > most:
            what = f"Unpacked, a part of this document is larger than {most / 1e6:.0f} MB."
            raise Unreadable(
                what, f"{self._name} › {name}", "Shorten it in its program, or copy its text into a .txt file."
            )
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Node | None:
        """Parse a part; raise `Unreadable` for damaged XML and for any that declares entities."""
        data = self.file(name, MAX_XML_BYTES)
        if data is None:
            return None
        # lxml refuses more than 256 elements one in the other, which keeps the walk below within Python's stack.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged(name) from error
        if root.getroottree().docinfo.internalDTD is not None:
            what = "A part of this document declares a document type, which office programs never do and attacks do."
            raise Unreadable(
                what, f"{self._name} › {name}", "Open it in its program, save it again, and read that copy."
            )
        return root

    def damaged(self, name: str = "") -> Unreadable:
        """Say that the document, or a part of it, can't be unpacked or understood."""
        where = f"{self._name} › {name}" if name else self._name
        todo = "Open it in its program and save it again; if it does not open there either, look for another copy."
        return Unreadable("This document is damaged: not all of it could be unpacked.", where, todo)


def local(node: Node) -> str:
    """Give an element's name without its namespace."""
    return str(node.tag).rpartition("}")[2]


def attribute(node: Node, name: str) -> str | None:
    """Give an attribute by its name without namespace."""
    for key, value in node.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None
