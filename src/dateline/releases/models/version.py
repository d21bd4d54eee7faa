"""The versions: what stood in public, word for word, as it was printed that day."""

from django.db import models

from dateline.releases.refused import Refused
from dateline.releases.status import Act
from dateline.releases.taking_out import is_being_taken_out


class VersionQuerySet(models.QuerySet):
    """Versions are added, never changed."""

    def update(self, **kwargs):
        """Refuse."""
        raise Refused("versions", ["A version is what was said; it can't be changed."])


class Version(models.Model):
    """One publication of words. Immutable, but for what is taken out to protect a person (`releases.taking_out`)."""

    release = models.ForeignKey("releases.Release", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=12, choices=[(act.value, act.value) for act in Act])
    made_at = models.DateTimeField()
    note = models.TextField(blank=True)  # public: what was corrected and why
    words = models.JSONField()  # releases.words.Words, plus "printed": newsroom name, boilerplate, partners
    fingerprint = models.CharField(max_length=64)
    # What lists need, so that a list reads no bodies.
    kind = models.CharField(max_length=20)
    headline = models.TextField()
    lede = models.TextField(blank=True)
    dated_on = models.DateField()
    is_teaser = models.BooleanField(default=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "number"], name="one_version_per_number")]
        indexes = [models.Index(fields=["act", "-made_at"], name="version_by_act")]  # the log of corrections
        ordering = ["release", "number"]

    def save(self, *args, **kwargs) -> None:
        """Write it once; write it again only without what a redaction takes out."""
        if self.pk is not None and not is_being_taken_out(self.release_id):
            raise Refused(self, ["A version is what was said; it can't be changed."])
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return f"version {self.number} of {self.headline}"
