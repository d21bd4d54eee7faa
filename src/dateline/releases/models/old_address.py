"""The addresses of before: what an older site answered, and what that has become here."""

from django.db import models
from django.db.models import Q

from dateline.releases.old_addresses import LONGEST


class Was(models.TextChoices):
    """What stood at an old address."""

    RELEASE = "release"  # a release's own page; `detail` says what beneath it, "" for the page
    FILE = "file"  # a file that a release handed out; `detail` is its name
    LIST = "list"  # one of several releases that a page listed: one row for each
    PAGE = "page"  # anything else, of which a person has said what it has become; `detail` is a path of ours


class OldAddress(models.Model):
    """One thing that stood at an address of the site before Dateline.

    It answers once the release has been public; until then exactly as an address that nobody knows.
    """

    address = models.CharField(max_length=LONGEST)  # as releases.old_addresses writes it: "/press?page=5"
    was = models.CharField(max_length=8, choices=Was.choices)
    # None for a page. A draft that is deleted takes its own along; what has been public is never deleted.
    release = models.ForeignKey(
        "releases.Release", null=True, blank=True, on_delete=models.CASCADE, related_name="old_addresses"
    )
    detail = models.CharField(max_length=500, blank=True)
    is_removed = models.BooleanField(default=False)  # the file, to protect a person
    is_stated = models.BooleanField(default=False)  # by a person, whom no import contradicts

    class Meta:
        verbose_name_plural = "old addresses"
        constraints = [
            models.UniqueConstraint(fields=["address"], condition=~Q(was="list"), name="an_old_address_was_one_thing"),
            models.UniqueConstraint(fields=["address", "release"], name="an_old_list_names_a_release_once"),
            models.CheckConstraint(
                condition=Q(was="page", release=None) | (~Q(was="page") & Q(release__isnull=False)),
                name="an_old_page_is_of_no_release",
            ),
        ]

    def __str__(self) -> str:
        return self.address
