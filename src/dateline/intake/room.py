"""What one import has at hand: its newsrooms, its moment, its files, and the topics and contacts that are there."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.text import slugify
from wagtail.models import Page

from dateline.intake import kept_sources
from dateline.intake.doubts import Moment
from dateline.intake.files_beside import FilesBeside
from dateline.intake.models import Import
from dateline.intake.newsrooms import newsroom_for
from dateline.intake.pictures_beside import blocks_of_pictures
from dateline.reading import Reading
from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.models import Attachment, Contact, Newsroom, Topic

LONGEST_TOPIC = 120


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that a source names."""

    name: str
    address: str = ""  # where it lay on the web
    inside: Path | None = None  # where it lies, if it came inside the source
    beside: Path | None = None  # the folder of the source that names it


class Room:
    """Looks up, once per import, what every record asks for. With `keeps` false no byte is written."""

    languages = frozenset(LANGUAGE_NAMES)

    def __init__(self, into: Import, paths: Iterable[Path], *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._default = into.newsroom
        self.moment = Moment(at=into.started_at, zone=into.newsroom.zone)
        self.files = FilesBeside(paths, keeps=keeps)
        self._newsrooms: dict[str, Newsroom] = {}
        self._topics: dict[tuple[str, str], Topic] = {}
        self._contacts: dict[str, Contact] | None = None
        self._hashes: dict[Path, str] = {}
        self._kept: dict[Path, str] = {}

    def lock(self, into: Import) -> None:
        """Let one batch at a time into this newsroom, of whichever import: two would not see each other's releases."""
        Page.objects.select_for_update().get(pk=into.newsroom_id)

    def hash_of(self, reading: Reading) -> str:
        """Give the SHA-256 of what was read; of a file that holds many parts, once."""
        if reading.data is not None:
            return kept_sources.hash_of(reading)
        if reading.path not in self._hashes:
            self._hashes = {reading.path: kept_sources.hash_of(reading)}  # its parts follow one another
        return self._hashes[reading.path]

    def keep(self, reading: Reading) -> str:
        """Keep the bytes of what was read, and give their SHA-256."""
        if not self._keeps:
            return self.hash_of(reading)
        if reading.data is not None:
            return kept_sources.keep(reading.data)
        if reading.path not in self._kept:
            self._kept = {reading.path: kept_sources.keep_file(reading.path)}
        return self._kept[reading.path]

    def newsroom_for(self, language: str | None) -> Newsroom:
        """Give the newsroom of a language; the default one for none, and for one that no newsroom can have."""
        if not language or language not in self.languages:
            return self._default
        if language not in self._newsrooms:
            self._newsrooms[language] = newsroom_for(language, self._default)
        return self._newsrooms[language]

    def attachment(self, wanted: Wanted) -> Attachment | None:
        """Give the attachment of a wanted file, where it lies in the import's folders; None where it doesn't."""
        found = self._found(wanted)
        return self.files.attachment(found, wanted.name if wanted.inside else "") if found else None

    def pictures(self, record: dict[str, Any], asks_for: Callable[[str, str], Wanted]) -> list[dict[str, Any]]:
        """Give the blocks of the pictures that a record names."""
        pictures = record.get("pictures", ())
        return blocks_of_pictures(pictures, lambda *named: self._found(asks_for(*named)), keeps=self._keeps)

    def _found(self, wanted: Wanted) -> Path | None:
        return wanted.inside or self.files.find(wanted.name, wanted.beside, wanted.address)

    def topics(self, names: Iterable[str], language: str) -> list[Topic]:
        """Give the topics of these names, making those that don't exist yet."""
        found: dict[int, Topic] = {}
        for name in names:
            slug = slugify(name)[:LONGEST_TOPIC].strip("-")
            if not slug:
                continue  # a name without a letter that an address can have; it stays in the finding
            if (language, slug) not in self._topics:
                self._topics[language, slug] = Topic.objects.get_or_create(
                    language=language, slug=slug, defaults={"name": " ".join(name.split())[:LONGEST_TOPIC]}
                )[0]
            topic = self._topics[language, slug]
            found[topic.pk] = topic
        return list(found.values())

    def contacts(self, found: Sequence[dict[str, Any]]) -> list[Contact]:
        """Give the media contacts that exist already and have the mail address or telephone of one that was found.

        None is ever made of an old release: the person may have left long ago, and who has left appears nowhere.
        What was found stays in the finding, for people of the desk.
        """
        if not found:
            return []
        if self._contacts is None:
            self._contacts = {
                key: each
                for each in Contact.objects.filter(has_left=False).order_by("-pk")
                for key in (each.email.casefold(), _digits(each.phone))
                if key
            }
        keys = (
            key for each in found for key in ((each["email"] or "").casefold(), _digits(each["phone"] or "")) if key
        )
        matched = {each.pk: each for key in keys if (each := self._contacts.get(key))}
        return list(matched.values())


def _digits(phone: str) -> str:
    digits = re.sub(r"\D", "", phone)
    return digits if len(digits) >= 7 else ""
