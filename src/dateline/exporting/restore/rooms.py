"""Records of what surrounds releases → rows: organizations, contacts, newsrooms, topics, addressees."""

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Locale

from dateline.exporting.restore.files import original_of
from dateline.exporting.rooms import CONTACT, SHOWN
from dateline.intake.newsrooms import make_site, root_of_tree
from dateline.releases.models import (
    Addressee,
    Contact,
    Newsroom,
    NewsroomContact,
    NewsroomPicture,
    Organization,
    Picture,
    Topic,
)


@dataclass
class Known:
    """What has been taken in so far, by the names that it has in the export."""

    rooms: dict[str, Newsroom] = field(default_factory=dict)  # by public path
    contacts: dict[str, Contact] = field(default_factory=dict)
    topics: dict[tuple[str, str], Topic] = field(default_factory=dict)  # by language and slug
    addressees: dict[str, Addressee] = field(default_factory=dict)  # by slug
    organizations: dict[str, Organization] = field(default_factory=dict)  # by slug


def take_in_surrounding(record: dict[str, Any], known: Known) -> None:
    """Write one record that releases refer to."""
    match record["record"]:
        case "organization":
            _take_in_organization(record, known)
        case "contact":
            told = {name: record[name] for name in CONTACT}
            [known.contacts[record["id"]]] = Contact.objects.bulk_create([Contact(**told)])
        case "newsroom":
            known.rooms[record["path"]] = _make_newsroom(record, known)
        case "topic":
            topic = Topic.objects.create(name=record["name"], slug=record["slug"], language=record["language"])
            known.topics[topic.language, topic.slug] = topic
        case "addressee":
            told = {name: record[name] for name in ("name", "role", "slug")}
            known.addressees[record["slug"]] = Addressee.objects.create(**told)


def picture_of(copy: dict[str, Any], **fields: Any) -> Picture:
    """Give a picture, not yet saved, of which this cleaned copy is the original."""
    ending = ".png" if copy["media_type"] == "image/png" else ".jpg"
    return Picture(
        file=original_of(copy["sha256"], "original_images", ending), width=copy["width"], height=copy["height"],
        file_size=copy["size_bytes"], **fields,
    )  # fmt: skip


def _take_in_organization(record: dict[str, Any], known: Known) -> None:
    name, slug = record["name"], record["slug"]
    if Organization.objects.filter(name=name).exists():  # two were printed under one name
        name = f"{name} ({slug})"[:255]
    made = Organization.objects.create(name=name, url=record["url"], slug=slug)
    if slug:
        known.organizations[slug] = made


def _make_newsroom(record: dict[str, Any], known: Known) -> Newsroom:
    language = record["language"]
    room = Newsroom(
        slug="newsroom" if record["is_default"] else f"newsroom-{language}",
        locale=Locale.objects.get_or_create(language_code=language)[0],
        translation_key=record["translation_key"],
        organization=Organization.objects.filter(name=record["organization"]).first(),
        **{name: record[name] for name in SHOWN},
    )
    root_of_tree().add_child(instance=room)
    if record["is_default"]:
        make_site(room)
    NewsroomContact.objects.bulk_create(
        NewsroomContact(newsroom=room, contact=known.contacts[name], sort_order=order)
        for order, name in enumerate(record["contacts"])
    )
    for order, shown in enumerate(record["pictures"]):
        picture = picture_of(shown["printed"]["press"], title=shown["name"], credit=shown["credit"])
        Picture.objects.bulk_create([picture])
        # In bulk, past the signal that would clean it again: the copies are those that were public.
        NewsroomPicture.objects.bulk_create(
            [
                NewsroomPicture(
                    newsroom=room, picture=picture, name=shown["name"], alt=shown["alt"], printed=shown["printed"],
                    sort_order=order,
                )
            ]
        )  # fmt: skip
    return room
