"""An organization that speaks, alone or with others."""

from django.db import models
from wagtail.search import index


class Organization(index.Indexed, models.Model):
    """A record of its own: releases name it, newsrooms belong to it."""

    name = models.CharField(max_length=255, unique=True)
    url = models.URLField("web address", blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
