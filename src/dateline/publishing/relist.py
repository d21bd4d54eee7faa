"""Which lists of which newsrooms show a release: rows, brought in step whenever what decides it has changed.

A newsroom lists what was said in its language, and what was said in others only: each release once, in the reader's
language where that exists.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from dateline.publishing.addresses import Place
from dateline.publishing.kinds import kind_slug
from dateline.publishing.models import Listing, Tally
from dateline.releases.models import Release, Signatory, newsrooms
from dateline.releases.status import Status

Row = tuple[str, str, str, date, datetime, str]  # of Listing, without its release
WITHDRAWN = "withdrawn topic"  # the kind of a withdrawn release's rows: in no list, but in the feeds of its topics
BATCH = 400


@dataclass(frozen=True)
class Places:
    """A release's places before and after."""

    before: frozenset[Place] = frozenset()
    after: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class _Member:
    """One language of a release that is or was public."""

    pk: int
    room: str
    language: str
    kind: str
    status: str
    dated_on: date
    public_at: datetime
    address: str
    current: int
    topics: list[str] = field(default_factory=list)  # slugs, of its own language
    addressees: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)


def relist(keys: Iterable[UUID]) -> dict[int, Places]:
    """Bring the places of these releases, by their translation keys, in step; give them by the releases' keys.

    To be called in the transaction that changes the record.
    """
    keys = list(keys)
    rooms = {room.public_path: room.language for room in newsrooms()}
    groups = _groups(keys)
    stood: dict[int, dict[Row, int]] = {}
    found = Listing.objects.filter(release__translation_key__in=keys)
    for pk, release, *row in found.values_list(
        "pk", "release_id", "room", "kind", "slug", "dated_on", "public_at", "address"
    ):
        stood.setdefault(release, {})[tuple(row)] = pk
    wanted = {member.pk: set(_rows(member, members, rooms)) for members in groups.values() for member in members}
    gone, new, counts = [], [], Counter[tuple[str, str]]()
    for release in wanted.keys() | stood.keys():
        before, after = stood.get(release, {}), wanted.get(release, set())
        gone += [pk for row, pk in before.items() if row not in after]
        new += [_listing(release, row) for row in sorted(after - before.keys())]
        counts.update(_counted(after))
        counts.subtract(_counted(before))
    for start in range(0, len(gone), BATCH):
        Listing.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    Listing.objects.bulk_create(new, batch_size=BATCH)
    _count(counts)
    return {
        release: Places(_places(stood.get(release, ())), _places(wanted.get(release, ())))
        for release in wanted.keys() | stood.keys()
    }


def _groups(keys: Sequence[UUID]) -> Mapping[UUID, list[_Member]]:
    found = Release.objects.filter(translation_key__in=keys).exclude(status=Status.DRAFT)
    groups: dict[UUID, list[_Member]] = {}
    members = dict[int, _Member]()
    for key, *row in found.values_list(
        "translation_key", "pk", "room", "locale__language_code", "kind", "status", "dated_on", "public_at", "address",
        "current_id",
    ):  # fmt: skip
        member = members[row[0]] = _Member(*row)
        groups.setdefault(key, []).append(member)
    of_topics = Release.topics.through.objects.filter(release_id__in=members)
    for release, slug, language in of_topics.values_list("release_id", "topic__slug", "topic__language"):
        if language == members[release].language:
            members[release].topics.append(slug)
    of_addressees = Release.addressees.through.objects.filter(release_id__in=members)
    for release, slug in of_addressees.values_list("release_id", "addressee__slug"):
        members[release].addressees.append(slug)
    by_version = {member.current: member for member in members.values()}
    for version, slug in Signatory.objects.filter(version_id__in=by_version).values_list("version_id", "slug"):
        by_version[version].organizations.append(slug)
    return groups


def _rows(member: _Member, members: Sequence[_Member], rooms: Mapping[str, str]) -> Iterator[Row]:
    is_withdrawn = member.status == Status.WITHDRAWN
    order = (member.dated_on, member.public_at, member.address)
    for slug in member.topics:
        yield (member.room, WITHDRAWN if is_withdrawn else "topic", slug, *order)
    if is_withdrawn:
        return
    for room, language in rooms.items():
        if room != member.room and not _speaks_for_all(member, members, room, rooms):
            continue
        yield (room, "", "", *order)
        yield (room, "kind", kind_slug(member.kind, language), *order)
        for slug in member.addressees:
            yield (room, "addressee", slug, *order)
        for slug in member.organizations:
            yield (room, "organization", slug, *order)


def _speaks_for_all(member: _Member, members: Sequence[_Member], room: str, rooms: Mapping[str, str]) -> bool:
    """Say whether a newsroom without this release in its own language lists it in this one: the first newsroom's."""
    public = {each.room for each in members if each.status == Status.PUBLIC}
    return room not in public and next((each for each in rooms if each in public), None) == member.room


def _listing(release: int, row: Row) -> Listing:
    room, kind, slug, dated_on, public_at, address = row
    return Listing(
        release_id=release, room=room, kind=kind, slug=slug, dated_on=dated_on,
        public_at=public_at, address=address,
    )  # fmt: skip


def _counted(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    return ((room, f"{dated_on:%Y-%m}") for room, kind, _, dated_on, *_ in rows if not kind)


def _places(rows: Iterable[Row]) -> frozenset[Place]:
    return frozenset(Place(room, kind, slug, day) for room, kind, slug, day, *_ in rows if kind != WITHDRAWN)


def _count(counts: Mapping[tuple[str, str], int]) -> None:
    table = Tally._meta.db_table
    rows = sorted((room, month, count) for (room, month), count in counts.items() if count)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (room, month, count) VALUES (%s, %s, %s) "  # noqa: S608
            f"ON CONFLICT (room, month) DO UPDATE SET count = {table}.count + excluded.count",
            rows,
        )
