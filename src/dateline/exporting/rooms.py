"""Takes from the record what surrounds releases: newsrooms, organizations, contacts, topics, addressees, addresses."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F

from dateline.exporting.releases import report_record
from dateline.publishing.models import Turn, What
from dateline.releases.models import (
    Address,
    Addressee,
    Contact,
    Coverage,
    Newsroom,
    OldAddress,
    Release,
    Signatory,
    Topic,
    newsrooms,
)
from dateline.releases.models.address import Stop
from dateline.releases.models.old_address import Was
from dateline.releases.status import Status

SHOWN = (
    "title", "place", "time_zone", "boilerplate", "boilerplate_medium", "boilerplate_short", "corrections_policy",
    "accent", "is_default",
)  # fmt: skip
CONTACT = ("name", "role", "phone", "email", "languages", "hours")


def contacts_shown() -> dict[int, tuple[str, Contact]]:
    """Give the contacts that a public page can name, by key, each with the name that it has in an export.

    Not those who have left, whose last day has passed, or who are named on drafts alone.
    """
    ended = Turn.objects.filter(what=What.CONTACT_ENDS, has_come=True).values_list("contact_id", flat=True)
    of_rooms = {row.contact_id for room in newsrooms() for row in room.newsroom_contacts.all()}
    public = Release.objects.filter(status=Status.PUBLIC)
    of_releases = set(public.exclude(release_contacts=None).values_list("release_contacts__contact_id", flat=True))
    found = Contact.objects.filter(has_left=False).exclude(pk__in=list(ended))
    shown = [contact for contact in found if contact.pk in of_rooms | of_releases]
    shown.sort(key=lambda contact: [getattr(contact, name) for name in CONTACT])
    return {contact.pk: (f"contact-{number}", contact) for number, contact in enumerate(shown, 1)}


def records_before(contacts: Mapping[int, tuple[str, Contact]]) -> Iterator[dict[str, Any]]:
    """Give what releases refer to, in an order in which each names only what came before it."""
    rooms = newsrooms()
    yield from _organizations(rooms)
    for name, contact in contacts.values():
        yield {"record": "contact", "id": name, **{field: getattr(contact, field) for field in CONTACT}}
    for room in rooms:
        yield _newsroom(room, contacts)
    yield from _topics()
    known = {slug for _, slug in _slugs(Stop.ADDRESSEE)}
    for addressee in Addressee.objects.order_by("slug"):
        if addressee.slug in known:
            yield {
                "record": "addressee",
                "name": addressee.name,
                "role": addressee.role,
                "slug": addressee.slug,
            }


def records_after() -> Iterator[dict[str, Any]]:
    """Give what refers to releases: reports about none of them, the ledger, the addresses of before."""
    for room in newsrooms():
        alone = Coverage.objects.filter(newsroom=room, release=None)
        for report in alone.order_by("published_on", "outlet", "headline", "url"):
            yield {"record": "coverage", "newsroom": room.public_path, **report_record(report)}
    rooms = {room.pk: room.public_path for room in newsrooms()}
    ledger = Address.objects.exclude(release__status=Status.DRAFT).order_by("path")
    for path, stop, room_key, uid, detail in ledger.values_list(
        "path", "stop", "newsroom_id", "release__uid", "detail"
    ).iterator():
        if room_key in rooms:
            yield {
                "record": "address", "path": path, "stop": stop, "newsroom": rooms[room_key],
                "release": str(uid) if uid else None, "detail": detail,
            }  # fmt: skip
    old = OldAddress.objects.exclude(release__status=Status.DRAFT).order_by("address", "release__address")
    for address, was, uid, detail, is_removed, is_stated in old.values_list(
        "address", "was", "release__uid", "detail", "is_removed", "is_stated"
    ).iterator():
        if was == Was.PAGE or uid:
            yield {
                "record": "old address", "address": address, "was": was, "release": str(uid) if uid else None,
                "detail": detail, "is_removed": is_removed, "is_stated": is_stated,
            }  # fmt: skip


def _newsroom(room: Newsroom, contacts: Mapping[int, tuple[str, Contact]]) -> dict[str, Any]:
    called = room.newsroom_contacts.order_by("sort_order", "pk")
    return {
        "record": "newsroom",
        "path": room.public_path,
        "language": room.language,
        "translation_key": str(room.translation_key),
        "organization": room.organization.name if room.organization else None,
        **{field: getattr(room, field) for field in SHOWN},
        "contacts": [contacts[row.contact_id][0] for row in called if row.contact_id in contacts],
        "pictures": [
            {"name": row.name, "alt": row.alt, "credit": row.picture.credit, "printed": row.printed}
            for row in room.newsroom_pictures.select_related("picture").order_by("sort_order", "name")
            if row.printed
        ],
    }


def _organizations(rooms: list[Newsroom]) -> Iterator[dict[str, Any]]:
    """Give those in whose name something stands, as it was printed last, and those to which the newsrooms belong.

    A name that was changed at the desk and printed nowhere yet is not public.
    """
    owners = {room.organization.slug: room.organization for room in rooms if room.organization}
    printed: dict[str, tuple[str, str]] = {}
    found = Signatory.objects.filter(version__release__status=Status.PUBLIC)
    for slug, name, url in found.order_by("version__made_at", "version__release__address").values_list(
        "slug", "name", "url"
    ):
        printed[slug] = (name, url)
    for slug, (name, url) in sorted(printed.items()):
        yield {"record": "organization", "name": name, "url": url, "slug": slug}
    for organization in sorted({o.name: o for o in owners.values()}.values(), key=lambda each: each.name):
        if organization.slug not in printed:
            yield {"record": "organization", "name": organization.name, "url": organization.url, "slug": ""}


def _topics() -> Iterator[dict[str, Any]]:
    link = Release.topics.through.objects.exclude(release__status=Status.DRAFT)
    link = link.filter(topic__language=F("release__locale__language_code"))
    shown = _slugs(Stop.TOPIC) | set(link.values_list("topic__language", "topic__slug"))
    for topic in Topic.objects.order_by("language", "slug"):
        if (topic.language, topic.slug) in shown:
            yield {"record": "topic", "name": topic.name, "slug": topic.slug, "language": topic.language}


def _slugs(stop: str) -> set[tuple[str, str]]:
    """Give the slugs of pages that have been public, each with its newsroom's language."""
    found = Address.objects.filter(stop=stop).values_list("newsroom__locale__language_code", "detail")
    return {(language, detail.partition("/")[0]) for language, detail in found}
