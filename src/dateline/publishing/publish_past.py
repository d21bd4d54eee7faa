"""Publish the past: many drafts from an archive that was public, each under its own date, in a few large writes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import connection, transaction
from django.db.models import prefetch_related_objects
from wagtail.models import Page

from dateline.publishing.addresses import Output, touched_by
from dateline.publishing.fit import unfit
from dateline.publishing.maps import maps_touched_by
from dateline.publishing.owe import owe
from dateline.publishing.relist import Places, relist
from dateline.publishing.say import Telling, address_for, addresses_of, signatories_of, version_of
from dateline.publishing.sitemaps import sitemaps_of
from dateline.publishing.standing import enter_lists, moved_in, standing_of
from dateline.publishing.turns import expect_event_to_end
from dateline.releases.models import Release, Signatory, Version, newsrooms
from dateline.releases.refused import Refused
from dateline.releases.status import Act, Status


@transaction.atomic
def publish_past(releases: Sequence[Release], *, at: datetime) -> None:
    """Make drafts public as what was public before; owed outputs are settled by the caller, once, at the end.

    Raises Refused, with nothing changed, where one of them has been public, is unfit, or hands out an unsafe file.
    Who may be at risk is not asked again: the intake has asked it of every record behind these words, and leaves out what
    is doubtful (`intake.ready`).
    """
    releases = list(releases)
    prefetch_related_objects(
        releases, "locale", "topics", "addressees", "release_attachments__attachment", "release_partners", "coverage"
    )
    rooms = {room.path: room for room in newsrooms()}
    telling, taken = Telling(at=at, is_past=True), set[str]()
    versions, addresses = [], []
    for release in releases:
        newsroom = rooms[release.path[: -Release.steplen]]
        words = release.words
        reasons = unfit(words, at.astimezone(newsroom.zone).date())
        if release.has_been_public:
            reasons.append("It has been public already.")
        if reasons:
            raise Refused(release, reasons)
        release.room, release.public_at = newsroom.public_path, at
        release.address = address_for(release, words, taken)
        taken.add(release.address)
        version = version_of(release, Act.PUBLISHED, telling, words, newsroom)
        versions.append(version)
        release.current = version
        addresses += addresses_of(release, version, newsroom)
    # Rows are written in bulk, past Release.save: this verb has just passed every one of these words.
    Version.objects.bulk_create(versions, batch_size=400)
    Signatory.objects.bulk_create([row for version in versions for row in signatories_of(version)], batch_size=400)
    for release, version in zip(releases, versions, strict=True):
        release.current, release.status, release.live = version, Status.PUBLIC, True  # the version has its key now
        release.first_published_at = release.last_published_at = at
        release.has_unpublished_changes = False
    _make_public(releases, at)
    for release, version in zip(releases, versions, strict=True):
        if "event" in version.words:  # few invited; the past is no news
            expect_event_to_end(release, version, at)
    places = relist({release.translation_key for release in releases})
    touched: set[Output] = enter_lists(places, addresses)
    standings = [
        replace(standing_of(release, translations), places=places.pop(release.pk, Places()).after)
        for release, translations in zip(releases, _translations(releases), strict=True)
    ]
    moved = moved_in(places)  # by those in other languages that were public before
    for standing in standings:
        touched |= touched_by(None, standing, moved)
    touched |= sitemaps_of({uid for standing in standings for uid in (standing.uid, *standing.translations)})
    owe(touched | maps_touched_by(releases))


def _make_public(releases: Sequence[Release], at: datetime) -> None:
    Page.objects.filter(pk__in=[release.pk for release in releases]).update(
        live=True, first_published_at=at, last_published_at=at, has_unpublished_changes=False
    )
    # One prepared statement for all: a bulk_update of five columns spends most of an import on building its CASEs.
    table, columns = Release._meta.db_table, ("room", "public_at", "address", "current_id", "status")
    moment = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET {', '.join(f'{column} = %s' for column in columns)} WHERE page_ptr_id = %s",  # noqa: S608
            [(r.room, moment, r.address, r.current_id, r.status, r.pk) for r in releases],
        )


def _translations(releases: Sequence[Release]) -> Iterator[frozenset[str]]:
    by_key: dict[object, set[str]] = {}
    keys = [release.translation_key for release in releases]
    found = Release.objects.filter(translation_key__in=keys).exclude(current=None)
    for key, uid in found.values_list("translation_key", "uid"):
        by_key.setdefault(key, set()).add(str(uid))
    for release in releases:
        yield frozenset(by_key.get(release.translation_key, set()) - {str(release.uid)})
