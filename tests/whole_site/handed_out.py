"""Files and pictures that a small newsroom hands out, the same bytes on every day."""

import io

import pikepdf
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image

from dateline.releases.models import Attachment, Picture


def a_text(name: str, text: str) -> Attachment:
    """Make an attachment of plain text."""
    return Attachment.objects.create(title=name, file=ContentFile(text.encode(), name=name))


def a_paper(name: str) -> Attachment:
    """Make an attachment that is a PDF of one blank page."""
    out = io.BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(out, static_id=True)
    return Attachment.objects.create(title=name, file=ContentFile(out.getvalue(), name=name))


def a_photograph(title: str, width: int, height: int) -> Picture:
    """Make a photograph: a light that fades, with what a camera knows."""
    image, exif = Image.linear_gradient("L").resize((width, height)).convert("RGB"), Image.Exif()
    exif[0x010F] = "Camera"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    file = ImageFile(io.BytesIO(out.getvalue()), name=f"{title.lower()}.jpg")
    return Picture.objects.create(title=title, file=file, credit="Photo: L. Barrientos")
