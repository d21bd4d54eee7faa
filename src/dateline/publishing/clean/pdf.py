"""PDF: information, XMP, thumbnails, scripts, embedded files and comments go (ISO 32000-1, 14.3)."""

import io

import pikepdf

from dateline.publishing.clean.record import CannotClean, Cleaned

# Keys that say who made a page with what, or that do something: they are no part of what is printed.
_HIDDEN = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA")
_ROOT_HIDDEN = ("/OpenAction", "/Collection", "/SpiderInfo", "/Legal", "/Perms")
_COMMENTS = {
    "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Popup", "/FileAttachment", "/Sound", "/Movie",
    "/Screen", "/Redact", "/RichMedia", "/3D",
}  # fmt: skip


def clean_pdf(content: bytes) -> Cleaned:
    """Give the document without what is hidden in it. Raises CannotClean for a locked or broken one."""
    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            _strip(document)
            out = io.BytesIO()
            # deterministic_id: the same document gives the same bytes on every machine. QDF off, no old revisions:
            # saving anew drops incremental updates, so what was deleted earlier is not in the file any more.
            document.save(
                out,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                linearize=False,
            )
    except pikepdf.PasswordError as error:
        raise CannotClean("The PDF is locked with a password. Save it without one and attach it again.") from error
    except (pikepdf.PdfError, ValueError, TypeError) as error:
        raise CannotClean("The PDF is damaged, so hidden data can't be removed. Export it again.") from error
    return Cleaned(out.getvalue(), "application/pdf")


def _strip(document: pikepdf.Pdf) -> None:
    if "/Info" in document.trailer:
        del document.trailer["/Info"]
    for key in _ROOT_HIDDEN:
        if key in document.Root:
            del document.Root[key]
    names = document.Root.get("/Names")
    if names is not None:
        for key in ("/EmbeddedFiles", "/JavaScript"):
            if key in names:
                del names[key]
    for page in document.pages:
        kept = [note for note in page.obj.get("/Annots", []) if note.get("/Subtype") not in _COMMENTS]
        if "/Annots" in page.obj:
            if kept:
                page.obj["/Annots"] = pikepdf.Array(kept)
            else:
                del page.obj["/Annots"]
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            for key in _HIDDEN:
                if key in each:
                    del each[key]
            action = each.get("/A")
            if isinstance(action, pikepdf.Dictionary) and action.get("/S") not in ("/URI", "/GoTo"):
                del each["/A"]
            if isinstance(each, pikepdf.Stream) and each.get("/Filter") == "/DCTDecode":
                _strip_jpeg(each)


def _strip_jpeg(stream: pikepdf.Stream) -> None:
    # A photograph inside a PDF keeps its camera's data. Only the segments go; the picture is not coded again.
    from_camera = stream.read_raw_bytes()
    stripped = without_segments(from_camera)
    if stripped != from_camera:
        stream.write(stripped, filter=pikepdf.Name.DCTDecode, decode_parms=stream.get("/DecodeParms"))  # type: ignore[arg-type]


def without_segments(jpeg: bytes) -> bytes:
    """Drop a JPEG's application and comment segments but JFIF, ICC and Adobe's colour mark (ITU T.81, B.2.4.6)."""
    out, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if marker == 0xDA:  # the scan begins
            break
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big") + 2
        body = jpeg[at + 4 : at + length]
        is_told = 0xE0 <= marker <= 0xEF or marker == 0xFE
        is_needed = marker in (0xE0, 0xEE) or (marker == 0xE2 and body.startswith(b"ICC_PROFILE"))
        if not is_told or is_needed:
            out += jpeg[at : at + length]
        at += length
    return bytes(out + jpeg[at:])
