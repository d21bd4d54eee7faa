"""What releases are made of, as rows: one question a table for many releases, and no model of any of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dateline.publishing.gather.reports import ORDER
from dateline.publishing.models import Turn, What
from dateline.releases.models import Address, Contact, Coverage, Redaction, Release, ReleaseContact, Version
from dateline.releases.models.address import REMOVED, Stop
from dateline.releases.status import Status


@dataclass(slots=True)
class VersionRow:
    """One version."""

    number: int
    act: str
    made_at: datetime
    note: str
    words: dict[str, Any]
    headline: str
    lede: str
    dated_on: date


@dataclass(slots=True)
class ReleaseRow:
    """One release that has been public, with what hangs on it."""

    pk: int
    uid: UUID
    room: str
    language: str
    status: str
    address: str
    public_at: datetime
    changed_at: datetime | None
    feed_id: str
    translation_key: UUID
    versions: list[VersionRow] = field(default_factory=list)  # oldest first; the last is what it says now
    topics: list[tuple[str, str, str]] = field(default_factory=list)  # name, slug, language
    addressees: list[tuple[str, str, str]] = field(default_factory=list)  # name, role, slug
    contacts: list[Contact] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    has_removed_files: bool = False
    is_over: bool = False
    redactions: list[tuple[str, datetime]] = field(default_factory=list)
    coverage: list[tuple[str, str, date, str, str]] = field(default_factory=list)
    translations: list[tuple[str, str]] = field(default_factory=list)  # language, address


def rows_of(uids: Sequence[str]) -> list[ReleaseRow]:
    """Read releases that have been public; others of the uids have no row. In no order."""
    found = Release.objects.filter(uid__in=uids).exclude(status=Status.DRAFT)
    rows = {
        row[0]: ReleaseRow(*row)
        for row in found.values_list(
            "pk", "uid", "room", "locale__language_code", "status", "address", "public_at", "changed_at", "feed_id",
            "translation_key",
        )
    }  # fmt: skip
    if rows:
        _read_versions(rows)
        _read_surroundings(rows)
        _read_history(rows)
        _read_translations(rows)
    return list(rows.values())


def _read_versions(rows: dict[int, ReleaseRow]) -> None:
    found = Version.objects.filter(release__in=rows).order_by("release", "number")
    for release, *version in found.values_list(
        "release_id", "number", "act", "made_at", "note", "words", "headline", "lede", "dated_on"
    ):
        rows[release].versions.append(VersionRow(*version))


def _read_surroundings(rows: dict[int, ReleaseRow]) -> None:
    topics = Release.topics.through.objects.filter(release__in=rows)
    for release, *topic in topics.values_list("release_id", "topic__name", "topic__slug", "topic__language"):
        rows[release].topics.append(tuple(topic))
    addressees = Release.addressees.through.objects.filter(release__in=rows)
    for release, *addressee in addressees.values_list(
        "release_id", "addressee__name", "addressee__role", "addressee__slug"
    ):
        rows[release].addressees.append(tuple(addressee))
    contacts = ReleaseContact.objects.filter(release__in=rows).select_related("contact").order_by("sort_order", "pk")
    for row in contacts:
        rows[row.release_id].contacts.append(row.contact)
    reports = Coverage.objects.filter(release__in=rows).order_by(*ORDER)
    for release, *report in reports.values_list("release_id", "outlet", "headline", "published_on", "language", "url"):
        rows[release].coverage.append(tuple(report))


def _read_history(rows: dict[int, ReleaseRow]) -> None:
    addresses = Address.objects.filter(release__in=rows)
    addresses = addresses.filter(stop=Stop.RELEASE) | addresses.filter(detail=REMOVED)
    for release, path, stop in addresses.values_list("release_id", "path", "stop"):
        if stop == Stop.RELEASE:
            rows[release].held.append(path)
        else:
            rows[release].has_removed_files = True
    over = Turn.objects.filter(release__in=rows, what=What.EVENT_ENDS, has_come=True)
    for release in over.values_list("release_id", flat=True):
        rows[release].is_over = True
    redactions = Redaction.objects.filter(release__in=rows).order_by("removed_at", "pk")
    for release, *redaction in redactions.values_list("release_id", "removed", "removed_at"):
        rows[release].redactions.append(tuple(redaction))


def _read_translations(rows: dict[int, ReleaseRow]) -> None:
    by_key: dict[UUID, list[ReleaseRow]] = {}
    for row in rows.values():
        by_key.setdefault(row.translation_key, []).append(row)
    public = Release.objects.filter(translation_key__in=by_key, status=Status.PUBLIC)
    for pk, key, language, address in public.values_list("pk", "translation_key", "locale__language_code", "address"):
        for row in by_key[key]:
            if row.pk != pk:
                row.translations.append((language, address))
