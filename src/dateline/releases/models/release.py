"""A release: one thing said to the press."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpResponse
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester
from wagtail.search import index

from dateline.releases import asked
from dateline.releases.blocks import BodyBlock
from dateline.releases.models.addressee import Addressee
from dateline.releases.models.topic import Topic
from dateline.releases.passing import has_passed
from dateline.releases.refused import Refused
from dateline.releases.status import Status
from dateline.releases.wording import words_of
from dateline.releases.words import Words

KINDS = ("press release", "statement", "media advisory", "open letter")

# A revision may be older than what the verbs have done since; these never come from one.
SET_BY_VERBS = ("uid", "status", "room", "address", "public_at", "changed_at", "current", "feed_id")
# Saving only these can't change a word: the CMS does so when it keeps a draft of what is public.
WORDLESS = frozenset(
    {
        "latest_revision",
        "wagtail_admin_comments",
        "latest_revision_created_at",
        "has_unpublished_changes",
        "draft_title",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "path",
        "depth",
        "url_path",
        "expired",
        "last_published_at",
    }
)

STAYS_PUBLIC = (
    "It has been public, so it can't be taken back unseen. Withdraw it: its address will say that it was withdrawn."
)
ONLY_THE_VERB = (
    "These words have not been passed for publication. Use “Publish”, “Correct” or “Update”, "
    "which check them and keep what was said before."
)


class ReleasePermissionTester(PagePermissionTester):
    """What a person's role allows, minus what the lifecycle never allows."""

    def can_unpublish(self) -> bool:
        """Say no: there is no way back to draft."""
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Say no for what has been public."""
        return self.page.specific.status == Status.DRAFT and super().can_delete(ignore_bulk)

    def can_move(self) -> bool:
        """Say no for what has been public: it is said in its newsroom, in that newsroom's language."""
        return self.page.specific.status == Status.DRAFT and super().can_move()

    def can_set_view_restrictions(self) -> bool:
        """Say no: what is public is public to everyone."""
        return False


