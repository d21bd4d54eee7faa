"""Files and pictures: the original is kept private; what is handed out is a cleaned copy made at publication."""

import hashlib
import uuid

from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as _WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Attachment(AbstractDocument):
    """A file handed out with a release."""

    uid = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    name = models.CharField(max_length=255, blank=True, help_text="As reporters see it; the file's own name if empty")
    original_sha256 = models.CharField(max_length=64, blank=True, editable=False)

    admin_form_fields = (*(f for f in _WagtailDocument.admin_form_fields if f != "tags"), "name")

    def save(self, *args, **kwargs) -> None:
        """Keep the name under which the file came and the hash of the original."""
        if self.file and not self.name:
            self.name = self.filename
        # Again whenever another file takes its place: then these are other words, and must be passed again.
        if self.file and (not self.original_sha256 or not self.file._committed):
            digest = hashlib.sha256()
            for chunk in self.file.chunks():
                digest.update(chunk)
            self.original_sha256 = digest.hexdigest()
        super().save(*args, **kwargs)

    @property
    def url(self) -> str:
        """Where people of the desk get the original. Nobody else does."""
        return super().url


class Picture(AbstractImage):
    """A picture in a release, with the credit that it must carry."""

    uid = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    credit = models.CharField(max_length=255, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    def __str__(self) -> str:
        """Name it with its credit: so it is shown where it is chosen."""
        return f"{self.title} — {self.credit}" if self.credit else self.title


class Rendition(AbstractRendition):
    """A derived picture, for the desk only."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_spec")
        ]
