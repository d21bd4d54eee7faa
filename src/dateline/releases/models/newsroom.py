"""The newsroom: one per language, in one tree."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, Page, PagePermissionTester

from dateline.releases.accent import contrast_complaint
from dateline.releases.models.contact import Contact
from dateline.releases.models.organization import Organization
from dateline.releases.refused import Refused


class NewsroomPermissionTester(PagePermissionTester):
    """What a person's role allows, minus what a newsroom never allows."""

    def can_unpublish(self) -> bool:
        """Say no: what was said in it must keep its address."""
        return False

    def can_copy(self) -> bool:
        """Say no: a language has one newsroom."""
        return False

    def can_set_view_restrictions(self) -> bool:
        """Say no: what is public is public to everyone."""
        return False


class Newsroom(Page):
    """The public place of one organization in one language."""

    organization = models.ForeignKey(Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=120, blank=True, help_text="The office's city, as a dateline prints it")
    time_zone = models.CharField(max_length=64, default="UTC", help_text="As in America/Los_Angeles")
    boilerplate = models.TextField(blank=True, help_text="The standing paragraph about the organization")
    boilerplate_medium = models.TextField(
        "boilerplate, shorter", blank=True, help_text="Two or three sentences, for reporters to copy"
    )
    boilerplate_short = models.TextField("boilerplate in a sentence", blank=True, help_text="For reporters to copy")
    corrections_policy = models.TextField(
        blank=True, help_text="How you correct what was wrong; a plain statement of it stands there if empty"
    )
    accent = models.CharField(
        max_length=7,
        default="#8a1f11",
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", "A colour like #8a1f11.")],
    )
    is_default = models.BooleanField(
        default=False, help_text="This language's pages have no language in their addresses."
    )

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["releases.Release"]

    def clean(self) -> None:
        """Refuse a zone that nobody knows and an accent that can't be read on paper."""
        super().clean()
        if self.time_zone not in zoneinfo.available_timezones():
            raise ValidationError(
                {"time_zone": f"{self.time_zone} is not a time zone. Write it like America/Los_Angeles."}
            )
        if complaint := contrast_complaint(self.accent):
            raise ValidationError({"accent": complaint})

    @property
    def language(self) -> str:
        """The newsroom's language."""
        return self.locale.language_code

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The zone in which this newsroom's days are counted."""
        return zoneinfo.ZoneInfo(self.time_zone)

    @property
    def public_path(self) -> str:
        """Where the newsroom begins on the public site."""
        return "/" if self.is_default else f"/{self.language}/"

    def permissions_for_user(self, user):
        """Say what this person may do here."""
        return NewsroomPermissionTester(user, self)

    def unpublish(self, *args, **kwargs) -> None:
        """Refuse: releases that have been public keep their newsroom."""
        raise Refused(self, ["A newsroom can't be unpublished: what was said in it must keep its address."])

    def delete(self, *args, **kwargs):
        """Delete a newsroom in which nothing has been public; refuse otherwise."""
        if self.get_descendants().filter(release__current__isnull=False).exists():
            raise Refused(
                self,
                ["This newsroom has public releases, so it can't be deleted: their addresses must answer."],
            )
        return super().delete(*args, **kwargs)

    def get_url_parts(self, request=None):
        """Give the newsroom's public address, not its place in the CMS's tree."""
        return (None, "", self.public_path)


def newsrooms() -> list[Newsroom]:
    """Give all newsrooms that are public, the default language first."""
    # In the tree's own order, or "live" in SQL, a database looks through the pages of all releases: 15 ms at 100,000.
    found = Newsroom.objects.order_by().select_related("locale", "organization")
    return sorted((room for room in found if room.live), key=lambda room: (not room.is_default, room.public_path))


class NewsroomContact(Orderable):
    """Who answers for a newsroom."""

    newsroom = ParentalKey(Newsroom, related_name="newsroom_contacts", on_delete=models.CASCADE)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")


class NewsroomPicture(Orderable):
    """A logo or photograph that reporters may print."""

    newsroom = ParentalKey(Newsroom, related_name="newsroom_pictures", on_delete=models.CASCADE)
    picture = models.ForeignKey("releases.Picture", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, help_text="What it is, as in “Logo, black” or “Ana Ruiz, director”")
    alt = models.CharField(max_length=400, help_text="What a person who can't see it should know")
    printed = models.JSONField(default=dict, editable=False)  # the cleaned copies, made when it is saved
