"""What publishing answers to the rooms below it, and what it hears from them."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save

from dateline.publishing.addresses import Output
from dateline.publishing.covered import coverage_has_changed, coverage_will_change
from dateline.publishing.models import Listing
from dateline.publishing.owe import owe
from dateline.publishing.press_pictures import picture_has_changed
from dateline.publishing.preview import preview
from dateline.publishing.publish import publish
from dateline.publishing.settle import settle_pages
from dateline.publishing.turns import expect_of_contact
from dateline.releases import asked
from dateline.releases.models import (
    Addressee,
    Contact,
    Coverage,
    Newsroom,
    NewsroomContact,
    NewsroomPicture,
    Topic,
    newsrooms,
)


def register() -> None:
    """Register the answers, once, when the program starts."""
    asked.preview = preview
    asked.publish = lambda release, revision, person: publish(release, revision=revision, by=person)
    for model in (Newsroom, NewsroomContact, Contact, Topic, Addressee):
        post_save.connect(_surroundings_changed, sender=model, dispatch_uid=f"publishing-{model.__name__}-saved")
        post_delete.connect(_surroundings_changed, sender=model, dispatch_uid=f"publishing-{model.__name__}-deleted")
    post_save.connect(picture_has_changed, sender=NewsroomPicture, dispatch_uid="publishing-NewsroomPicture-saved")
    post_delete.connect(picture_has_changed, sender=NewsroomPicture, dispatch_uid="publishing-NewsroomPicture-deleted")
    pre_save.connect(coverage_will_change, sender=Coverage, dispatch_uid="publishing-Coverage-before")
    post_save.connect(coverage_has_changed, sender=Coverage, dispatch_uid="publishing-Coverage-saved")
    post_delete.connect(coverage_has_changed, sender=Coverage, dispatch_uid="publishing-Coverage-deleted")


def _surroundings_changed(sender, instance, raw=False, **kwargs) -> None:
    """Owe every newsroom's pages: names, contacts, topics and addressees stand on many of them. A row, no work: settled later."""
    if raw:
        return
    if sender in (Topic, Addressee) and kwargs.get("created"):
        return  # nothing public stands under it yet
    with transaction.atomic():
        if sender is Contact and "created" in kwargs:  # saved: a deleted one's turns went with it
            expect_of_contact(instance)
        elif sender is Newsroom:  # its days may be another zone's now
            for contact in Contact.objects.exclude(ends_on=None):
                expect_of_contact(contact)
        if sender is Topic or (sender is Addressee and "created" not in kwargs) or _lists_nothing_yet(instance):
            owe({Output("places")})
        owe({Output("room", room.public_path) for room in newsrooms()} | {Output("assets")})
        transaction.on_commit(settle_pages)


def _lists_nothing_yet(instance) -> bool:
    """Say whether this is a newsroom that has come since there are lists: it lists what others say."""
    if not isinstance(instance, Newsroom) or Listing.objects.filter(room=instance.public_path).exists():
        return False
    return Listing.objects.exists()
