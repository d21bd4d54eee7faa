"""An organization that speaks, alone or with others."""

from django.db import models
from wagtail.search import index


class Organization(index.Indexed, models.Model):
    """A record of its own: releases name it, newsrooms belong to it."""

    name = models.CharField(max_length=255, unique=True)
    url = models.URLField("web address", blank=True)
    # Set when its name is first printed in public, and fixed: an organization that was only asked has no address.
    slug = models.CharField(max_length=80, blank=True, editable=False)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["slug"], condition=~models.Q(slug=""), name="one_organization_per_slug")
        ]

    def __str__(self) -> str:
        return self.name
