"""What follows a change of the record: outputs and removals owed, places in lists, turns to come, pings to a hub, what the search knows."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from dateline.releases.models import Contact, Release


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


class Listing(models.Model):
    """One release's place in one list: what lists are read from, so that none is slower in a larger archive.

    It follows from the record (relist.py); day, moment and address are copied from the release, to be an index's order.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="listings")
    room = models.CharField(max_length=20)  # the newsroom in whose list it stands
    kind = models.CharField(max_length=16, blank=True)  # as in publishing.addresses.Place, or relist.WITHDRAWN
    slug = models.CharField(max_length=120, blank=True)
    dated_on = models.DateField()
    public_at = models.DateTimeField()
    address = models.CharField(max_length=500)

    class Meta:
        indexes = [
            models.Index(
                fields=["room", "kind", "slug", "-dated_on", "-public_at", "address"], name="listing_newest_first"
            )
        ]

    def __str__(self) -> str:
        return f"{self.address} in {self.room} {self.kind} {self.slug}".rstrip()


class Tally(models.Model):
    """How many releases a newsroom's list has in one month: counted where a place is taken or left."""

    room = models.CharField(max_length=20)
    month = models.CharField(max_length=7)  # "2014-10"
    count = models.IntegerField()

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [models.UniqueConstraint(fields=["room", "month"], name="one_tally_per_month")]

    def __str__(self) -> str:
        return f"{self.room} {self.month}: {self.count}"


class What(models.TextChoices):
    """What time does to the public site."""

    NEWS_ENDS = "news ends"  # a release leaves the news sitemap
    EVENT_ENDS = "event ends"  # that to which an advisory invites is over
    CONTACT_ENDS = "contact ends"  # a media contact's last day has passed


class Turn(models.Model):
    """What becomes true at a moment by itself.

    Written in the transaction that causes it; marked, once the moment has come, in the transaction that owes what
    shows it. Pages are made from the mark, never from the clock.
    """

    what = models.CharField(max_length=16, choices=What.choices)
    at = models.DateTimeField()
    has_come = models.BooleanField(default=False)
    # It concerns one of these.
    release = models.ForeignKey(Release, null=True, on_delete=models.CASCADE, related_name="turns")
    contact = models.ForeignKey(Contact, null=True, on_delete=models.CASCADE, related_name="turns")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["what", "release"], name="one_turn_per_release"),
            models.UniqueConstraint(fields=["what", "contact"], name="one_turn_per_contact"),
            models.CheckConstraint(
                condition=Q(release=None, contact__isnull=False) | Q(release__isnull=False, contact=None),
                name="a_turn_concerns_one",
            ),
        ]
        indexes = [models.Index(fields=["at"], condition=Q(has_come=False), name="turns_to_come")]

    def __str__(self) -> str:
        return f"{self.what} at {self.at:%Y-%m-%d %H:%M} UTC"


class Ping(models.Model):
    """One feed of which the hub is to hear that it has changed."""

    feed_path = models.CharField(max_length=300, unique=True)
    stamp = models.UUIDField()  # as in Owed: telling of an old change clears no new one
    tried = models.PositiveIntegerField(default=0)  # how often in vain
    not_before = models.DateTimeField(null=True)  # the next try; none yet where it has not been tried
    why = models.TextField(blank=True)  # why the last try was in vain, as a sentence

    def __str__(self) -> str:
        return self.feed_path


class Findable(models.Model):
    """What the search knows of one public release: stems and marks, no sentence. Its terms lie beside it (store.py)."""

    order = models.BigIntegerField(primary_key=True)  # by the release's own day: searching.terms.order_of
    uid = models.UUIDField(unique=True)
    head = models.TextField()
    body = models.TextField()
    marks = models.TextField()

    def __str__(self) -> str:
        return str(self.uid)


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


class Unpacked(models.Model):
    """A public file whose compressed siblings are still to be made. A row, as all that is owed.

    Written and removed alone at the press, where no file changes: so it needs no stamp.
    """

    name = models.CharField(max_length=500, unique=True)  # its path below the root; "" for every file that lacks them

    def __str__(self) -> str:
        return self.name or "every file"


class Reason(models.Model):
    """Why a person published words in which preflight saw someone at risk. For the desk only; never in a public byte.

    Bound to exactly these words, as consents are. What was found is told by kind and number: no passage, and no hash of
    one, from which a short number could be guessed.
    """

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="reasons")  # a draft may be deleted
    fingerprint = models.CharField(max_length=64)  # of the words
    findings = models.JSONField()  # {"child": 2}: by the check's code, how often
    reason = models.TextField()  # in that person's words
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["release", "fingerprint"], name="one_reason_per_words")]

    def __str__(self) -> str:
        return f"{', '.join(self.findings)}, {self.given_at:%Y-%m-%d}"
