"""The last door: what the CMS does to a page's row without asking the page's own class.

Several of its actions load the row as a plain page (unpublishing by schedule, moving) or go past the model's methods
(deleting, aliases), so `Release.save` and `Newsroom.delete` never hear of them. Signals do.
"""

from django.db.models.signals import pre_delete, pre_save
from wagtail.models import Page
from wagtail.signals import pre_page_move

from dateline.releases.models import Address, Addressee, Newsroom, Release, Topic
from dateline.releases.models.address import Stop
from dateline.releases.refused import Refused
from dateline.releases.status import Status

STAYS_PUBLIC = (
    "It has been public, so it can't be taken back unseen. Withdraw it: its address will say that it was withdrawn."
)
NO_ALIAS = "A release has one address, and a newsroom one language. Copy the release as a draft instead."
NO_SCHEDULE = "The desk has no schedule yet. Publish it when it is due."
STAYS_IN_ROOM = "It has been public, so it stays in its newsroom: its address must answer."
OTHER_LANGUAGE = "That newsroom speaks another language. Write the release there instead."
ROOM_STAYS = "A newsroom can't be unpublished: what was said in it must keep its address."
ROOM_HAS_RELEASES = "This newsroom has public releases, so it can't be deleted: their addresses must answer."
ROOM_EXISTS = "There is a newsroom in this language already. A language has one."
TOPIC_IS_PUBLIC = "This topic has been public: its page must answer. Take releases out of it instead."

ADDRESSEE_IS_PUBLIC = "Something was said to this addressee in public: the page must answer. Untick releases instead."


def close() -> None:
    """Stand at the doors."""
    pre_save.connect(_row_saved, sender=Page, dispatch_uid="desk-door-row")
    pre_save.connect(_release_saved, sender=Release, dispatch_uid="desk-door-release")
    pre_save.connect(_newsroom_saved, sender=Newsroom, dispatch_uid="desk-door-newsroom")
    pre_page_move.connect(_moved, dispatch_uid="desk-door-move")
    pre_delete.connect(_release_deleted, sender=Release, dispatch_uid="desk-door-delete")
    pre_delete.connect(_newsroom_deleted, sender=Newsroom, dispatch_uid="desk-door-delete-newsroom")
    pre_delete.connect(_topic_deleted, sender=Topic, dispatch_uid="desk-door-delete-topic")
    pre_delete.connect(_addressee_deleted, sender=Addressee, dispatch_uid="desk-door-delete-addressee")


def _row_saved(sender, instance: Page, raw=False, **kwargs) -> None:
    """Keep a row that was loaded as a plain page from going live or out of it."""
    if raw or instance.pk is None:
        return
    if instance.specific_class is Release:
        status = Release.objects.filter(pk=instance.pk).values_list("status", flat=True).first()
        if status is not None and instance.live != (status != Status.DRAFT):
            raise Refused(instance, [STAYS_PUBLIC if status != Status.DRAFT else "Publish it with “Publish”."])
    elif instance.specific_class is Newsroom and not instance.live and _is_live(instance.pk):
        raise Refused(instance, [ROOM_STAYS])


def _release_saved(sender, instance: Release, raw=False, **kwargs) -> None:
    if raw:
        return
    if instance.alias_of_id is not None:
        raise Refused(instance, [NO_ALIAS])
    if instance.go_live_at or instance.expire_at:
        raise Refused(instance, [NO_SCHEDULE])


def _newsroom_saved(sender, instance: Newsroom, raw=False, **kwargs) -> None:
    if raw:
        return
    if instance.alias_of_id is not None:
        raise Refused(instance, [NO_ALIAS])
    if instance.go_live_at or instance.expire_at:
        raise Refused(instance, [NO_SCHEDULE])
    if not instance.live and instance.pk and _is_live(instance.pk):
        raise Refused(instance, [ROOM_STAYS])
    if instance.live:
        others = Newsroom.objects.live().filter(locale_id=instance.locale_id).exclude(pk=instance.pk)
        if others.exists():
            raise Refused(instance, [ROOM_EXISTS])


def _moved(sender, instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs) -> None:
    if parent_page_before.pk == parent_page_after.pk:
        return  # another place in the same list: nothing public knows of it
    if instance.specific_class is Release:
        refuse_move(Release.objects.get(pk=instance.pk), parent_page_after)


def refuse_move(page: Page, destination: Page) -> None:
    """Refuse to move a release that has been public, or into another language. Raises Refused."""
    if not isinstance(page, Release):
        return
    if page.has_been_public:
        raise Refused(page, [STAYS_IN_ROOM])
    if page.locale_id != destination.locale_id:
        raise Refused(page, [OTHER_LANGUAGE])


def _release_deleted(sender, instance: Release, **kwargs) -> None:
    if instance.has_been_public:
        raise Refused(instance, [STAYS_PUBLIC])


def _newsroom_deleted(sender, instance: Newsroom, **kwargs) -> None:
    if Address.objects.filter(newsroom_id=instance.pk).exists():
        raise Refused(instance, [ROOM_HAS_RELEASES])


def _topic_deleted(sender, instance: Topic, **kwargs) -> None:
    if topic_has_been_public(instance):
        raise Refused(instance, [TOPIC_IS_PUBLIC])


def topic_has_been_public(topic: Topic) -> bool:
    """Say whether the ledger knows an address of this topic."""
    return Address.objects.filter(
        stop=Stop.TOPIC, detail=topic.slug, newsroom__locale__language_code=topic.language
    ).exists()


def _addressee_deleted(sender, instance: Addressee, **kwargs) -> None:
    if addressee_has_been_public(instance):
        raise Refused(instance, [ADDRESSEE_IS_PUBLIC])


def addressee_has_been_public(addressee: Addressee) -> bool:
    """Say whether the ledger knows an address of this addressee."""
    return Address.objects.filter(stop=Stop.ADDRESSEE, detail=addressee.slug).exists()


def _is_live(pk: int) -> bool:
    return Newsroom.objects.live().filter(pk=pk).exists()
