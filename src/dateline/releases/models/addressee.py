"""To whom something was said in public: the person or office that a release speaks to."""

from django.db import models
from wagtail.search import index


class Addressee(index.Indexed, models.Model):
    """A record of its own that a person ticks on a release. It is read from no text: a name in it may be anyone's."""

    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True, help_text="As it should be read: “U.S. Senator”")
    slug = models.SlugField(max_length=120, unique=True, editable=False)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name
