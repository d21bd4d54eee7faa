"""Which releases a feed lists, in which order, and which feeds a change touches."""

from datetime import date, timedelta
from pathlib import Path

import feedparser
import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.db import IntegrityError, transaction
from wagtail.models import Revision

from dateline.publishing.correct import correct
from dateline.publishing.gather.subscribed import FEED_LENGTH
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Release

pytestmark = pytest.mark.django_db


def read(name: str):
    settle()
    return feedparser.parse((Path(settings.DATELINE_PUBLIC_ROOT) / name).read_bytes())


def titles(name: str) -> list[str]:
    return [entry.title for entry in read(name).entries]


def again(release: Release) -> Release:
    return Release.objects.get(pk=release.pk)


def published(headline: str, **fields) -> Release:
    release = make_release(headline=headline, **fields)
    publish(release, at=AT)
    return again(release)


def test_feeds_sort_by_the_releases_own_day_whatever_was_imported_when():
    published("Second", dated_on=date(2024, 5, 2))
    published("First", dated_on=date(2024, 5, 6))
    publish_past([make_release(headline="Third", dated_on=date(2004, 5, 6))], at=AT + timedelta(days=9))
    assert titles("feed.atom") == titles("feed.rss") == ["First", "Second", "Third"]


def test_a_feed_holds_a_fixed_number():
    drafts = [make_release(headline=f"N {n}", dated_on=AT.date() - timedelta(days=n)) for n in range(FEED_LENGTH + 3)]
    publish_past(drafts, at=AT)
    assert titles("feed.atom") == [f"N {n}" for n in range(FEED_LENGTH)]


def test_each_topic_and_kind_has_its_feed_and_each_language_its_own():
    room, other = make_newsroom(), make_newsroom("Unión de Inquilinos", "es")
    published("One", room=room, topics=["Heat"])
    published("Two", room=room, kind="open letter")
    published("Tres", room=other, kind="statement", topics=["Heat"])
    assert titles("topics/heat/feed.atom") == ["One"]
    assert titles("kinds/press-releases/feed.atom") == ["One"]
    assert titles("kinds/open-letters/feed.atom") == ["Two"]
    assert titles("kinds/statements/feed.atom") == titles("kinds/media-advisories/feed.atom") == []
    assert titles("es/topics/heat/feed.atom") == titles("es/kinds/declaraciones/feed.atom") == ["Tres"]
    assert titles("es/feed.atom") == ["Tres"]
    assert read("es/kinds/declaraciones/feed.atom").feed.title == "Declaración — Unión de Inquilinos"


def test_a_release_that_becomes_another_kind_leaves_the_feed_of_the_first():
    release = published("One")
    release.kind = "statement"
    correct(release, "It is a statement.", at=AT)
    assert titles("kinds/press-releases/feed.atom") == []
    assert titles("kinds/statements/feed.atom") == ["One"]


def test_an_entry_keeps_the_identity_that_its_old_feed_gave_it_through_every_change():
    release = make_release()
    Release.objects.filter(pk=release.pk).update(feed_id="https://old.example/?p=12")
    publish(again(release), at=AT)
    changed = again(release)
    changed.body = [("text", "<p>Another.</p>")]
    changed.feed_id = ""
    revision = Revision.objects.get(pk=changed.save_revision().pk)  # a revision may be older than the identity
    correct(again(release), "It was wrong.", at=AT, revision=revision)
    for name in ("feed.atom", "feed.rss"):
        assert [entry.id for entry in read(name).entries] == ["https://old.example/?p=12"]


def test_two_releases_cannot_have_one_identity_and_a_copy_has_its_own():
    release = published("One")
    Release.objects.filter(pk=release.pk).update(feed_id="tag:old.example,2009:7")
    copy = again(release).copy(update_attrs={"slug": "copied"})
    assert copy.feed_id == ""
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.filter(pk=copy.pk).update(feed_id="tag:old.example,2009:7")


def test_a_withdrawn_release_stays_in_the_feed_as_its_notice_and_nowhere_on_the_front():
    published("One")
    withdraw(published("Two", topics=["Heat"]), "The count was wrong.", at=AT + timedelta(days=1))
    (entry,) = [entry for entry in read("feed.atom").entries if "Two" in entry.title]
    assert (entry.title, entry.summary) == ("Withdrawn: Two", "The count was wrong.")
    assert "content" not in entry
    assert entry.updated == "2024-05-07T08:00:00-07:00"
    assert titles("topics/heat/feed.atom") == ["Withdrawn: Two"]
    assert "Two" not in (Path(settings.DATELINE_PUBLIC_ROOT) / "index.html").read_text()
