"""Takes from the record what lists show: releases in their places, counts, and who or what a list is of."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from dateline.publishing import faces
from dateline.publishing.addresses import list_path, month_path, topic_path
from dateline.publishing.gather.record import Record
from dateline.publishing.models import Listing, Tally
from dateline.releases.models import Addressee, Signatory, Topic
from dateline.releases.models.address import Stop

NEWEST_FIRST = ("-dated_on", "-public_at", "address")
ENTRY = (
    "address",
    "release__uid",
    "release__current__kind",
    "release__current__headline",
    "release__current__lede",
    "dated_on",
    "release__locale__language_code",
    "release__current__is_teaser",
    "release__changed_at",
)


def listed(room: str, kind: str = "", slug: str = "", **narrower: Any) -> QuerySet[Listing]:
    """Give the places of a list, newest first; withdrawn releases are in none. The whole newsroom's without a kind."""
    found = Listing.objects.filter(room=room, kind=kind, slug=slug, is_withdrawn=False, **narrower)
    return found.order_by(*NEWEST_FIRST)


def in_year(places: QuerySet[Listing], year: int) -> QuerySet[Listing]:
    """Narrow a list to one year."""
    return places.filter(dated_on__range=(date(year, 1, 1), date(year, 12, 31)))


def in_month(places: QuerySet[Listing], first: date) -> QuerySet[Listing]:
    """Narrow a list to the month that begins with this day."""
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return places.filter(dated_on__range=(first, date.fromordinal(following.toordinal() - 1)))


def entries(places: QuerySet[Listing]) -> list[faces.Entry]:
    """Give releases as a list shows them, without reading a body."""
    return [
        faces.Entry(
            path=path,
            uid=uid.urn,
            kind=kind,
            headline=headline,
            lede=lede,
            dated_on=dated_on,
            language=language,
            is_teaser=is_teaser,
            is_corrected=changed_at is not None,
        )
        for path, uid, kind, headline, lede, dated_on, language, is_teaser, changed_at in places.values_list(*ENTRY)
    ]


def counts(room: str) -> list[faces.MonthCount]:
    """Give how many releases each month has."""
    counted = Tally.objects.filter(room=room, count__gt=0).order_by("month").values_list("month", "count")
    months = ((date.fromisoformat(f"{month}-01"), count) for month, count in counted)
    return [faces.MonthCount(first.year, first.month, count, month_path(room, first)) for first, count in months]


def topics(record: Record, room: str) -> tuple[faces.TopicLink, ...]:
    """Give the topics of a newsroom under which something public stands, by name."""
    stands = listed(room, "topic", OuterRef("slug")).order_by()  # type: ignore[arg-type]
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
    known = Topic.objects.filter(language=record.newsroom(room).language, slug=slug).first()
    return faces.TopicLink(name=known.name if known else slug, path=topic_path(room, slug))


def addressees(record: Record, room: str) -> list[faces.AddresseeFace]:
    """Give those to whom something public of a newsroom speaks."""
    slugs = [detail for detail in record.details(room, Stop.ADDRESSEE) if "/" not in detail]
    stands = listed(room, "addressee", OuterRef("slug")).order_by()  # type: ignore[arg-type]
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
    places = listed(room, "organization", slug)
    newest = (places if year is None else in_year(places, year)).annotate(version=F("release__current"))
    printed = Signatory.objects.filter(slug=slug, version=Subquery(newest.values("version")[:1])).first()
    path = list_path(room, "organization", slug)
    if printed is None:
        return faces.Narrowed("organization", "", path)
    return faces.Narrowed("organization", printed.name, path, url=printed.url)
