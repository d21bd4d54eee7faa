"""A life told by hand, for what chance seldom brings about: each way in which one release touches the pages of others."""

from collections.abc import Callable
from datetime import date, timedelta

from build import AT, make_newsroom, make_release

from dateline.publishing.correct import correct
from dateline.publishing.publish import publish
from dateline.publishing.update import update
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Release


def live(look: Callable[[], None]) -> None:
    """Let it happen, and look after every step."""
    room = make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")

    def out(headline: str, day: date, *topics: str) -> Release:
        release = make_release(room, headline=headline, dated_on=day, topics=topics)
        publish(release, at=AT)
        look()
        return Release.objects.get(pk=release.pk)

    january = out("Heat is back", date(2023, 1, 20), "Heat")
    out("Rent board sits", date(2023, 5, 2), "Rent board")
    between = out("A vigil in March", date(2023, 3, 3), "Heat")  # a month between two that were neighbours
    winter = out("The year before", date(2022, 12, 24), "Heat")
    between.dated_on, between.address_slug = date(2023, 4, 1), "a-vigil"  # out of its month, to another address
    correct(between, "It was in April.", at=AT + timedelta(hours=1))
    look()
    winter.dated_on = date(2023, 5, 20)  # to a month that is known already, and that was never its neighbour
    correct(winter, "It was in May.", at=AT + timedelta(hours=1))
    look()
    between = Release.objects.get(pk=between.pk)
    between.headline = "A vigil on the first of April"
    update(between, "More is known.", at=AT + timedelta(hours=2))
    look()
    withdraw(january, "It was not back.", at=AT + timedelta(hours=3))
    look()
