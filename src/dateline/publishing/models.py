"""What is owed to the public site, and what its search knows. Both are made from the record and can be made anew."""

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


class Findable(models.Model):
    """What the search knows of one public release: stems and marks, no sentence. Its terms lie beside it (store.py)."""

    order = models.BigIntegerField(primary_key=True)  # by the release's own day: searching.terms.order_of
    uid = models.UUIDField(unique=True)
    head = models.TextField()
    body = models.TextField()
    marks = models.TextField()

    def __str__(self) -> str:
        return str(self.uid)
