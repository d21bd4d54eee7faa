"""What releases are made of, as rows: one question a table for many releases, and no model of any of them."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from dateline.publishing.faces import ContactFace


@dataclass(slots=True)
class VersionRow:
    """One version."""

    number: int
    act: Any  # releases.status.Act
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
    contacts: list[tuple[int, ContactFace]] = field(default_factory=list)  # key and face of those who have not left
    held: list[str] = field(default_factory=list)
    has_removed_files: bool = False
    is_over: bool = False
    redactions: list[tuple[Any, datetime]] = field(default_factory=list)
    coverage: list[tuple[str, str, date, str, str]] = field(default_factory=list)
    translations: list[tuple[str, str]] = field(default_factory=list)  # language, address


_RELEASES = """
SELECT r.page_ptr_id, r.uid, r.room, w.language_code, r.status, r.address, r.public_at, r.changed_at, r.feed_id,
    p.translation_key
FROM releases_release r
JOIN wagtailcore_page p ON p.id = r.page_ptr_id
JOIN wagtailcore_locale w ON w.id = p.locale_id
WHERE r.status <> 'draft' AND r.uid IN ({})"""
_VERSIONS = """
SELECT release_id, number, act, made_at, note, words, headline, lede, dated_on
FROM releases_version WHERE release_id IN ({}) ORDER BY release_id, number"""
_TOPICS = """
SELECT m.release_id, t.name, t.slug, t.language
FROM releases_release_topics m JOIN releases_topic t ON t.id = m.topic_id WHERE m.release_id IN ({})"""
_ADDRESSEES = """
SELECT m.release_id, a.name, a.role, a.slug
FROM releases_release_addressees m JOIN releases_addressee a ON a.id = m.addressee_id WHERE m.release_id IN ({})"""
_COVERAGE = """
SELECT release_id, outlet, headline, published_on, language, url
FROM releases_coverage WHERE release_id IN ({}) ORDER BY published_on DESC, outlet, headline, url"""
_CONTACTS = """
SELECT m.release_id, c.id, c.name, c.role, c.phone, c.email, c.languages, c.hours
FROM releases_releasecontact m JOIN releases_contact c ON c.id = m.contact_id
WHERE NOT c.has_left AND m.release_id IN ({}) ORDER BY m.sort_order, m.id"""
_HELD = "SELECT release_id, path FROM releases_address WHERE stop = 'release' AND release_id IN ({})"
_REMOVED = "SELECT release_id FROM releases_address WHERE detail = 'removed' AND release_id IN ({})"
_OVER = "SELECT release_id FROM publishing_turn WHERE what = 'event ends' AND has_come AND release_id IN ({})"
_REDACTIONS = (
    "SELECT release_id, removed, removed_at FROM releases_redaction WHERE release_id IN ({}) ORDER BY removed_at, id"
)
_TRANSLATIONS = """
SELECT p.id, p.translation_key, w.language_code, r.address
FROM wagtailcore_page p
JOIN releases_release r ON r.page_ptr_id = p.id
JOIN wagtailcore_locale w ON w.id = p.locale_id
WHERE r.status = 'public' AND p.translation_key IN ({})"""


def rows_of(uids: Sequence[str], *, have_translations: bool = True) -> list[ReleaseRow]:
    """Read releases that have been public; others of the uids have no row. In no order.

    Without `have_translations`, where there is one language, none are looked for.
    """
    rows = {row[0]: ReleaseRow(*row) for row in map(_release, _ask(_RELEASES, [_as_kept(UUID(uid)) for uid in uids]))}
    if rows:
        _read_versions(rows)
        _read_surroundings(rows)
        _read_history(rows)
        if have_translations:
            _read_translations(rows)
    return list(rows.values())


def _ask(sql: str, of: Collection[object]) -> Iterator[tuple[Any, ...]]:
    """Ask for what belongs to these keys.

    As SQL: for a page and its feeds, models take ten times as long to put the question as the database to answer it.
    """
    if not of:
        return iter(())
    with connection.cursor() as cursor:
        cursor.execute(sql.format(", ".join(["%s"] * len(of))), list(of))
        return iter(cursor.fetchall())


def _release(row: tuple[Any, ...]) -> tuple[Any, ...]:
    pk, uid, *told, public_at, changed_at, feed_id, key = row
    return (pk, UUID(str(uid)), *told, _aware(public_at), changed_at and _aware(changed_at), feed_id, UUID(str(key)))


def _read_versions(rows: dict[int, ReleaseRow]) -> None:
    for release, number, act, made_at, note, words, *told in _ask(_VERSIONS, rows):
        rows[release].versions.append(VersionRow(number, act, _aware(made_at), note, json.loads(words), *told))


def _read_surroundings(rows: dict[int, ReleaseRow]) -> None:
    for release, *topic in _ask(_TOPICS, rows):
        rows[release].topics.append(tuple(topic))
    for release, *addressee in _ask(_ADDRESSEES, rows):
        rows[release].addressees.append(tuple(addressee))
    for release, *report in _ask(_COVERAGE, rows):
        rows[release].coverage.append(tuple(report))
    for release, pk, *contact in _ask(_CONTACTS, rows):
        rows[release].contacts.append((pk, ContactFace(*contact)))


def _read_history(rows: dict[int, ReleaseRow]) -> None:
    for release, path in _ask(_HELD, rows):
        rows[release].held.append(path)
    for (release,) in _ask(_REMOVED, rows):
        rows[release].has_removed_files = True
    for (release,) in _ask(_OVER, rows):
        rows[release].is_over = True
    for release, removed, at in _ask(_REDACTIONS, rows):
        rows[release].redactions.append((removed, _aware(at)))


def _read_translations(rows: dict[int, ReleaseRow]) -> None:
    by_key: dict[UUID, list[ReleaseRow]] = {}
    for row in rows.values():
        by_key.setdefault(row.translation_key, []).append(row)
    for pk, key, language, address in _ask(_TRANSLATIONS, [_as_kept(key) for key in by_key]):
        for row in by_key[UUID(str(key))]:
            if row.pk != pk:
                row.translations.append((language, address))


def _as_kept(uid: UUID) -> str:
    return str(uid) if connection.features.has_native_uuid_field else uid.hex


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)  # SQLite keeps moments in UTC and doesn't say so
