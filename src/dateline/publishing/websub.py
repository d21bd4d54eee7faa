"""WebSub (https://www.w3.org/TR/websub/): what a hub is to hear, as rows; told once the feeds lie in the folder."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from dateline.publishing.addresses import Output
from dateline.publishing.hub import HubError, tell_hub
from dateline.publishing.make.subscribed import feed_paths
from dateline.publishing.models import Owed, Ping

FIRST_PAUSE = timedelta(minutes=1)  # doubled with each try in vain
LONGEST_PAUSE = timedelta(hours=6)


def owe_pings(touched: Iterable[Output]) -> None:
    """Write down, in the transaction of a person's act, the feeds that it touches; nothing where no hub is set."""
    if not settings.DATELINE_HUB:
        return
    paths = sorted(path for output in touched if output.kind == "feed" for path in feed_paths(output))
    Ping.objects.bulk_create(
        [Ping(feed_path=path, stamp=uuid.uuid4()) for path in paths],
        update_conflicts=True,
        unique_fields=["feed_path"],
        update_fields=["stamp"],
    )


def pay_pings(now: datetime, timeout_seconds: float = 5.0) -> int:
    """Tell the hub of each changed feed that is made and due; give how many it took. Never raises for a hub's sake."""
    hub = settings.DATELINE_HUB
    if not hub:
        if Ping.objects.exists():  # asked first: a deletion locks others out, and this is asked every second
            Ping.objects.all().delete()  # the hub was unset: nobody is to be told
        return 0
    told = 0
    due = Ping.objects.filter(Q(not_before=None) | Q(not_before__lte=now)).order_by("pk")
    # A hub fetches at once what it is told of, so it is told only of what has been made.
    if not due.exists() or Owed.objects.filter(output__startswith="feed ").exists():
        return 0
    for ping in list(due):
        try:
            tell_hub(hub, f"{settings.DATELINE_SITE_ADDRESS}{ping.feed_path}", timeout_seconds)
        except HubError as error:
            _later(now, str(error))
            break  # the others would fare no better: one wait, not one for each feed
        told += 1
        Ping.objects.filter(feed_path=ping.feed_path, stamp=ping.stamp).delete()
        Ping.objects.exclude(tried=0).update(tried=0, not_before=None, why="")  # it is there again
    return told


def _later(now: datetime, why: str) -> None:
    """Give the hub a pause that grows with each try in vain, for all feeds alike."""
    tried = max(Ping.objects.values_list("tried", flat=True)) + 1
    pause = min(FIRST_PAUSE * 2 ** min(tried - 1, 20), LONGEST_PAUSE)
    Ping.objects.update(tried=tried, not_before=now + pause, why=why)


def complaint() -> str:
    """Say in a sentence why the hub doesn't hear; "" where it does."""
    ping = Ping.objects.exclude(why="").order_by("-tried", "pk").first()
    return ping.why if ping else ""
