"""Office files (ECMA-376, ISO 26300): names, dates, comments and custom data go; tracked changes are refused."""

import io
import re
import zipfile

from lxml import etree

from dateline.publishing.clean.image import clean_image
from dateline.publishing.clean.record import CannotClean, Cleaned

_TYPES = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_PERSONAL = re.compile(
    r"(^docProps/|^customXml/|comments|/people\.xml$|commentAuthors|/revisions?/|^docProps$|vbaProject|/embeddings/"
    r"|persons?/|printerSettings|thumbnail)",
    re.IGNORECASE,
)
_TRACKED = re.compile(rb"<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange)[ >/]")
_IDS = re.compile(rb'\sw:rsid\w*="[^"]*"')
_AUTHOR = re.compile(rb'\s(w:author|w:initials|w:date|lastEdited|userName)="[^"]*"')
_MOST_BYTES = 200_000_000  # unpacked: a zip can hold a thousand times its size
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the least time that a zip can say: the real one tells when it was written


def clean_office(content: bytes) -> Cleaned:
    """Give the document without what is hidden in it. Raises CannotClean for tracked changes and for other archives."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            media_type = next((_TYPES[name] for name in names if name in _TYPES), None)
            if media_type is None:
                raise CannotClean(
                    "Only PDF, pictures, text and Word, Excel or PowerPoint files can be handed out. Save it as PDF."
                )
            if sum(part.file_size for part in archive.infolist()) > _MOST_BYTES:
                raise CannotClean("The file unpacks to more than 200 MB. Save it as PDF.")
            parts = {name: archive.read(name) for name in names if not _PERSONAL.search(name)}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise CannotClean("The file is damaged or locked. Save it again without a password, or as PDF.") from error
    return Cleaned(_pack({name: _bare(name, part) for name, part in parts.items()}), media_type)


def _bare(name: str, part: bytes) -> bytes:
    if name.endswith(".rels") or name == "[Content_Types].xml":
        return _without_removed(part)
    if name.lower().endswith((".jpg", ".jpeg", ".png")):
        return _bare_picture(part)
    if name.startswith("word/") and name.endswith(".xml"):
        if _TRACKED.search(part):
            raise CannotClean(
                "The document has tracked changes, so it shows what was deleted. "
                "Accept or reject them, save it and attach it again."
            )
        part = re.sub(rb"<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*/>", b"", part)
        part = _IDS.sub(b"", part)
        part = re.sub(rb"<w:rsids>.*?</w:rsids>", b"", part, flags=re.DOTALL)
    return _AUTHOR.sub(b"", part) if name.endswith(".xml") else part


def _bare_picture(part: bytes) -> bytes:
    return clean_image(part).content


def _without_removed(part: bytes) -> bytes:
    tree = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in list(tree):
        if _PERSONAL.search((element.get("Target") or element.get("PartName") or "").lstrip("/")):
            tree.remove(element)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _pack(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
