"""What a reader, and a reader's screen reader, find in a PDF."""

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO

import pikepdf
import pypdfium2


def text_of(pdf: bytes) -> str:
    """Give the text of all pages, as copying it gives it, lines joined."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        parts = []
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                parts.append(text.get_text_range())
    return " ".join(" ".join(parts).split())


def page_count(pdf: bytes) -> int:
    """Count its pages."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def tags_of(pdf: bytes) -> list[tuple[str, str]]:
    """Give the tags in reading order, each with its alternative text."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return list(_tags(document.Root.StructTreeRoot.K))


def told_of_itself(pdf: bytes) -> dict[str, str]:
    """Give what the file says of itself: its document information, and its XMP as one text."""
    with pikepdf.open(BytesIO(pdf)) as document:
        told = {str(name): str(value) for name, value in document.docinfo.items()}
        return {**told, "language": str(document.Root.Lang), "xmp": document.Root.Metadata.read_bytes().decode()}


def links_of(pdf: bytes) -> set[str]:
    """Give where its links lead."""
    with pikepdf.open(BytesIO(pdf)) as document:
        notes = [note for page in document.pages for note in page.get("/Annots", [])]
        return {str(note.A.URI) for note in notes if "/A" in note}


def _tags(node: pikepdf.Object) -> Iterator[tuple[str, str]]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)[1:], str(node.get("/Alt", ""))
        if "/K" in node:
            yield from _tags(node.K)
