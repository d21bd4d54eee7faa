"""The frozen truth of what was found: which import, in which source, at which place, and what became of it."""

from django.conf import settings
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


class Stage(models.TextChoices):
    """What a running import is at."""

    WAITING = "waiting"  # asked for at the desk; no process has begun
    READING = "reading"
    PUBLISHING = "publishing"
    MAKING = "making"  # the pages of what has been published
    DONE = "done"


class Import(models.Model):
    """One run of `dateline import`, or one asked for at the desk; unfinished, it is taken up where it was."""

    asked = models.JSONField()  # the paths as absolute text, in the order given
    newsroom_name = models.CharField(max_length=255, blank=True)  # --newsroom; "" where it was not given
    was_public = models.BooleanField()
    started_at = models.DateTimeField()  # this import's only clock, however often it is taken up
    finished_at = models.DateTimeField(null=True, blank=True)
    newsroom = models.ForeignKey("releases.Newsroom", null=True, on_delete=models.SET_NULL, related_name="+")
    # Asked for at the desk, by whom: the serving worker carries it out. Null: by the command.
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    is_of_the_desk = models.BooleanField(default=False)
    # How far it is, written with each batch: what a page shows is what a kill would leave.
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.READING)
    files_known = models.PositiveIntegerField(default=0)  # 0: not counted yet
    files_done = models.PositiveIntegerField(default=0)
    records_found = models.PositiveIntegerField(default=0)
    publishable_count = models.PositiveIntegerField(default=0)
    published_count = models.PositiveIntegerField(default=0)
    running_since = models.DateTimeField(null=True)  # the process that is at it began then
    beat_at = models.DateTimeField(null=True)  # its last sign of life
    trouble = models.TextField(blank=True)  # why it stopped, as a sentence; it waits for a person
    undone_at = models.DateTimeField(null=True)
    discarded_at = models.DateTimeField(null=True)  # its raw sources

    class Meta:
        indexes = [models.Index(fields=["started_at"], condition=Q(finished_at=None), name="import_unfinished")]

    def __str__(self) -> str:
        return f"import of {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is still to be done by the machine."""
        return self.finished_at is not None or self.undone_at is not None


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
    # Beside `reading`, so that neither is looked for in JSON.
    is_unreadable = models.BooleanField(default=False)
    leftover_count = models.PositiveIntegerField(default=0)  # passages that belong to no release

    class Meta:
        indexes = [
            models.Index(fields=["sha256"], name="source_by_sha256"),
            models.Index(fields=["found_in"], condition=Q(is_unreadable=True), name="source_unreadable"),
            models.Index(fields=["found_in"], condition=Q(leftover_count__gt=0), name="source_with_leftovers"),
        ]

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
    # Its source's import once more: a group of a hundred thousand is counted in one index.
    found_in = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="findings", db_index=False)
    ordinal = models.PositiveIntegerField()  # its place among the source's records, from 0
    record = models.JSONField()  # as `dateline read --json` prints it, spans and doubts included
    outcome = models.CharField(max_length=8, choices=Outcome)
    doubts = models.JSONField(default=list)  # as intake.doubts says: the reading's, those of taking in, and preflight's
    first_doubt = models.CharField(max_length=40, blank=True)  # code of the first, by which alike ones are found
    answered_at = models.DateTimeField(null=True)  # a person has looked: its doubts speak against nothing any more
    # Null: rejected, or its draft was deleted, which says the same.
    release = models.ForeignKey("releases.Release", null=True, on_delete=models.SET_NULL, related_name="findings")
    # Other releases of the same day and headline in other words: a person says whether they are one.
    may_be = models.ManyToManyField("releases.Release", related_name="+")
    # The fingerprint of the release's words as this finding left them; "" where it changed nothing.
    # The newest of a release says whether a person has changed the words since.
    left_fingerprint = models.CharField(max_length=64, blank=True)
    # Hashes by which it is found again (intake.likeness.Keys); "" where the record has no such thing.
    whole_key = models.CharField(max_length=32, blank=True)
    address_key = models.CharField(max_length=32, blank=True)
    headline_key = models.CharField(max_length=32, blank=True)
    identifier_key = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "ordinal"], name="one_finding_per_place")]
        indexes = [
            models.Index(fields=[key], condition=~Q(**{key: ""}), name=f"finding_by_{key}")
            for key in ("whole_key", "address_key", "headline_key", "identifier_key")
        ] + [
            models.Index(fields=["found_in", "outcome", "first_doubt", "id"], name="finding_by_group"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome}: {self.record.get('headline')}"


class Band(models.Model):
    """A hash that a finding's text shares with texts of mostly the same words; see `intake.shingles`."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="bands")
    number = models.BigIntegerField()
    day = models.IntegerField()  # of the finding, counted as `date.toordinal`; 0 where it has none

    class Meta:
        indexes = [models.Index(fields=["number", "day"], name="band_of_day")]

    def __str__(self) -> str:
        return f"{self.number:x} of {self.day}"


class Counterpart(models.Model):
    """What a finding's source names as the same release in another language, known by then or not."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="counterparts")
    named_key = models.CharField(max_length=32)  # as an address's or identifier's key is made

    class Meta:
        indexes = [models.Index(fields=["named_key"], name="counterpart_by_name")]

    def __str__(self) -> str:
        return f"{self.finding_id} names {self.named_key}"


class Act(models.Model):
    """Something that a person did with an import: who, what and when. It keeps no word of any source or release."""

    class What(models.TextChoices):
        """What can be done with one, as the log says it after a name."""

        ASKED = "asked for it"
        ACCEPTED = "accepted"
        PUBLISHED = "accepted and published"
        FIXED = "put right"
        JOINED = "joined"
        SPLIT = "split"
        REJECTED = "rejected"
        RESUMED = "let it go on"
        UNDONE = "undid it"
        DISCARDED = "discarded the raw sources"

    found_in = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="acts")
    what = models.CharField(max_length=30, choices=What)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    finding = models.ForeignKey(Finding, null=True, on_delete=models.SET_NULL, related_name="acts")
    count = models.PositiveIntegerField(default=1)  # records at once
    about = models.CharField(max_length=40, blank=True)  # the field that was put right, never its words

    class Meta:
        indexes = [models.Index(fields=["found_in", "-at"], name="act_newest_first")]

    def __str__(self) -> str:
        return f"{self.what} {self.count}"
