"""Makes small documents: Word's and OpenDocument's from their XML, PDFs with typst, mails from lines."""

import io
import zipfile
from pathlib import Path

import typst

from dateline.reading.read import read_source
from dateline.reading.record import Reading
from dateline.reading.source import Source
from dateline.reading.work import Work

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
O_NAMES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:table="{ODF}:table:1.0"'
    f' xmlns:style="{ODF}:style:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)

RELEASE = (
    "FOR IMMEDIATE RELEASE",
    "March 3, 2014",
    "Contact: Ada Marsh, 555-201-0100, ada@corvel.example",
    "Well Dug in Corvel After Nine Dry Summers",
    "CORVEL, Ohio – The well is nine meters deep and was dug by hand in eleven weeks by forty people.",
    "Its water was tested on Friday.",
    "###",
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as document:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            document.writestr(zipfile.ZipInfo(name), content, stored)
    return out.getvalue()


def p(words: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def docx(body: str, relations: str = "", **parts: str | bytes) -> bytes:
    """Give a Word document; a part `header1` becomes word/header1.xml."""
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'{rels}<Relationship Id="a" Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f"{rels}{relations}</Relationships>",
            **{f"word/{name}" if "." in name else f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def relation(number: str, kind: str, target: str) -> str:
    outside = ' TargetMode="External"' if "://" in target else ""
    return f'<Relationship Id="{number}" Type="{RELATION}/{kind}" Target="{target}"{outside}/>'


def odt(body: str, styles: str = "") -> bytes:
    content = f"<office:document-content {O_NAMES}>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def pdf(source: str, folder: Path) -> bytes:
    path = folder / "page.typ"
    path.write_text(source, encoding="utf-8")
    return bytes(typst.compile(path))


def mail(*lines: str, subject: str = "Well Dug in Corvel", **fields: str) -> bytes:
    head = {
        "From": "Corvel Wells <press@corvel.example>",
        "Subject": subject,
        "Date": "Mon, 03 Mar 2014 08:00:00 -0500",
        "Message-ID": "<1@corvel.example>",
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    opening = "".join(f"{name}: {value}\n" for name, value in head.items())
    return (opening + "\n" + "\n".join(lines) + "\n").encode()


def readings_of(data: bytes, name: str = "given") -> list[Reading]:
    with Work() as work:
        return list(read_source(Source(name, Path(), data, work=work)))


def only(data: bytes) -> Reading:
    (reading,) = readings_of(data)
    return reading
