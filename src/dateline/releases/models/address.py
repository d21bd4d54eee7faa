"""The ledger: every address that was ever public, fixed when it became so, never derived again."""

from django.db import models

REMOVED = "removed"  # an attachment's detail, in the place of its hash, once it was removed to protect a person


class Stop(models.TextChoices):
    """What an address leads to."""

    RELEASE = "release"
    VERSION = "version"
    ATTACHMENT = "attachment"
    MONTH = "month"
    YEAR = "year"
    TOPIC = "topic"
    KIND = "kind"
    ADDRESSEE = "addressee"
    ORGANIZATION = "organization"
    COVERAGE = "coverage"
    PRESS = "press"  # a picture of the press page
    NEWSROOM = "newsroom"  # front, archive, feed: as long as the newsroom stands


class Address(models.Model):
    """One path on the public site. A row is never deleted and its path never changes, but by a redaction."""

    path = models.CharField(max_length=500, unique=True)
    stop = models.CharField(max_length=12, choices=Stop.choices)
    newsroom = models.ForeignKey("releases.Newsroom", on_delete=models.PROTECT, related_name="+")
    release = models.ForeignKey(
        "releases.Release", null=True, blank=True, on_delete=models.PROTECT, related_name="addresses"
    )
    # "2014-10", "2014", a topic's slug, a version's number; of a release, the sitemap that names it: "2014-10"
    detail = models.CharField(max_length=160, blank=True)

    class Meta:
        verbose_name_plural = "addresses"
        indexes = [models.Index(fields=["newsroom", "stop", "detail"], name="address_by_stop")]

    def __str__(self) -> str:
        return self.path
