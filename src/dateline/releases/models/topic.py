"""What a release is about."""

from django.db import models
from wagtail.search import index


class Topic(index.Indexed, models.Model):
    """A topic of one language, with an address of its own."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120)
    language = models.CharField(max_length=12, default="en")

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["language", "slug"], name="one_topic_per_slug_and_language")]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"
