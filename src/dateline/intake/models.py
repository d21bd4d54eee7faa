"""The frozen truth of what was found: which import, in which source, at which place, and what became of it."""

from django.db import models
from django.db.models import Q


class Outcome(models.TextChoices):
    """What became of one found record."""

    NEW = "new"  # a release was made of it
    SAME = "same"  # the release was there already, word for word or fuller
    FULLER = "fuller"  # it had more of the text than was known
    MERGED = "merged"  # the text was there; it added a topic, an attachment or a field that was empty
    DOUBTFUL = "doubtful"  # a release was made of it, as a draft: a person looks first
    REJECTED = "rejected"  # a person has said that it is none of ours, or deleted its draft


class Import(models.Model):
    """One run of `dateline import`; unfinished, it is taken up again by the next run that asks for the same."""

    asked = models.JSONField()  # the paths as absolute text, in the order given
    newsroom_name = models.CharField(max_length=255, blank=True)  # --newsroom; "" where it was not given
    was_public = models.BooleanField()
    started_at = models.DateTimeField()  # this import's only clock, however often it is taken up
    finished_at = models.DateTimeField(null=True, blank=True)
    newsroom = models.ForeignKey("releases.Newsroom", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["started_at"], condition=Q(finished_at=None), name="import_unfinished")]

    def __str__(self) -> str:
        return f"import of {self.started_at:%Y-%m-%d %H:%M}"


class Source(models.Model):
    """One file as it was found. Its bytes lie under their hash in private storage; see `intake.kept_sources`."""

    found_in = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="sources")
    name = models.TextField()  # as given, or below the folder that was given
    sha256 = models.CharField(max_length=64, blank=True)  # of its bytes; "" where it could not be read
    size_bytes = models.BigIntegerField(default=0)
    format = models.CharField(max_length=20, blank=True)  # "" where it could not be told
    encoding = models.CharField(max_length=40, blank=True)
    reading = models.JSONField()  # the reading as `dateline read --json` prints it, but for its releases and its text
    # What spans count in, where it was laid out from another format; "" for a plain text, which is decoded anew.
    text = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["sha256"], name="source_by_sha256")]

    def __str__(self) -> str:
        return self.name


class NeverAgain(models.Model):
    """The hash of a source from which something was removed to protect a person: it is not kept a second time."""

    sha256 = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name_plural = "never again"

    def __str__(self) -> str:
        return self.sha256


class Finding(models.Model):
    """One record found at one place of one source. What was found never changes; `outcome` may, by a person."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="findings")
    ordinal = models.PositiveIntegerField()  # its place among the source's records, from 0
    record = models.JSONField()  # as `dateline read --json` prints it, spans and doubts included
    outcome = models.CharField(max_length=8, choices=Outcome)
    doubts = models.JSONField(default=list)  # as intake.doubts says: the reading's, those of taking in, and preflight's
    # Null: rejected, or its draft was deleted, which says the same.
    release = models.ForeignKey("releases.Release", null=True, on_delete=models.SET_NULL, related_name="findings")
    # Other releases of the same day and headline in other words: a person says whether they are one.
    may_be = models.ManyToManyField("releases.Release", related_name="+")
    # The fingerprint of the release's words as this finding left them; "" where it changed nothing.
    # The newest of a release says whether a person has changed the words since.
    left_fingerprint = models.CharField(max_length=64, blank=True)
    # Hashes by which it is found again (intake.same.Keys); "" where the record has no such thing.
    whole_key = models.CharField(max_length=32, blank=True)
    address_key = models.CharField(max_length=32, blank=True)
    headline_key = models.CharField(max_length=32, blank=True)
    opening_key = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "ordinal"], name="one_finding_per_place")]
        indexes = [
            models.Index(fields=[key], condition=~Q(**{key: ""}), name=f"finding_by_{key}")
            for key in ("whole_key", "address_key", "headline_key", "opening_key")
        ]

    def __str__(self) -> str:
        return f"{self.outcome}: {self.record.get('headline')}"
