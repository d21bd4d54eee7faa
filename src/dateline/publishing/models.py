"""What is owed once a change is committed: outputs of the public site, and removals that protect a person."""

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


class Erasure(models.Model):
    """Bytes that are still to go from this machine. A row, so that a kill between the commit and the removal is made up.

    Its path may itself say what is removed: the row goes as soon as the bytes have gone, and then the database is
    written anew.
    """

    class Where(models.TextChoices):
        """What is to be removed."""

        PRIVATE = "private"  # a file below the private folder
        PUBLIC = "public"  # a folder below the public one: an address that says the words
        DATABASE = "database"  # what the database file still holds of rows that are gone

    where = models.CharField(max_length=8, choices=Where)
    path = models.CharField(max_length=500, blank=True)  # below the folder; "" for the database
    why = models.TextField(blank=True)  # the reason for which it could not be done, until it could

    class Meta:
        constraints = [models.UniqueConstraint(fields=["where", "path"], name="one_erasure_per_place")]

    def __str__(self) -> str:
        return f"{self.where} {self.path}".rstrip()
