"""The record as one settling sees it: newsrooms, their people and their ledger, each read once."""

import uuid
from collections.abc import Iterable
from functools import cached_property

from django.conf import settings
from django.db.models import prefetch_related_objects

from dateline.publishing import faces
from dateline.publishing.addresses import coverage_path, press_path
from dateline.publishing.models import Turn, What
from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.models import Address, Contact, Newsroom, Topic, newsrooms


class Record:
    """Newsrooms and what every page of theirs has around it."""

    @cached_property
    def newsrooms(self) -> list[Newsroom]:
        """All newsrooms, the default language first."""
        found = newsrooms()
        prefetch_related_objects(found, "newsroom_contacts__contact")
        return found

    @cached_property
    def rooms(self) -> dict[str, faces.NewsroomFace]:
        """The frame of each newsroom, by its path."""
        return {room.public_path: self._room_face(room) for room in self.newsrooms}

    def newsroom(self, path: str) -> Newsroom:
        """Give the newsroom that begins at this path. Raises KeyError."""
        return self._by_path[path]

    def details(self, room: str, stop: str) -> list[str]:
        """Give what the ledger knows of a kind of page: months ("2014-10"), years, topics' slugs; sorted."""
        if (room, stop) not in self._details:
            found = Address.objects.filter(newsroom=self.newsroom(room), stop=stop)
            self._details[room, stop] = sorted(found.values_list("detail", flat=True))
        return self._details[room, stop]

    def topic_names(self, language: str) -> dict[str, str]:
        """Give the names of a language's topics, by their slugs."""
        if language not in self._topic_names:
            found = Topic.objects.filter(language=language).order_by()
            self._topic_names[language] = dict(found.values_list("slug", "name"))
        return self._topic_names[language]

    def contact_faces(self, contacts: Iterable[Contact]) -> tuple[faces.ContactFace, ...]:
        """Show the contacts who have not left and whose last day has not passed."""
        return tuple(
            faces.ContactFace(c.name, c.role, c.phone, c.email, c.languages, c.hours)
            for c in contacts
            if not c.has_left and c.pk not in self.ended_contacts
        )

    @cached_property
    def ended_contacts(self) -> frozenset[int]:
        """The keys of the contacts whose last day has passed."""
        ended = Turn.objects.filter(what=What.CONTACT_ENDS, has_come=True)
        return frozenset(ended.values_list("contact_id", flat=True))

    @cached_property
    def _by_path(self) -> dict[str, Newsroom]:
        return {room.public_path: room for room in self.newsrooms}

    @cached_property
    def _details(self) -> dict[tuple[str, str], list[str]]:
        return {}

    @cached_property
    def _topic_names(self) -> dict[str, dict[str, str]]:
        return {}

    def _room_face(self, room: Newsroom) -> faces.NewsroomFace:
        path = room.public_path
        return faces.NewsroomFace(
            name=room.title,
            language=room.language,
            uid=uuid.uuid5(room.translation_key, room.language).urn,
            site_address=settings.DATELINE_SITE_ADDRESS,
            path=path,
            zone=room.time_zone,
            place=room.place,
            accent=room.accent.lower(),
            boilerplate=room.boilerplate.strip(),
            contacts=self.contact_faces(row.contact for row in room.newsroom_contacts.all()),
            topics=(),
            languages=tuple(
                language_link(other.language, other.public_path, is_same_text=False)
                for other in self.newsrooms
                if other.pk != room.pk
            ),
            feed_path=f"{path}feed.atom",
            rss_path=f"{path}feed.rss",
            json_feed_path=f"{path}feed.json",
            hub=settings.DATELINE_HUB,
            archive_path=f"{path}archive/",
            topics_path=f"{path}topics/",
            search_path=f"{path}search/",
            addressees_path=f"{path}addressed/",
            organizations_path=f"{path}organizations/",
            coverage_path=coverage_path(path),
            press_path=press_path(path),
        )


def language_link(language: str, path: str, *, is_same_text: bool) -> faces.LanguageLink:
    """Lead to a page in another language."""
    return faces.LanguageLink(language, LANGUAGE_NAMES.get(language, language), path, is_same_text)
