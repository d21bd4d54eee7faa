"""What is owed to the public site: written in the transaction that changed the record, settled after it."""

from django.db import models


class Owed(models.Model):
    """One output that no longer says what the record says. A row, so that it outlives the process."""

    output = models.CharField(max_length=200, unique=True)  # publishing.addresses.Output as text
    stamp = models.UUIDField()  # a new one each time it is owed again, so that settling an old debt clears no new one

    why = models.TextField(blank=True)  # the reason for which it could not be made, until it could

    class Meta:
        verbose_name_plural = "owed"

    def __str__(self) -> str:
        return self.output
