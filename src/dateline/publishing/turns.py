"""Time that passes, as rows: what becomes true by itself, and the marking of what has.

Rendering never reads the clock. It reads marks, and this is where they are made: by the worker, within a second; after
a sleep of days everything that came meanwhile is caught up at once. The clock is an argument.
"""

from datetime import datetime

from django.db import transaction

from dateline.publishing.addresses import Output
from dateline.publishing.advisories import day_after, moments_of
from dateline.publishing.models import Turn, What
from dateline.publishing.news import news_ends_at
from dateline.publishing.owe import owe
from dateline.releases.models import Contact, Newsroom, Release, Version, newsrooms

BATCH = 400  # marked in one transaction


def take_turns(now: datetime) -> int:
    """Mark every turn whose moment has come and owe what shows it; give how many there were."""
    taken = 0
    while Turn.objects.filter(has_come=False, at__lte=now).exists():  # asked first: a transaction would lock out others
        taken += _take(now)
    return taken


@transaction.atomic
def _take(now: datetime) -> int:
    come = Turn.objects.select_for_update().filter(has_come=False, at__lte=now).order_by("at", "pk")
    turns = list(come.prefetch_related("release")[:BATCH])
    Turn.objects.filter(pk__in=[turn.pk for turn in turns]).update(has_come=True)
    owe({output for turn in turns for output in _touched_by(turn)})
    return len(turns)


def _touched_by(turn: Turn) -> set[Output]:
    match turn.what:
        case What.NEWS_ENDS:
            return {Output("news")}
        case What.EVENT_ENDS:
            return {Output(kind, detail=str(turn.release.uid)) for kind in ("release", "pdf")}
        case What.CONTACT_ENDS:
            return {Output("room", room.public_path) for room in newsrooms()}
    raise ValueError(f"Nobody knows what {turn.what!r} touches.")


def expect_of_release(release: Release, version: Version, at: datetime, zone: str) -> None:
    """Write the turns that a release has ahead of it as it now stands, said at this moment."""
    assert release.public_at is not None
    expect_event_to_end(release, version, at)
    news = Turn.objects.filter(what=What.NEWS_ENDS, release=release)
    ends_at = news_ends_at(release.public_at, version.dated_on, zone)
    # Once it has left the news it doesn't come back, whatever day a correction gives it.
    is_known = news.filter(has_come=False).update(at=ends_at, has_come=ends_at <= at)
    if not is_known and version.number == 1 and ends_at > at:
        Turn.objects.create(what=What.NEWS_ENDS, release=release, at=ends_at)


def expect_event_to_end(release: Release, version: Version, at: datetime) -> None:
    """Write the turn at which that to which a release invites is over; take it away where it no longer invites."""
    event = version.words.get("event")
    moments = moments_of(event, version.words["printed"]["zone"]) if event else None
    if moments is None:
        Turn.objects.filter(what=What.EVENT_ENDS, release=release).delete()
    else:
        Turn.objects.update_or_create(
            what=What.EVENT_ENDS,
            release=release,
            defaults={"at": moments.over_at, "has_come": moments.over_at <= at},
        )


def expect_of_contact(contact: Contact) -> None:
    """Write the turn at which a contact ends, by the default newsroom's days."""
    if contact.ends_on is None:
        Turn.objects.filter(what=What.CONTACT_ENDS, contact=contact).delete()
        return
    default = Newsroom.objects.filter(is_default=True).first()
    at = day_after(contact.ends_on, default.time_zone if default else "UTC")
    turn = Turn.objects.filter(what=What.CONTACT_ENDS, contact=contact).first()
    # Who has ended already and is only given an earlier day doesn't come back until the worker looks.
    has_come = turn is not None and turn.has_come and at <= turn.at
    Turn.objects.update_or_create(what=What.CONTACT_ENDS, contact=contact, defaults={"at": at, "has_come": has_come})