class Release(Page):
    """A press release, statement, media advisory or open letter, in one language.

    The page's row holds the draft until it is public, and from then on exactly the words of `current`.
    """

    uid = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    status = models.CharField(
        max_length=10, default=Status.DRAFT, editable=False, choices=[(s.value, s.value) for s in Status]
    )
    kind = models.CharField(max_length=20, default=KINDS[0], choices=[(kind, kind) for kind in KINDS])
    headline = models.TextField()
    subheadline = models.TextField(blank=True)
    place = models.CharField(max_length=160, blank=True, help_text="City; the newsroom's place if empty")
    dated_on = models.DateField("date", null=True, blank=True, help_text="The release's own day")
    dateline = models.CharField(max_length=300, blank=True, help_text="As it is printed, with its dash")
    body = StreamField(BodyBlock(), blank=True)
    is_teaser = models.BooleanField(
        "only the opening is known", default=False, help_text="The full text has not been found yet."
    )
    # To what an advisory invites: days and hours as the clock on the newsroom's wall shows them.
    event_what = models.TextField("what", blank=True)
    event_who = models.TextField("who", blank=True)
    event_on = models.DateField("day", null=True, blank=True)
    event_begins = models.TimeField("begins at", null=True, blank=True)
    event_ends = models.TimeField("ends at", null=True, blank=True)
    event_ends_on = models.DateField("last day", null=True, blank=True, help_text="Only where it is another day")
    event_where = models.TextField("where", blank=True, help_text="The place and its address")
    topics = ParentalManyToManyField(Topic, blank=True, related_name="releases")
    addressees = ParentalManyToManyField(
        Addressee, blank=True, related_name="releases"
    )  # no word: it isn't printed as said
    address_slug = models.CharField(
        max_length=80,
        blank=True,
        validators=[RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", "Small letters, digits and hyphens.")],
        help_text="The last part of its address; made from the headline if empty. Fixed once it is public.",
    )

    # What feed readers know it by, where an older feed gave it an identity of its own; its uid's where empty.
    feed_id = models.CharField(max_length=500, blank=True, editable=False)
    # Set by the verbs alone.
    room = models.CharField(max_length=20, blank=True, editable=False)  # the newsroom's path: "/" or "/es/"
    address = models.CharField(max_length=500, blank=True, editable=False, db_index=True)
    public_at = models.DateTimeField(null=True, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)
    current = models.ForeignKey(
        "releases.Version", null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    parent_page_types = ["releases.Newsroom"]
    subpage_types: list[str] = []
    exclude_fields_in_copy = [*SET_BY_VERBS, "address_slug"]
    search_fields = [*Page.search_fields, index.SearchField("headline"), index.SearchField("body")]

    class Meta:
        indexes = [
            models.Index(fields=["room", "status", "-dated_on", "-public_at", "address"], name="release_newest_first"),
            models.Index(
                fields=["room", "kind", "status", "-dated_on", "-public_at", "address"], name="release_newest_of_kind"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["feed_id"], condition=~models.Q(feed_id=""), name="one_release_per_feed_id")
        ]

    @property
    def language(self) -> str:
        """The one language it has."""
        return self.locale.language_code

    @property
    def newsroom(self):
        """The newsroom in which it is said."""
        return self.get_parent().specific

    @property
    def words(self) -> Words:
        """Its words as they stand in memory."""
        return words_of(self)

    @property
    def has_been_public(self) -> bool:
        """Whether anyone outside can have read it."""
        return self.status != Status.DRAFT

    def _set_core_field_defaults(self) -> None:
        # The CMS wants a title and a slug. Neither is public: the headline may be longer than a title, and a
        # slug with "-2" would tell of a hidden draft.
        self.title = self.draft_title = " ".join(self.headline.split())[:255] or "Untitled"
        self.slug = str(self.uid)
        super()._set_core_field_defaults()

    def save(self, *args, **kwargs):
        """Save; refuse words in public that no verb has passed, and any way back out of the public."""
        fields = kwargs.get("update_fields")
        if fields is not None and WORDLESS.issuperset(fields):
            return super().save(*args, **kwargs)
        before = Release.objects.filter(pk=self.pk).values("status", "current__fingerprint").first()
        stands = before is not None and before["status"] != Status.DRAFT
        if stands and not self.live:
            raise Refused(self, [STAYS_PUBLIC])
        if self.live:
            fingerprint = self.words.fingerprint
            unchanged = stands and before["current__fingerprint"] == fingerprint
            if not unchanged and not has_passed(fingerprint):
                raise Refused(self, [ONLY_THE_VERB])
        return super().save(*args, **kwargs)

    def with_content_json(self, content):
        """Take words from a revision, and where it stands from the record."""
        release = super().with_content_json(content)
        for field in SET_BY_VERBS:
            setattr(release, field, getattr(self, field))
        return release

    def publish(self, revision, user=None, **kwargs) -> None:
        """Publish through the verb, whichever door of the CMS was used. Raises Refused."""
        asked.publish(self, revision, user)

    def unpublish(self, *args, **kwargs) -> None:
        """Refuse what has been public; a draft is not public anyway."""
        raise Refused(self, [STAYS_PUBLIC])

    def delete(self, *args, **kwargs):
        """Delete a draft; refuse what has been public."""
        if self.has_been_public:
            raise Refused(self, [STAYS_PUBLIC])
        return super().delete(*args, **kwargs)

    def copy(self, *args, **kwargs):
        """Copy as a draft, always: a copy has been said to nobody."""
        return super().copy(*args, **{**kwargs, "keep_live": False})

    def create_alias(self, *args, **kwargs):
        """Refuse: an alias would be public at an address that the ledger doesn't know."""
        raise Refused(self, ["A release has one address. Copy it as a draft instead."])

    def permissions_for_user(self, user):
        """Say what this person may do here."""
        return ReleasePermissionTester(user, self)

    def get_url_parts(self, request=None):
        """Give its public address; None while it has none."""
        return (None, "", self.address) if self.address else None

    def get_full_url(self, request=None):
        """Give its public address; None while it has none."""
        return self.address or None

    def _get_dummy_header_url(self, original_request=None) -> None:
        # The CMS makes up a request for a preview; our addresses name no host, which it takes for one called None.
        return None

    def serve_preview(self, request, mode_name):
        """Show the page that it will be, by the template that will make it."""
        return HttpResponse(asked.preview(self, mode_name))

    def serve(self, request, *args, **kwargs):
        """Answer nothing: the public site is files."""
        return HttpResponse(status=404)
