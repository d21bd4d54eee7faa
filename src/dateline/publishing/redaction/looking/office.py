"""Office files, which are packed XML (ECMA-376, ISO 26300), and other packed folders: their text, part by part."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator

from lxml import etree

from dateline.publishing.redaction.looking import found
from dateline.publishing.redaction.looking.found import APART, Doubt, Text

_BLOCK_ENDS = frozenset({"p", "h", "row", "si", "table-cell", "table-row", "tr", "tc", "f", "v"})
_SPACES = frozenset({"tab", "br", "cr", "s", "line-break", "noBreakHyphen"})
_XML = (".xml", ".rels", ".svg", ".vml", ".rdf")
_NAMES_NOTHING = re.compile(
    r"(^|/)(mimetype|thumbnail\.\w+|printerSettings\d*\.bin|\w+\.(ttf|odttf|otf))$", re.IGNORECASE
)
_MOST_BYTES = 200_000_000  # unpacked: a zip can hold a thousand times its size
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
_SHARED = "xl/sharedStrings.xml"

Reader = Callable[[bytes], Iterator[Text | Doubt]]


def texts_of_office(content: bytes, read_inner: Reader) -> Iterator[Text | Doubt]:
    """Give what stands in the parts of a packed file; parts that aren't XML are read by `read_inner`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
                yield Doubt(found.TOO_LARGE)
                return
            yield Text(APART.join(archive.namelist()))
            shared = [_read(each) for each in _root(archive.read(_SHARED))] if _SHARED in archive.namelist() else []
            yield Text(APART.join(shared))
            for part in archive.infolist():
                if part.is_dir() or part.filename == _SHARED or _NAMES_NOTHING.search(part.filename):
                    continue
                if not part.filename.lower().endswith(_XML):
                    yield from read_inner(archive.read(part))
                    continue
                root = _root(archive.read(part))
                yield Text(APART.join(str(value) for each in root.iter() for value in each.attrib.values()))
                yield from _rows(root, shared) if _SHEET.search(part.filename) else [Text(_read(root))]
    except RuntimeError as error:
        yield Doubt(found.LOCKED if "password" in str(error) else found.DAMAGED)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, ValueError, etree.XMLSyntaxError):
        yield Doubt(found.DAMAGED)


def _rows(sheet: etree._Element, shared: list[str]) -> Iterator[Text]:
    """Give a sheet row by row: a first name and a surname stand in two cells, and not above each other."""
    yield Text(APART.join(each.text for each in sheet.iter() if each.text))
    for row in sheet.iter("{*}row"):
        yield Text(" ".join(_cell(cell, shared) for cell in row))


def _root(part: bytes) -> etree._Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities="internal", no_network=True))


def _read(root: etree._Element) -> str:
    """Give the text in the order in which it stands; a word that is set in several runs stays one."""
    parts: list[str] = []
    for event, each in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            parts.append(each.text or "")
            continue
        if event == "comment":
            parts.append(f" {each.text or ''} ")
        if event == "end":
            name = _name(each)
            parts.append("\n" if name in _BLOCK_ENDS else " " if name in _SPACES else "")
        parts.append(each.tail or "")
    return "".join(parts)


def _cell(cell: etree._Element, shared: list[str]) -> str:
    """Give what a cell of a sheet shows: most words are kept once beside all sheets, by number."""
    text = _read(cell).strip()
    if cell.get("t") == "s" and text.isascii() and text.isdigit() and int(text) < len(shared):
        return shared[int(text)].strip()
    return text


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
