"""A new release begins as the next one will be: at the newsroom's place, on its today."""

from datetime import UTC, datetime

from wagtail.signals import init_new_page

from dateline.releases.dateline import compose
from dateline.releases.models import Newsroom, Release


def register() -> None:
    """Fill in each new release before its form is shown."""
    init_new_page.connect(_begin, dispatch_uid="desk-begin-release")


def begin(release: Release, newsroom: Newsroom, now: datetime) -> None:
    """Fill in place, day and the dateline made of them."""
    release.place = newsroom.place
    release.dated_on = now.astimezone(newsroom.zone).date()
    release.dateline = compose(release.place, release.dated_on, newsroom.language)


def _begin(sender, page, parent, **kwargs) -> None:
    if isinstance(page, Release):
        begin(page, parent.specific, datetime.now(UTC))
