"""Whether a passage stands inside a file. Some files no program can look into for certain, and that is said."""

import io
import re
import zipfile
import zlib

import pikepdf
from lxml import etree

from dateline.publishing.redaction.passage import Passage

_BLOCK_ENDS = re.compile(r"\{[^}]*\}(p|row|si|br|tab|h|table-cell)$")
_SHOWN = re.compile(rb"\((?:\\.|[^\\()])*\)")
_MOST_BYTES = 200_000_000  # unpacked: a zip can hold a thousand times its size


def says_inside(content: bytes, passage: Passage) -> bool | None:
    """Say whether the passage stands in a file; None where it wasn't met and may stand there all the same."""
    if content.startswith(b"PK\x03\x04"):
        return _in_office(content, passage)
    if b"%PDF-" in content[:1024]:
        return True if _in_pdf(content, passage) else None  # a scan, or a font of its own, shows what it doesn't say
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG", b"RIFF")):
        return True if passage.stands_in(content.decode("utf-8", "ignore")) else None
    text = content.decode("utf-8", "replace")
    return passage.stands_in(text) or passage.stands_in(content.decode("cp1252", "replace"))


def _in_office(content: bytes, passage: Passage) -> bool | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
                return None
            parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            has_pictures = any(name.lower().endswith((".jpg", ".jpeg", ".png")) for name in archive.namelist())
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error):
        return None
    for part in parts:
        try:
            root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            continue
        read = "".join(
            (each.text or "") + ("\n" if isinstance(each.tag, str) and _BLOCK_ENDS.match(each.tag) else "")
            for each in root.iter()
        )
        if passage.stands_in(read) or any(
            passage.stands_in(value) for each in root.iter() for value in each.attrib.values()
        ):
            return True
    return None if has_pictures else False


def _in_pdf(content: bytes, passage: Passage) -> bool:
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            for page in document.pages:
                page.contents_coalesce()
                stream = page.Contents.read_bytes() if "/Contents" in page else b""
                read = b"".join(match[1:-1] for match in _SHOWN.findall(stream)).decode("cp1252", "replace")
                if passage.stands_in(read):
                    return True
            told = " ".join(str(value) for value in (document.docinfo or {}).values())
            return passage.stands_in(told)
    except (pikepdf.PdfError, ValueError, TypeError):
        return False
