"""An advisory invites: its words are checked, its page tells them, and calendars take its file."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import lxml.html
import pytest
from build import AT, make_advisory, make_newsroom, make_release
from django.conf import settings
from icalendar import Calendar

from dateline.publishing.addresses import file_path
from dateline.publishing.correct import correct
from dateline.publishing.fit import unfit
from dateline.publishing.ledger import answer
from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.publishing.update import update
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Consent, Organization, Release, Version

pytestmark = pytest.mark.django_db
PATH = "/2024/05/tenants-to-gather-at-the-board/"


def again(release: Release) -> Release:
    return Release.objects.get(pk=release.pk)


def published(**fields) -> Release:
    release = make_advisory(**fields)
    publish(release, at=AT)
    settle()
    return again(release)


def calendar(path: str = PATH) -> bytes:
    settle()
    return (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:] / "advisory.ics").read_bytes()


def event(path: str = PATH):
    (entry,) = Calendar.from_ical(calendar(path)).walk("VEVENT")
    return entry


def rows(path: str = PATH) -> dict[str, str]:
    page = (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:] / "index.html").read_bytes()
    found = lxml.html.fromstring(page).xpath("//table[@class='event']/tr")
    return {row[0].text_content(): row[1].text_content().replace("\u202f", " ") for row in found}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"event_what": ""}, "doesn't say to what"),
        ({"event_on": None}, "doesn't say when"),
        ({"event_begins": None}, "doesn't say when"),
        ({"event_where": " "}, "doesn't say where"),
        ({"event_ends": time(10)}, "ends before it begins"),
        ({"event_ends": time(12), "event_ends_on": date(2024, 5, 8)}, "ends before it begins"),
        ({"event_ends_on": date(2024, 5, 10)}, "no time at which it ends"),
    ],
)
def test_an_invitation_with_a_hole_in_it_is_refused(fields, sentence):
    (reason,) = unfit(make_advisory(**fields).words, AT.date())
    assert sentence in reason


def test_an_advisory_without_any_invitation_is_what_an_archive_may_have():
    nothing = dict.fromkeys(("event_what", "event_who", "event_where"), "")
    advisory = make_advisory(**nothing, event_on=None, event_begins=None)
    assert unfit(advisory.words, AT.date()) == []
    publish(advisory, at=AT)
    settle()
    assert rows() == {}
    assert not (Path(settings.DATELINE_PUBLIC_ROOT) / PATH[1:] / "advisory.ics").exists()


def test_other_kinds_invite_to_nothing_and_keep_the_fingerprint_that_they_had():
    plain, with_leftovers = make_release(), make_release(event_what="A vigil", event_on=date(2024, 5, 9))
    assert "event" not in plain.words.as_json()
    assert plain.words.fingerprint == with_leftovers.words.fingerprint
    assert plain.words.fingerprint == "e5b0a1ad75daa80e8f160c53566772ca6d7d85d9fec91a53dfb8f7d68ae00f8a"


def test_a_change_of_the_hour_is_a_change_of_words_and_takes_a_partners_name_off():
    advisory = make_advisory(partners=["Night Bakers"])
    bakers = Organization.objects.get(name="Night Bakers")
    Consent.objects.create(
        release=advisory, organization=bakers, fingerprint=advisory.words.fingerprint, said_by="Ana",
        said_on=AT.date(), said_how="by phone",
    )  # fmt: skip
    publish(advisory, at=AT)
    later = again(advisory)
    later.event_begins = time(11)
    update(later, "It begins an hour later.", at=AT)
    first, second = Version.objects.order_by("number")
    assert first.words["printed"]["partners"] and not second.words["printed"]["partners"]
    assert (first.words["event"]["begins"], second.words["event"]["begins"]) == ("10:00", "11:00")


def test_the_page_tells_what_who_when_and_where_and_names_the_zone():
    published(event_ends=time(11, 30))
    assert rows() == {
        "What": "A gathering of tenants before the vote",
        "Who": "Tenants of the harbor",
        "When": "Thursday, May 9, 2024, 10:00 AM – 11:30 AM, Pacific Daylight Time",
        "Where": "Rent board\n1 Quay Street, Port Ellery",
    }


def test_a_spanish_page_tells_it_in_spanish():
    make_newsroom()
    room = make_newsroom("Unión de Inquilinos", "es")
    published(room=room, event_who="", event_ends=time(1), event_ends_on=date(2024, 5, 10))
    assert rows(f"/es{PATH}") == {
        "Qué": "A gathering of tenants before the vote",
        "Cuándo": "jueves, 9 de mayo de 2024, 10:00 – viernes, 10 de mayo de 2024, 1:00, hora de verano del Pacífico",
        "Dónde": "Rent board\n1 Quay Street, Port Ellery",
    }


def test_the_zone_that_was_printed_stays_when_the_newsroom_moves():
    advisory = published()
    room = advisory.newsroom
    room.time_zone = "Europe/Madrid"
    room.save()
    settle()
    assert "Pacific Daylight Time" in rows()["When"]
    assert event()["dtstart"].dt == datetime(2024, 5, 9, 17, 0, tzinfo=UTC)


def test_a_calendar_reads_what_was_written_whatever_was_written():
    headline = "Vigilia por Ñandú; “Łódź”, 50% \\ más: " + "la noche de las panaderas y los panaderos " * 4
    what = "Una vigilia, con velas;\nsegunda línea\\n no es un salto\r\n" + "y pan " * 40
    advisory = published(headline=headline, event_what=what, event_where="Plaza, 1\nPort Ellery; centro")
    entry = event(advisory.address)
    assert entry["summary"] == " ".join(headline.split())
    assert entry["description"].startswith("Una vigilia, con velas;\nsegunda línea\\n no es un salto \n")
    assert entry["description"].endswith("Who: Tenants of the harbor")
    assert entry["location"] == "Plaza, 1, Port Ellery; centro"
    assert entry["url"] == f"https://press.example{advisory.address}"
    assert entry["uid"] == str(advisory.uid)
    lines = calendar(advisory.address).split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert [line.decode() for line in lines]  # no character is cut in the middle
    whole = Calendar.from_ical(calendar(advisory.address))
    assert (whole["method"], whole["version"]) == ("PUBLISH", "2.0") and whole["prodid"]


@pytest.mark.parametrize(
    ("day", "hour", "in_utc"),
    [
        (date(2024, 3, 9), 10, datetime(2024, 3, 9, 18, tzinfo=UTC)),  # the day before clocks go forward
        (date(2024, 3, 10), 10, datetime(2024, 3, 10, 17, tzinfo=UTC)),
        (date(2024, 11, 2), 23, datetime(2024, 11, 3, 6, tzinfo=UTC)),  # the night in which they go back
        (date(2024, 11, 3), 10, datetime(2024, 11, 3, 18, tzinfo=UTC)),
    ],
)
def test_hours_are_right_across_daylight_saving(day, hour, in_utc):
    published(event_on=day, event_begins=time(hour), dated_on=date(2024, 3, 1))
    assert event(PATH.replace("05", "03"))["dtstart"].dt == in_utc


def test_a_later_version_takes_the_earlier_ones_place_and_no_clock_is_asked():
    advisory = published()
    first = event()
    assert (first["sequence"], first["dtstamp"].dt, first["status"]) == (0, AT, "CONFIRMED")
    advisory.event_where = "City Hall"
    correct(advisory, "It is at City Hall.", at=AT + timedelta(hours=1))
    second = event()
    assert second["uid"] == first["uid"]
    assert (second["sequence"], second["dtstamp"].dt) == (1, AT + timedelta(hours=1))


def test_an_event_that_is_corrected_away_is_cancelled_in_calendars():
    advisory = published()
    advisory.kind = "statement"
    correct(advisory, "There will be no gathering.", at=AT)
    entry = event()
    assert (entry["status"], entry["sequence"]) == ("CANCELLED", 1)
    assert rows() == {}


def test_the_calendar_file_of_a_withdrawn_advisory_answers_that_it_was_withdrawn():
    withdraw(published(), "There will be no gathering.", at=AT)
    settle()
    assert answer(f"{PATH}advisory.ics").status == 410


def test_no_attachment_takes_the_place_of_what_is_made_beside_a_release():
    assert file_path(PATH, "Advisory.ics", ()) == f"{PATH}advisory-2.ics"
    assert file_path(PATH, "RELEASE.TXT", ()) == f"{PATH}release-2.txt"
