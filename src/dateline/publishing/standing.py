"""What surrounds a release that is or was public, from the record; and which outputs a change of it touches."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import transaction

from dateline.publishing.addresses import Output, Place, Standing, list_path, month_path, touched_by, year_path
from dateline.publishing.kinds import kind_slug
from dateline.publishing.ledger import enter
from dateline.publishing.owe import owe
from dateline.publishing.relist import BATCH, Places, relist
from dateline.publishing.sitemaps import sitemaps_of
from dateline.releases.models import Address, Newsroom, Release, newsrooms
from dateline.releases.models.address import Stop
from dateline.releases.status import Status


def bring_lists_in_step(release: Release, addresses: Iterable[Address] = (), *, kind_before: str) -> set[Output]:
    """Bring a release's places in step after its change, enter the addresses at which it can be met, name what is touched.

    `kind_before` is the kind under which it was public before, "" where it was not.
    """
    places = relist([release.translation_key])
    touched = enter_lists(places, addresses)
    own = places.pop(release.pk, Places())
    stands = standing_of(release)
    was = replace(stands, kind=kind_slug(kind_before, release.language), places=own.before) if kind_before else None
    stands = replace(stands, places=own.after)
    touched |= touched_by(was, stands if release.status == Status.PUBLIC else None, moved_in(places))
    return touched | sitemaps_of({stands.uid, *stands.translations})


def list_everywhere() -> None:
    """Bring all places of all lists in step, and owe what that touches: a newsroom has come, a topic has changed."""
    keys = Release.objects.exclude(status=Status.DRAFT).order_by("translation_key")
    known = list(keys.values_list("translation_key", flat=True).distinct())
    for start in range(0, len(known), BATCH):
        with transaction.atomic():
            places = relist(known[start : start + BATCH])
            owe(enter_lists(places) | touched_by(None, None, moved_in(places)))


def moved_in(places: Mapping[int, Places]) -> frozenset[Place]:
    """Give the places that were taken or left."""
    return frozenset(place for each in places.values() for place in each.before ^ each.after)


def enter_lists(places: Mapping[int, Places], addresses: Iterable[Address] = ()) -> set[Output]:
    """Enter the pages on which these places are, and further addresses; name what links to new ones' neighbours."""
    rooms = {room.public_path: room for room in newsrooms()}
    listed = {place for each in places.values() for place in each.after}
    return enter([*addresses, *addresses_of_lists(listed, rooms)])


def standing_of(release: Release, translations: frozenset[str] | None = None) -> Standing:
    """Give what surrounds a release that has been public, without its places in lists."""
    if translations is None:
        others = Release.objects.filter(translation_key=release.translation_key).exclude(pk=release.pk)
        translations = frozenset(str(uid) for uid in others.exclude(current=None).values_list("uid", flat=True))
    return Standing(
        uid=str(release.uid),
        room=release.room,
        kind=kind_slug(release.current.kind, release.language),
        translations=translations,
        coverage_years=frozenset(report.published_on.year for report in release.coverage.all()),
    )


def addresses_of_lists(places: Iterable[Place], rooms: Mapping[str, Newsroom]) -> list[Address]:
    """Name the addresses of the pages on which these places are; `rooms` by their paths."""
    rows = dict[str, Address]()
    for place in sorted(set(places)):
        room, day = rooms[place.room], place.dated_on
        if place.kind:
            path = list_path(place.room, place.kind, place.slug)
            pages = [(path, place.kind, place.slug), (f"{path}{day:%Y}/", place.kind, f"{place.slug}/{day:%Y}")]
        else:
            pages = [
                (month_path(place.room, day), Stop.MONTH, f"{day:%Y-%m}"),
                (year_path(place.room, day.year), Stop.YEAR, f"{day:%Y}"),
            ]
        for path, stop, detail in pages:
            rows[path] = Address(path=path, stop=stop, newsroom=room, detail=detail)
    return list(rows.values())
