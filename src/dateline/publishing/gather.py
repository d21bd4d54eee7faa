"""Takes from the record what public pages show. The only place of the public site that asks the database.

Public words come from versions alone, never from a page's row or revision: what no verb has passed is not even read.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Substr

from dateline.publishing import faces
from dateline.publishing.addresses import CALENDAR, coverage_path, list_path, month_path, press_path, topic_path
from dateline.publishing.models import Turn, What
from dateline.publishing.said import event_face, said, version_path
from dateline.releases.languages import LANGUAGE_NAMES
from dateline.releases.models import Address, Addressee, Contact, Coverage, Newsroom, Release, Signatory, Topic, Version
from dateline.releases.models.address import Stop
from dateline.releases.status import CHANGES_WHAT_WAS_SAID, Act, Status

FRONT_LENGTH = 20
COVERAGE_LENGTH = 50
COVERAGE_ORDER = ("-published_on", "outlet", "headline", "url")


class Record:
    """The record as one settling sees it; newsrooms are read once."""

    @cached_property
    def newsrooms(self) -> list[Newsroom]:
        """All newsrooms, the default language first."""
        found = Newsroom.objects.select_related("locale", "organization").prefetch_related("newsroom_contacts__contact")
        # In the tree's own order, or "live" in SQL, SQLite looks through the pages of all releases: 15 ms at 100,000.
        found = found.order_by()
        return sorted((room for room in found if room.live), key=lambda room: (not room.is_default, room.public_path))

    @cached_property
    def rooms(self) -> dict[str, faces.NewsroomFace]:
        """The frame of each newsroom, by its path."""
        return {room.public_path: self._room_face(room) for room in self.newsrooms}

    def newsroom(self, path: str) -> Newsroom:
        """Give the newsroom that begins at this path. Raises KeyError."""
        return self._by_path[path]

    def room_of(self, release: Release) -> faces.NewsroomFace:
        """Give the frame in which a release stands."""
        return self.rooms[release.room]

    def releases(self, uids: Iterable[str]) -> list[Release]:
        """Read releases that have been public, with all that their pages need."""
        found = Release.objects.filter(uid__in=list(uids)).exclude(status=Status.DRAFT)
        return list(
            found.select_related("current", "locale").prefetch_related(
                "topics",
                "addressees",
                "release_contacts__contact",
                "versions",
                "addresses",
                "turns",
                "redactions",
                "coverage",
            )
        )

    def listed(self, room: str, **narrower: Any) -> QuerySet[Release]:
        """Give a newsroom's public releases, newest first; withdrawn ones are in no list."""
        # A public release's row says what its current version says, so the row's indexed day may sort.
        found = Release.objects.filter(room=room, status=Status.PUBLIC, **narrower)
        return found.order_by("-dated_on", "-public_at", "address")

    def month(self, room: str, first: date) -> list[faces.Entry]:
        """List one month."""
        return self.entries(room, self.listed(room, dated_on__range=_month_range(first)))

    def counts(self, room: str) -> list[faces.MonthCount]:
        """Count each month's public releases."""
        # The day as text, cut to its month, means the same on every database; truncating a date calls Python on SQLite.
        month = Substr(Cast("dated_on", CharField()), 1, 7)
        counted = self.listed(room).order_by().annotate(month=month).values_list("month").annotate(Count("pk"))
        return [
            faces.MonthCount(first.year, first.month, count, month_path(room, first))
            for first, count in sorted((date.fromisoformat(f"{month}-01"), count) for month, count in counted)
        ]

    def details(self, room: str, stop: str) -> list[str]:
        """Give what the ledger knows of a kind of page: months ("2014-10"), years, topics' slugs; sorted."""
        return sorted(Address.objects.filter(newsroom=self.newsroom(room), stop=stop).values_list("detail", flat=True))

    def topics(self, room: str) -> tuple[faces.TopicLink, ...]:
        """Give the topics of a newsroom under which something public stands."""
        language = self.newsroom(room).language
        public = self.listed(room, topics=OuterRef("pk")).order_by()
        found = Topic.objects.filter(Exists(public), language=language)
        return tuple(
            faces.TopicLink(name=topic.name, path=topic_path(room, topic.slug))
            for topic in sorted(found, key=lambda topic: (topic.name.casefold(), topic.slug))
        )

    def topics_known(self, room: str) -> list[Topic]:
        """Give the topics of a newsroom that have a page, by name."""
        slugs = [detail for detail in self.details(room, Stop.TOPIC) if "/" not in detail]
        found = Topic.objects.filter(language=self.newsroom(room).language, slug__in=slugs)
        return sorted(found, key=lambda topic: (topic.name.casefold(), topic.slug))

    def topic(self, room: str, slug: str) -> Topic | None:
        """Give a topic of a newsroom's language."""
        return Topic.objects.filter(language=self.newsroom(room).language, slug=slug).first()

    def addressees(self, room: str) -> list[faces.AddresseeFace]:
        """Give those to whom something public of a newsroom speaks."""
        pages = self.listed(room).order_by().values("pk")
        return [_addressee(room, each) for each in Addressee.objects.filter(releases__in=pages).distinct()]

    def addressee(self, room: str, slug: str) -> faces.Narrowed:
        """Give an addressee as its own list is headed."""
        known = Addressee.objects.filter(slug=slug).first()
        path = list_path(room, "addressee", slug)
        return faces.Narrowed("addressee", known.name if known else slug, path, role=known.role if known else "")

    def organizations(self, room: str) -> list[faces.Narrowed]:
        """Give the organizations in whose name something public of a newsroom stands, as they were printed last."""
        rows = Signatory.objects.filter(version__in=self.listed(room).order_by().values("current"))
        rows = rows.order_by("-version__dated_on", "-version__made_at", "name").values_list("slug", "name")
        newest = dict(reversed(list(rows)))
        return [
            faces.Narrowed("organization", name, list_path(room, "organization", slug)) for slug, name in newest.items()
        ]

    def organization(self, room: str, slug: str, listed: QuerySet[Release]) -> faces.Narrowed:
        """Give an organization as a list of its releases is headed: as the newest of these printed it.

        Where none stands there now its name isn't given: it stood under words that no longer do.
        """
        newest = listed.values_list("current", flat=True)[:1]
        printed = Signatory.objects.filter(slug=slug, version__in=list(newest)).first()
        path = list_path(room, "organization", slug)
        if printed is None:
            return faces.Narrowed("organization", "", path)
        return faces.Narrowed("organization", printed.name, path, url=printed.url)

    def entries(self, room: str, listed: QuerySet[Release]) -> list[faces.Entry]:
        """Give releases as a list shows them, without reading a body."""
        language = self.newsroom(room).language
        rows = listed.values_list(
            "address",
            "uid",
            "current__kind",
            "current__headline",
            "current__lede",
            "dated_on",
            "current__is_teaser",
            "changed_at",
        )
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
            for path, uid, kind, headline, lede, dated_on, is_teaser, changed_at in rows
        ]

    def faces_of(self, releases: Sequence[Release]) -> list[faces.ReleaseFace]:
        """Give releases, as `releases` has read them, as their own pages show them."""
        translations = self._translations(releases)
        return [self._face(release, translations.get(release.pk, ())) for release in releases]

    def version_face(self, face: faces.ReleaseFace, version: Version) -> faces.ReleaseFace:
        """Give what a release said in an earlier version, within the frame of what it is now."""
        return replace(
            face,
            **said(version),
            path=version_path(face.path, version.number),
            changes=(),
            is_over=False,
            calendar_path="",
            coverage=(),
            superseded_by=face.path,
            number=version.number,
            said_at=version.made_at.astimezone(face.public_at.tzinfo),
        )

    def contact_faces(self, contacts: Iterable[Contact]) -> tuple[faces.ContactFace, ...]:
        """Show the contacts who have not left and whose last day has not passed."""
        return tuple(
            faces.ContactFace(c.name, c.role, c.phone, c.email, c.languages, c.hours)
            for c in contacts
            if not c.has_left and c.pk not in self._ended_contacts
        )

    @cached_property
    def _ended_contacts(self) -> frozenset[int]:
        ended = Turn.objects.filter(what=What.CONTACT_ENDS, has_come=True)
        return frozenset(ended.values_list("contact_id", flat=True))

    def coverage(self, room: str, year: int | None = None) -> list[faces.CoverageFace]:
        """List what others published: the newest, or one year's. Nothing about what isn't public, or is withdrawn."""
        found = Coverage.objects.filter(newsroom=self.newsroom(room)).select_related("release__current")
        found = found.filter(Q(release=None) | Q(release__status=Status.PUBLIC))
        found = found.order_by(*COVERAGE_ORDER)
        found = found[:COVERAGE_LENGTH] if year is None else found.filter(published_on__year=year)
        return [_report(report, is_at_home=False) for report in found]

    @cached_property
    def _by_path(self) -> dict[str, Newsroom]:
        return {room.public_path: room for room in self.newsrooms}

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
                _language_link(other.language, other.public_path, is_same_text=False)
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

    def _face(self, release: Release, translations: Sequence[Release]) -> faces.ReleaseFace:
        room = self.room_of(release)
        zone = ZoneInfo(room.zone)
        own = self.contact_faces(row.contact for row in release.release_contacts.all())
        assert release.current is not None and release.public_at is not None
        return faces.ReleaseFace(
            **said(release.current),
            path=release.address,
            uid=release.uid.urn,
            feed_id=release.feed_id or release.uid.urn,
            is_over=any(turn.what == What.EVENT_ENDS and turn.has_come for turn in release.turns.all()),
            calendar_path=f"{release.address}{CALENDAR}" if "event" in release.current.words else "",
            topics=tuple(
                faces.TopicLink(name=topic.name, path=topic_path(room.path, topic.slug))
                for topic in sorted(release.topics.all(), key=lambda topic: (topic.name.casefold(), topic.slug))
                if topic.language == room.language
            ),
            contacts=own or room.contacts,
            translations=tuple(
                _language_link(other.locale.language_code, other.address, is_same_text=True)
                for other in sorted(translations, key=lambda other: other.locale.language_code)
            ),
            changes=tuple(
                faces.ChangeFace(
                    act=version.act,
                    changed_at=version.made_at.astimezone(zone),
                    note=version.note,
                    before_path=""
                    if version.act == Act.WITHDRAWN
                    else version_path(release.address, version.number - 1),
                )
                for version in sorted(release.versions.all(), key=lambda version: -version.number)
                if version.act in CHANGES_WHAT_WAS_SAID
            ),
            public_at=release.public_at.astimezone(zone),
            changed_at=release.changed_at.astimezone(zone) if release.changed_at else None,
            superseded_by="",
            addressees=tuple(
                _addressee(room.path, each)
                for each in sorted(release.addressees.all(), key=lambda each: (each.name.casefold(), each.slug))
            ),
            number=release.current.number,
            said_at=release.current.made_at.astimezone(zone),
            coverage=tuple(
                _report(report, is_at_home=True)
                for report in sorted(release.coverage.all(), key=_newest_report_first)[:COVERAGE_LENGTH]
            ),
            removals=tuple(
                dict.fromkeys(
                    faces.RemovalFace(redaction.removed, redaction.removed_at.astimezone(zone).date())
                    for redaction in release.redactions.all()
                )
            ),
        )

    def _translations(self, releases: Sequence[Release]) -> dict[int, list[Release]]:
        keys = {release.translation_key: release.pk for release in releases}
        others = Release.objects.filter(translation_key__in=keys, status=Status.PUBLIC)
        by_key: dict[uuid.UUID, list[Release]] = {}
        for other in others.select_related("locale").only("translation_key", "address", "locale"):
            by_key.setdefault(other.translation_key, []).append(other)
        return {
            release.pk: [o for o in by_key.get(release.translation_key, ()) if o.pk != release.pk]
            for release in releases
        }


