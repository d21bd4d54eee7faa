"""What others published about a release, or about the organization."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.search import index

from dateline.releases.models.newsroom import Newsroom
from dateline.releases.models.release import Release

NOWHERE = "Choose the release that it is about, or the newsroom in which it is shown."


class Coverage(index.Indexed, models.Model):
    """One report: outlet, headline, day, language, link. Public with the release that it is about, and not before."""

    outlet = models.CharField(max_length=200)
    headline = models.CharField(max_length=400)
    published_on = models.DateField("date")
    language = models.CharField(max_length=12, default="en", help_text="Of the report, as in en or es")
    url = models.URLField("link", max_length=1000, blank=True)
    release = models.ForeignKey(
        Release,
        null=True,
        blank=True,
        on_delete=models.CASCADE,  # of a draft: what has been public can't be deleted
        related_name="coverage",
        help_text="The release that it is about. While that is a draft, nothing of this is public.",
    )
    newsroom = models.ForeignKey(
        Newsroom,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="coverage",
        help_text="Where it is shown, if it is about no release.",
    )

    search_fields = [index.SearchField("headline"), index.SearchField("outlet"), index.AutocompleteField("headline")]

    class Meta:
        verbose_name = "report"
        verbose_name_plural = "coverage"
        ordering = ["-published_on", "outlet", "headline"]
        indexes = [models.Index(fields=["newsroom", "-published_on"], name="coverage_newest_first")]

    def __str__(self) -> str:
        return f"{self.outlet}: {self.headline}"

    def clean(self) -> None:
        """Refuse a report that would be shown nowhere."""
        super().clean()
        if self.release_id is None and self.newsroom_id is None:
            raise ValidationError({"release": NOWHERE})

    def save(self, *args, **kwargs) -> None:
        """Show it where its release is said."""
        if self.release is not None:
            self.newsroom = self.release.newsroom
        super().save(*args, **kwargs)
