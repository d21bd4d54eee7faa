"""That something was removed to protect a person: who and when, never what."""

from django.conf import settings
from django.db import models


class Redaction(models.Model):
    """One removal from a release that was public by then. Its day stands above the release."""

    release = models.ForeignKey("releases.Release", on_delete=models.PROTECT, related_name="redactions")
    removed = models.CharField(
        max_length=10, choices=[(kind, kind) for kind in ("passage", "attachment", "picture")]
    )  # the kind of thing, which the page says; never the thing
    removed_at = models.DateTimeField()
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["removed_at", "pk"]

    def __str__(self) -> str:
        return f"a {self.removed}, {self.removed_at:%Y-%m-%d}"
