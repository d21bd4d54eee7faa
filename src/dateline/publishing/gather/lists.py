"""Takes from the record what lists show: releases in their places, counts, and who or what a list is of."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from dateline.publishing import faces
from dateline.publishing.addresses import list_path, month_path, topic_path
from dateline.publishing.gather.record import Record
from dateline.publishing.models import Listing, Tally
from dateline.releases.models import Addressee, Signatory, Topic
from dateline.releases.models.address import Stop

NEWEST_FIRST = ("-dated_on", "-public_at", "address")
FIRST_DAY, LAST_DAY = date.min, date.max
# As SQL, since a site asks it a thousand times and more: to build it from models takes ten times as long as to ask it.
_ENTRIES = """
SELECT l.address, r.uid, v.kind, v.headline, v.lede, l.dated_on, w.language_code, v.is_teaser, r.changed_at
FROM publishing_listing l
JOIN releases_release r ON r.page_ptr_id = l.release_id
JOIN releases_version v ON v.id = r.current_id
JOIN wagtailcore_page p ON p.id = l.release_id
JOIN wagtailcore_locale w ON w.id = p.locale_id
WHERE l.room = %s AND l.kind = %s AND l.slug = %s AND l.dated_on BETWEEN %s AND %s
ORDER BY l.dated_on DESC, l.public_at DESC, l.address LIMIT %s"""


@dataclass(frozen=True, slots=True)
class List:
    """A list of releases: a newsroom's of everything, or narrowed to something, or to some days."""

    room: str
    kind: str = ""  # as in publishing.addresses.Place
    slug: str = ""
    first: date = FIRST_DAY
    last: date = LAST_DAY

    def in_year(self, year: int) -> "List":
        """Narrow it to one year."""
        return replace(self, first=date(year, 1, 1), last=date(year, 12, 31))

    def in_month(self, first: date) -> "List":
        """Narrow it to the month that begins with this day."""
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return replace(self, first=first, last=date.fromordinal(following.toordinal() - 1))

    @property
    def places(self) -> QuerySet[Listing]:
        """The places in it, newest first."""
        found = Listing.objects.filter(room=self.room, kind=self.kind, slug=self.slug)
        return found.filter(dated_on__range=(self.first, self.last)).order_by(*NEWEST_FIRST)


def entries(of: List, limit: int = 1_000_000) -> list[faces.Entry]:
    """Give the newest releases of a list as it shows them, without reading a body."""
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES, [of.room, of.kind, of.slug, of.first, of.last, limit])
        return [
            faces.Entry(
                path=path,
                uid=f"urn:uuid:{UUID(str(uid))}",
                kind=kind,
                headline=headline,
                lede=lede,
                dated_on=dated_on,
                language=language,
                is_teaser=bool(is_teaser),
                is_corrected=changed_at is not None,
            )
            for path, uid, kind, headline, lede, dated_on, language, is_teaser, changed_at in cursor
        ]


def counts(room: str) -> list[faces.MonthCount]:
    """Give how many releases each month has."""
    counted = Tally.objects.filter(room=room, count__gt=0).order_by("month").values_list("month", "count")
    months = ((date.fromisoformat(f"{month}-01"), count) for month, count in counted)
    return [faces.MonthCount(first.year, first.month, count, month_path(room, first)) for first, count in months]


def topics(record: Record, room: str) -> tuple[faces.TopicLink, ...]:
    """Give the topics of a newsroom under which something public stands, by name."""
    stands = Listing.objects.filter(room=room, kind="topic", slug=OuterRef("slug"))
    found = topics_known(record, room).filter(Exists(stands))
    return tuple(
        faces.TopicLink(name=topic.name, path=topic_path(room, topic.slug)) for topic in sorted(found, key=topic_order)
    )


def topics_known(record: Record, room: str) -> QuerySet[Topic]:
    """Give the topics of a newsroom that have a page."""
    slugs = [detail for detail in record.details(room, Stop.TOPIC) if "/" not in detail]
    return Topic.objects.filter(language=record.newsroom(room).language, slug__in=slugs)


def topic_order(topic: Topic) -> tuple[str, str]:
    """Give what topics are sorted by."""
    return topic.name.casefold(), topic.slug


def topic(record: Record, room: str, slug: str) -> faces.TopicLink:
    """Give a topic of a newsroom's language, by its slug where its record is gone."""
    names = record.topic_names(record.newsroom(room).language)
    return faces.TopicLink(name=names.get(slug, slug), path=topic_path(room, slug))


def addressees(record: Record, room: str) -> list[faces.AddresseeFace]:
    """Give those to whom something public of a newsroom speaks."""
    slugs = [detail for detail in record.details(room, Stop.ADDRESSEE) if "/" not in detail]
    stands = Listing.objects.filter(room=room, kind="addressee", slug=OuterRef("slug"))
    found = Addressee.objects.filter(slug__in=slugs).filter(Exists(stands))
    return [addressee_face(room, each.name, each.role, each.slug) for each in found]


def addressee_face(room: str, name: str, role: str, slug: str) -> faces.AddresseeFace:
    """Show to whom something is said, with the page of it."""
    return faces.AddresseeFace(name, role, list_path(room, "addressee", slug))


def addressee(room: str, slug: str) -> faces.Narrowed:
    """Give an addressee as its own list is headed."""
    known = Addressee.objects.filter(slug=slug).first()
    path = list_path(room, "addressee", slug)
    return faces.Narrowed("addressee", known.name if known else slug, path, role=known.role if known else "")


def organizations(record: Record, room: str) -> list[faces.Narrowed]:
    """Give the organizations in whose name something public of a newsroom stands, as they were printed last."""
    slugs = [detail for detail in record.details(room, Stop.ORGANIZATION) if "/" not in detail]
    return [named for slug in slugs if (named := organization(room, slug)).name]


def organization(room: str, slug: str, year: int | None = None) -> faces.Narrowed:
    """Give an organization as a list of its releases (in a year) is headed: as the newest of these printed it.

    Where none stands there now its name isn't given: it stood under words that no longer do.
    """
    whole = List(room, "organization", slug)
    places = (whole if year is None else whole.in_year(year)).places
    printed = Signatory.objects.filter(slug=slug, version=places.values("release__current")[:1]).first()
    path = list_path(room, "organization", slug)
    if printed is None:
        return faces.Narrowed("organization", "", path)
    return faces.Narrowed("organization", printed.name, path, url=printed.url)
