"""In whose name a version was printed, as rows, so that what an organization has said with us can be listed."""

from django.db import models


class Signatory(models.Model):
    """One partner's name under one version. Written with the version and, like it, never changed."""

    version = models.ForeignKey("releases.Version", on_delete=models.CASCADE, related_name="signatories")
    slug = models.CharField(max_length=80)  # the organization's, fixed when its name was first printed
    name = models.CharField(max_length=255)
    url = models.CharField(max_length=400, blank=True)

    class Meta:
        verbose_name_plural = "signatories"
        constraints = [models.UniqueConstraint(fields=["version", "slug"], name="one_name_per_version")]
        indexes = [models.Index(fields=["slug"], name="signatory_by_slug")]

    def __str__(self) -> str:
        return self.name