def calendar_face(release: Release, face: faces.ReleaseFace) -> faces.CalendarFace | None:
    """Give the last event to which a release has invited; cancelled where it no longer does. None where it never did.

    The file of an event that was corrected away must answer for good, and calendars that took it must hear.
    """
    versions = sorted(release.versions.all(), key=lambda version: version.number)
    inviting = next((version for version in reversed(versions) if "event" in version.words), None)
    if inviting is None:
        return None
    now = versions[-1]
    return faces.CalendarFace(
        uid=str(release.uid),
        headline=inviting.headline,
        language=inviting.words["language"],
        event=event_face(inviting.words["event"], inviting.words["printed"]["zone"]),
        page_path=face.path,
        sequence=now.number - 1,
        stamped_at=now.made_at,
        is_cancelled=inviting is not now,
    )


def _report(report: Coverage, *, is_at_home: bool) -> faces.CoverageFace:
    about = None if is_at_home else report.release
    return faces.CoverageFace(
        outlet=report.outlet,
        headline=report.headline,
        published_on=report.published_on,
        language=report.language,
        url=report.url,
        about=about.address if about else "",
        about_headline=about.current.headline if about and about.current else "",
    )


def _newest_report_first(report: Coverage) -> tuple[int, str, str, str]:
    return (-report.published_on.toordinal(), report.outlet, report.headline, report.url)


def _addressee(room: str, addressee: Addressee) -> faces.AddresseeFace:
    return faces.AddresseeFace(addressee.name, addressee.role, list_path(room, "addressee", addressee.slug))


def _language_link(language: str, path: str, *, is_same_text: bool) -> faces.LanguageLink:
    return faces.LanguageLink(language, LANGUAGE_NAMES.get(language, language), path, is_same_text)


def _month_range(first: date) -> tuple[date, date]:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, date.fromordinal(following.toordinal() - 1)
