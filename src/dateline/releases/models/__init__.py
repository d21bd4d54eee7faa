"""The records: what an organization has said, in whose name, where, and at which address it stands."""

from dateline.releases.models.address import Address
from dateline.releases.models.addressee import Addressee
from dateline.releases.models.attachment import Attachment, Picture, Rendition
from dateline.releases.models.beside import ReleaseAttachment, ReleaseContact, ReleasePartner
from dateline.releases.models.consent import Consent
from dateline.releases.models.contact import Contact
from dateline.releases.models.coverage import Coverage
from dateline.releases.models.newsroom import Newsroom, NewsroomContact, NewsroomPicture, newsrooms
from dateline.releases.models.old_address import OldAddress
from dateline.releases.models.organization import Organization
from dateline.releases.models.redaction import Redaction
from dateline.releases.models.release import Release
from dateline.releases.models.signatory import Signatory
from dateline.releases.models.topic import Topic
from dateline.releases.models.version import Version

__all__ = [
    "Address",
    "Addressee",
    "Attachment",
    "Consent",
    "Contact",
    "Coverage",
    "Newsroom",
    "NewsroomContact",
    "NewsroomPicture",
    "OldAddress",
    "Organization",
    "Picture",
    "Redaction",
    "Release",
    "ReleaseAttachment",
    "ReleaseContact",
    "ReleasePartner",
    "Rendition",
    "Signatory",
    "Topic",
    "Version",
    "newsrooms",
]
