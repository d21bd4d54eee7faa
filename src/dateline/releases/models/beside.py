"""What hangs on a release: people to call, files handed out, partners asked."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from dateline.releases.models.attachment import Attachment
from dateline.releases.models.contact import Contact
from dateline.releases.models.organization import Organization
from dateline.releases.models.release import Release


class ReleaseContact(Orderable):
    """A person to call about this release; the newsroom's own if there is none."""

    release = ParentalKey(Release, related_name="release_contacts", on_delete=models.CASCADE)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")


class ReleaseAttachment(Orderable):
    """A file handed out with it, or the name of one that is known to have been."""

    release = ParentalKey(Release, related_name="release_attachments", on_delete=models.CASCADE)
    attachment = models.ForeignKey(Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255, blank=True, help_text="The file's own name if empty")


class ReleasePartner(Orderable):
    """A partner that is asked to stand under it. Its name is printed only under words it said yes to."""

    release = ParentalKey(Release, related_name="release_partners", on_delete=models.CASCADE)
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
