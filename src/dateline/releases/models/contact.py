"""The person whom a reporter can call."""

from django.db import models, transaction
from wagtail.search import index


class Contact(index.Indexed, models.Model):
    """A media contact. Always by reference, never copied into a version: who has left appears nowhere."""

    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    languages = models.CharField(max_length=120, blank=True, help_text="As a reader should see it: English, Spanish")
    hours = models.CharField(max_length=120, blank=True, help_text="When to call, as in “weekdays 9–17”")
    ends_on = models.DateField(
        "last day",
        null=True,
        blank=True,
        help_text="The last day on which reporters may call, if it is known. From the next day on, this contact "
        "appears nowhere.",
    )
    has_left = models.BooleanField(default=False, help_text="A contact who has left appears nowhere any more.")

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    @transaction.atomic
    def save(self, *args, **kwargs) -> None:
        """Save, with what follows from it, in one transaction."""
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return f"{self.name} ({self.role})" if self.role else self.name
