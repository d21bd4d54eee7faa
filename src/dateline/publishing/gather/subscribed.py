"""Takes from the record what feeds and sitemaps list: releases under their own days, addresses from the ledger."""

from datetime import UTC, date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import F

from dateline.publishing import faces
from dateline.publishing.addresses import month_path, topic_path
from dateline.publishing.gather.record import Record
from dateline.publishing.kinds import kind_of
from dateline.publishing.models import What
from dateline.publishing.news import NEWS_LENGTH
from dateline.publishing.relist import WITHDRAWN
from dateline.releases.models import Address, Release
from dateline.releases.models.address import Stop
from dateline.releases.status import Status

FEED_LENGTH = 20  # as the front page: more than readers' programs miss between two visits


# Asked for one status at a time, each is the first rows of an index, however long the archive is. As SQL, for the reason
# that gather.rows gives.
_IN_ROOM = """
SELECT dated_on, public_at, address, uid FROM releases_release
WHERE room = %s AND status = %s ORDER BY dated_on DESC, public_at DESC, address LIMIT %s"""
_OF_KIND = """
SELECT dated_on, public_at, address, uid FROM releases_release
WHERE room = %s AND kind = %s AND status = %s ORDER BY dated_on DESC, public_at DESC, address LIMIT %s"""
_OF_TOPIC = """
SELECT l.dated_on, l.public_at, l.address, r.uid
FROM publishing_listing l JOIN releases_release r ON r.page_ptr_id = l.release_id
WHERE l.room = %s AND l.slug = %s AND l.kind = %s ORDER BY l.dated_on DESC, l.public_at DESC, l.address LIMIT %s"""


def fed(record: Record, room: str, narrower: str) -> list[str]:
    """Give the uids of what a feed lists, newest day first; `narrower` is "", "topics/<slug>" or "kinds/<slug>".

    Withdrawn releases stay in their place, for the copies that readers keep: an entry that only goes is never read.
    What is said in other languages only is in the feeds of those.
    """
    what, _, slug = narrower.partition("/")
    public, withdrawn = Status.PUBLIC.value, Status.WITHDRAWN.value
    match what:
        case "topics":
            sql, asked = _OF_TOPIC, [[room, slug, kind] for kind in ("topic", WITHDRAWN)]
        case "kinds":
            kind = kind_of(slug, record.newsroom(room).language)
            sql, asked = _OF_KIND, [[room, kind, status] for status in (public, withdrawn)]
        case _:
            sql, asked = _IN_ROOM, [[room, status] for status in (public, withdrawn)]
    rows = []
    with connection.cursor() as cursor:
        for narrowing in asked:
            cursor.execute(sql, [*narrowing, FEED_LENGTH])
            rows += cursor.fetchall()
    rows.sort(key=lambda row: row[2])
    rows.sort(key=lambda row: row[:2], reverse=True)
    return [str(UUID(str(row[3]))) for row in rows[:FEED_LENGTH]]


def sitemap_names() -> list[tuple[str, str]]:
    """Give every newsroom's sitemaps, (room, "2014-10"), sorted."""
    found = Address.objects.filter(stop=Stop.RELEASE).values_list(
        "newsroom__is_default", "newsroom__locale__language_code", "detail"
    )
    return sorted(("/" if is_default else f"/{language}/", detail) for is_default, language, detail in found.distinct())


def sitemap_entries(record: Record, room: str, name: str) -> list[faces.SitemapEntry]:
    """Give a month's page, so that no sitemap is ever empty, and the month's public releases, sorted by address."""
    named = Address.objects.filter(newsroom=record.newsroom(room), stop=Stop.RELEASE, detail=name)
    placed = named.filter(release__address=F("path"), release__status=Status.PUBLIC)
    rows = placed.values_list("path", "release__translation_key", "release__current__made_at")
    by_key: dict[object, list[faces.Alternate]] = {}
    if len(record.rooms) > 1:
        keys = placed.values("release__translation_key")
        others = Release.objects.filter(translation_key__in=keys, status=Status.PUBLIC)
        for key, language, path in others.values_list("translation_key", "locale__language_code", "address"):
            by_key.setdefault(key, []).append(faces.Alternate(language, path))
    month = faces.SitemapEntry(month_path(room, date.fromisoformat(f"{name[:7]}-01")), None)
    return [
        month,
        *(
            faces.SitemapEntry(path, made_at.astimezone(UTC), _alternates(by_key.get(key, [])))
            for path, key, made_at in sorted(rows)
        ),
    ]


def page_entries(record: Record) -> list[faces.SitemapEntry]:
    """Give the pages that lead to releases: fronts, archives, topics. What they list changes; they don't say when."""
    fronts = _alternates([faces.Alternate(room.language, path) for path, room in record.rooms.items()])
    entries = []
    for path, room in record.rooms.items():
        entries.append(faces.SitemapEntry(path, None, fronts))
        topics = [slug for slug in record.details(path, Stop.TOPIC) if "/" not in slug]
        for page in (room.archive_path, room.topics_path, *(topic_path(path, slug) for slug in topics)):
            entries.append(faces.SitemapEntry(page, None))
    return entries


def news_entries(record: Record) -> list[faces.NewsEntry]:
    """Give the releases that are news: those whose turn to leave has not come, newest day first."""
    found = Release.objects.filter(status=Status.PUBLIC, turns__what=What.NEWS_ENDS, turns__has_come=False)
    rows = found.order_by("-dated_on", "-public_at", "address").values_list(
        "room", "address", "current__headline", "public_at"
    )
    return [
        faces.NewsEntry(
            path=path,
            publication=record.rooms[room].name,
            language=record.rooms[room].language,
            headline=headline,
            public_at=public_at.astimezone(ZoneInfo(record.rooms[room].zone)),
        )
        for room, path, headline, public_at in rows[:NEWS_LENGTH]
    ]


def _alternates(found: list[faces.Alternate]) -> tuple[faces.Alternate, ...]:
    return tuple(sorted(found, key=lambda each: (each.language, each.path))) if len(found) > 1 else ()
