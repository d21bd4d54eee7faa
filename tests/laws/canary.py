"""A word that nobody else says, in everything that a draft can have."""

import io
from datetime import date, time, timedelta

from build import AT, make_addressee, make_release
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db.models import Model
from PIL import Image

from dateline.releases.models import (
    Attachment,
    Consent,
    Contact,
    Coverage,
    Newsroom,
    Organization,
    Picture,
    Release,
    ReleaseAttachment,
    ReleaseContact,
    ReleasePartner,
    Topic,
)

CANARY = "xylophonecanary"


def picture_with_a_place() -> ImageFile:
    image, exif = Image.new("RGB", (40, 30), "white"), Image.Exif()
    exif[0x010F], exif[0x013B] = f"{CANARY} camera", f"{CANARY} photographer"
    exif[0x8825] = {1: "N", 2: (34.0, 3.0, 8.0), 3: "W", 4: (118.0, 14.0, 37.0)}
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return ImageFile(io.BytesIO(out.getvalue()), name=f"{CANARY}.jpg")


def plant_a_draft(author: Model, room: Newsroom | None = None) -> Release:
    """Write a draft of its own, with everything that a release can have."""
    picture = Picture.objects.create(title=f"{CANARY} picture", file=picture_with_a_place(), credit=CANARY)
    attachment = Attachment.objects.create(
        title=CANARY, file=ContentFile(f"{CANARY} testimony".encode(), name=f"{CANARY}.txt")
    )
    partner = Organization.objects.create(name=f"{CANARY} partner")
    draft = make_release(
        room,
        headline=f"{CANARY} draft",
        subheadline=CANARY,
        dateline=CANARY,
        address_slug=CANARY,
        kind="media advisory",
        event_what=CANARY,
        event_who=CANARY,
        event_where=CANARY,
        event_on=AT.date() + timedelta(days=3),
        event_begins=time(10),
        topics=["Heat"],
        body=[
            ("text", f"<p>{CANARY}</p>"),
            ("quote", {"words": CANARY, "speaker": CANARY, "title": CANARY}),
            ("list", [CANARY]),
            ("image", {"image": picture, "alt": CANARY, "caption": CANARY}),
        ],
    )
    draft.addressees.add(make_addressee(f"{CANARY} senator"))
    draft.topics.add(Topic.objects.create(name=f"{CANARY} topic", slug=f"{CANARY}-topic", language="en"))
    draft.release_attachments.add(ReleaseAttachment(attachment=attachment))
    draft.release_partners.add(ReleasePartner(organization=partner))
    draft.release_contacts.add(ReleaseContact(contact=Contact.objects.create(name=CANARY, phone="555-0199")))
    Coverage.objects.create(
        outlet=CANARY, headline=CANARY, published_on=date(2019, 1, 2), url=f"https://{CANARY}.example/", release=draft
    )
    draft.owner = author
    draft.save()
    draft.save_revision(user=author)
    Consent.objects.create(
        release=draft,
        organization=partner,
        fingerprint=Release.objects.get(pk=draft.pk).words.fingerprint,
        said_by=CANARY,
        said_on=AT.date(),
        said_how=CANARY,
        recorded_by=author,
    )
    return draft
