"""Time that passes is rows: marked when their moment has come, however late, and never before."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from build import AT, make_advisory, make_newsroom, make_release
from django.conf import settings
from laws.newsroom_life import files
from pdfs import text_of

from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.models import Owed, Turn
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.settle import settle
from dateline.publishing.turns import take_turns
from dateline.publishing.update import update
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Contact, NewsroomContact, Release

pytestmark = pytest.mark.django_db
OVER = "This event is over."
ADVISORY = "2024/05/tenants-to-gather-at-the-board/"
ENDS_AT = datetime(2024, 5, 10, 7, 0, tzinfo=UTC)  # the end of May 9 in Los Angeles


def at(now: datetime) -> Path:
    """Let the worker look at this moment, and give the folder."""
    take_turns(now)
    settle()
    return Path(settings.DATELINE_PUBLIC_ROOT)


def read(now: datetime, name: str) -> str:
    return (at(now) / name).read_text()


def again(release: Release) -> Release:
    return Release.objects.get(pk=release.pk)


def make_contact(room, **fields) -> Contact:
    contact = Contact.objects.create(name="Tobias Rehn", **fields)
    NewsroomContact.objects.create(newsroom=room, contact=contact)
    return contact


def test_an_advisory_says_that_it_is_over_from_the_minute_on_at_which_it_is():
    publish(make_advisory(), at=AT)
    assert OVER not in read(ENDS_AT - timedelta(seconds=1), f"{ADVISORY}index.html")
    assert OVER in read(ENDS_AT, f"{ADVISORY}index.html")
    assert OVER in read(ENDS_AT, f"{ADVISORY}release.txt")
    assert OVER in text_of((Path(settings.DATELINE_PUBLIC_ROOT) / f"{ADVISORY}release.pdf").read_bytes())


def test_what_ends_late_is_not_over_at_midnight():
    publish(make_advisory(event_begins=time(23)), at=AT)
    assert OVER not in read(ENDS_AT + timedelta(hours=2), f"{ADVISORY}index.html")
    assert OVER in read(ENDS_AT + timedelta(hours=3), f"{ADVISORY}index.html")


def test_an_advisory_that_is_put_off_is_no_longer_over():
    advisory = make_advisory()
    publish(advisory, at=AT)
    at(ENDS_AT)
    moved = again(advisory)
    moved.event_on = date(2024, 5, 20)
    update(moved, "The board moved the vote.", at=ENDS_AT + timedelta(hours=1))
    assert OVER not in read(ENDS_AT + timedelta(hours=2), f"{ADVISORY}index.html")


def test_an_advisory_that_was_over_when_it_was_put_in_public_says_so_at_once():
    publish_past([make_advisory(dated_on=date(2023, 5, 1), event_on=date(2023, 5, 9))], at=AT)
    settle()
    name = "2023/05/tenants-to-gather-at-the-board/index.html"
    assert OVER in (Path(settings.DATELINE_PUBLIC_ROOT) / name).read_text()
    assert not Turn.objects.filter(has_come=False).exists()


def test_what_an_earlier_version_invited_to_is_not_called_over():
    advisory = make_advisory()
    publish(advisory, at=AT)
    changed = again(advisory)
    changed.event_where = "City Hall"
    correct(changed, "It is at City Hall.", at=AT)
    assert OVER not in read(ENDS_AT, f"{ADVISORY}versions/1/index.html")


def test_a_contacts_last_day_is_the_newsrooms_day():
    room = make_newsroom()
    make_contact(room, ends_on=date(2024, 5, 9))
    publish(make_release(room), at=AT)
    assert "Tobias Rehn" in read(ENDS_AT - timedelta(seconds=1), "index.html")
    root = at(ENDS_AT)
    assert [name for name, content in files(root).items() if b"Tobias Rehn" in content] == []


def test_a_contact_who_has_ended_stays_away_whatever_else_is_edited():
    room = make_newsroom()
    contact = make_contact(room, ends_on=date(2024, 5, 9))
    assert "Tobias" not in read(ENDS_AT, "index.html")
    contact.ends_on, contact.phone = date(2024, 5, 8), "555-0111"
    contact.save()
    settle()  # before the worker looks again
    assert "Tobias" not in (Path(settings.DATELINE_PUBLIC_ROOT) / "index.html").read_text()


def test_a_contact_whose_last_day_is_put_off_or_taken_back_is_there_again():
    room = make_newsroom()
    contact = make_contact(room, ends_on=date(2024, 5, 9))
    for ends_on in (date(2024, 6, 9), None):
        contact.ends_on = date(2024, 5, 9)
        contact.save()
        assert "Tobias" not in read(ENDS_AT, "index.html")
        contact.ends_on = ends_on
        contact.save()
        assert "Tobias" in read(ENDS_AT, "index.html")


def test_another_zone_of_the_newsroom_moves_a_contacts_last_day():
    room = make_newsroom()
    make_contact(room, ends_on=date(2024, 5, 9))
    room.time_zone = "Europe/Madrid"
    room.save()
    assert Turn.objects.get().at == datetime(2024, 5, 9, 22, 0, tzinfo=UTC)


def test_a_deleted_contact_takes_its_turn_along():
    make_contact(make_newsroom(), ends_on=date(2024, 5, 9)).delete()
    assert not Turn.objects.exists()


@pytest.mark.parametrize(
    ("dated_on", "hours"),
    [(date(2024, 5, 6), 48), (date(2024, 5, 5), 40), (date(2024, 5, 4), 16)],
)
def test_a_release_is_news_for_two_days_and_never_beyond_the_second_day_after_its_own(dated_on, hours):
    publish(make_release(dated_on=dated_on), at=AT)  # eight in the morning in Los Angeles
    leaves_at = AT + timedelta(hours=hours)
    assert "interpreter" in read(leaves_at - timedelta(seconds=1), "sitemap-news.xml")
    assert "interpreter" not in read(leaves_at, "sitemap-news.xml")


def test_what_is_old_imported_or_withdrawn_is_no_news():
    publish(make_release(headline="Old", dated_on=date(2024, 5, 3)), at=AT)
    publish_past([make_release(headline="Brought in")], at=AT)
    gone = make_release(headline="Gone")
    publish(gone, at=AT)
    withdraw(again(gone), "It was wrong.", at=AT)
    assert "<url>" not in read(AT, "sitemap-news.xml")


def test_a_correction_of_its_day_makes_nothing_news_again():
    release = make_release()
    publish(release, at=AT)
    later = AT + timedelta(days=3)
    assert "interpreter" not in read(later, "sitemap-news.xml")
    changed = again(release)
    changed.dated_on = date(2024, 5, 9)
    correct(changed, "It was the ninth.", at=later)
    assert "interpreter" not in read(later, "sitemap-news.xml")


def test_after_a_long_sleep_everything_is_caught_up_at_once(tmp_path):
    room = make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")
    make_contact(room, ends_on=date(2024, 5, 30))
    publish(make_advisory(room), at=AT)
    publish(make_release(room), at=AT)
    settle()
    assert take_turns(AT + timedelta(days=400)) == 4
    assert Owed.objects.exists()
    root = at(AT + timedelta(days=400))
    publish_everything(tmp_path / "whole")
    assert files(root) == files(tmp_path / "whole")
    assert take_turns(AT + timedelta(days=800)) == 0


def test_a_worker_that_is_killed_before_it_owes_has_marked_nothing(monkeypatch):
    publish(make_advisory(), at=AT)

    def killed(outputs):
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.publishing.turns.owe", killed)
    with pytest.raises(KeyboardInterrupt):
        take_turns(ENDS_AT)
    assert not Turn.objects.filter(has_come=True).exists()


def test_the_only_release_of_a_topic_takes_the_topic_from_the_index_when_it_is_withdrawn(tmp_path):
    release = make_release(topics=["Rent board"])
    publish(release, at=AT)
    withdraw(again(release), "It was wrong.", at=AT)
    assert "Rent board" not in read(AT, "topics/index.html")
