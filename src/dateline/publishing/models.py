"""What is owed to the public site: written in the transaction that changed the record, settled after it."""

from django.db import models


class OwedQuerySet(models.QuerySet):
    """Debts, by their turn."""

    def pages(self) -> "OwedQuerySet":
        """Give what is made first, in the order in which it was owed."""
        return self.filter(is_slow=False).order_by("pk")

    def slow(self) -> "OwedQuerySet":
        """Give what is made after all pages, in the order in which it was owed."""
        return self.filter(is_slow=True).order_by("pk")


class Owed(models.Model):
    """One output that no longer says what the record says. A row, so that it outlives the process."""

    output = models.CharField(max_length=200, unique=True)  # publishing.addresses.Output as text
    stamp = models.UUIDField()  # a new one each time it is owed again, so that settling an old debt clears no new one

    is_slow = models.BooleanField(default=False)  # its turn comes after all that is not
    why = models.TextField(blank=True)  # the reason for which it could not be made, until it could

    objects = OwedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "owed"
        indexes = [models.Index(fields=["is_slow", "id"], name="owed_by_turn")]

    def __str__(self) -> str:
        return self.output
