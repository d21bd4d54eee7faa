"""Writing: how a release begins, the dateline that follows, what is kept from the form."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from build import make_advisory, make_newsroom, make_release
from desk.posting import release_form
from django.urls import reverse

from dateline.desk.beginning import begin
from dateline.publishing.publish import publish
from dateline.releases.models import Contact, Release, Topic

pytestmark = pytest.mark.django_db


def add(room):
    return reverse("wagtailadmin_pages:add", args=["releases", "release", room.pk])


def edit(client, release, **changed):
    latest = Release.objects.get(pk=release.pk).get_latest_revision_as_object()
    address = reverse("wagtailadmin_pages:edit", args=[release.pk])
    return client.post(address, release_form(latest, **changed), headers={"accept": "application/json"}).json()


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2024, 5, 7, 3, 0, tzinfo=UTC), date(2024, 5, 6)),
        (datetime(2024, 5, 7, 8, 0, tzinfo=UTC), date(2024, 5, 7)),
    ],
)
def test_a_release_begins_with_the_offices_place_and_the_newsrooms_today(now, day):
    room = make_newsroom(time_zone="America/Los_Angeles")
    release = Release()
    begin(release, room, now)
    assert (release.place, release.dated_on) == ("Port Ellery", day)
    assert release.dateline == f"PORT ELLERY, May {day.day}, 2024 —"


def test_the_form_of_a_new_release_is_filled_in(sign_in):
    room = make_newsroom()
    with time_machine.travel(datetime(2024, 5, 6, 18, 0, tzinfo=UTC), tick=False):
        page = sign_in("director").get(add(room)).content.decode()
    assert 'value="PORT ELLERY, May 6, 2024 —"' in page
    assert "go_live_at" not in page and "expire_at" not in page


def test_a_dateline_that_nobody_worded_follows_place_and_date_into_the_open_page(sign_in):
    release = make_release()
    answer = edit(sign_in("writer"), release, place="Oakhaven", dated_on="2024-06-01")
    assert answer["field_updates"]["dateline"] == "OAKHAVEN, June 1, 2024 —"
    assert Release.objects.get(pk=release.pk).dateline == "OAKHAVEN, June 1, 2024 —"


def test_a_dateline_that_someone_worded_stays(sign_in):
    release = make_release(dateline="On the steps of City Hall —")
    edit(sign_in("writer"), release, place="Oakhaven")
    assert Release.objects.get(pk=release.pk).dateline == "On the steps of City Hall —"


def test_no_dateline_is_put_into_the_mouth_of_a_release_that_had_none(sign_in):
    release = make_release(dateline="")
    edit(sign_in("writer"), release, place="Oakhaven")
    assert Release.objects.get(pk=release.pk).dateline == ""


def test_an_unfinished_release_is_saved_without_its_headline(sign_in):
    room = make_newsroom()
    data = release_form(headline="", dated_on="")
    answer = sign_in("writer").post(add(room), data, headers={"accept": "application/json"}).json()
    assert answer["success"]
    assert Release.objects.get().live is False


def test_what_the_verbs_set_cannot_be_posted(sign_in):
    release = make_release()
    set_by_hand = {
        "status": "public",
        "live": "on",
        "address": "/x/",
        "public_at": "2024-01-01",
        "slug": "x",
        "uid": "x",
    }
    latest = release_form(release, headline="Other")
    sign_in("director").post(reverse("wagtailadmin_pages:edit", args=[release.pk]), {**latest, **set_by_hand})
    after = Release.objects.get(pk=release.pk)
    assert (after.headline, after.status, after.live, after.address) == ("Other", "draft", False, "")
    assert after.uid == release.uid and after.slug == str(release.uid)


def test_topics_of_other_languages_are_not_offered(sign_in):
    release = make_release(topics=["Heat"])
    other = Topic.objects.create(name="Calor", slug="calor", language="es")
    client = sign_in("writer")
    assert "Calor" not in client.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    assert not edit(client, release, topics=[other.pk])["success"]


def test_contacts_and_partners_are_kept_with_the_draft(sign_in):
    release = make_release()
    ana = Contact.objects.create(name="Ana Ruiz")
    edit(sign_in("writer"), release, contacts=[{"id": "", "contact": ana.pk, "ORDER": 1, "DELETE": ""}])
    assert [row.contact for row in Release.objects.get(pk=release.pk).release_contacts.all()] == [ana]


def test_the_preview_is_the_page_that_it_will_be(sign_in):
    release = make_release(headline="As it will be")
    client = sign_in("writer")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[release.pk])
    assert client.post(address, release_form(release, headline="As it is typed")).json()["is_valid"]
    response = client.get(address)
    page = response.content.decode()
    assert "As it is typed" in page and 'href="/assets/' in page
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert Release.objects.get(pk=release.pk).headline == "As it will be"


def test_a_release_that_was_never_saved_has_a_preview(sign_in):
    room = make_newsroom()
    client = sign_in("writer")
    address = reverse("wagtailadmin_pages:preview_on_add", args=["releases", "release", room.pk])
    assert client.post(address, release_form(headline="Not even saved")).json()["is_valid"]
    assert "Not even saved" in client.get(address).content.decode()


def test_a_copy_is_a_draft_with_nothing_public_about_it(sign_in):
    release = make_release(address_slug="interpreters")
    publish(release)
    room = release.get_parent()
    client = sign_in("director")
    address = reverse("wagtailadmin_pages:copy", args=[release.pk])
    form = client.get(address).context["form"]
    assert set(form.fields) == {"new_title", "new_slug", "new_parent_page"}
    client.post(address, {"new_slug": form.fields["new_slug"].initial, "new_parent_page": room.pk})
    copy = Release.objects.exclude(pk=release.pk).get()
    assert (copy.status, copy.live, copy.address, copy.address_slug, copy.current) == ("draft", False, "", "", None)
    assert copy.uid != release.uid and copy.headline == release.headline


def test_an_invitation_is_written_in_hours_of_the_newsroom_and_read_back_as_it_was_typed(sign_in):
    release = make_release(make_newsroom(time_zone="America/Los_Angeles"))
    told = {"event_what": "A vigil", "event_where": "Pier 4", "event_on": "2024-05-09", "event_begins": "10:00"}
    edit(sign_in("writer"), release, kind="media advisory", **told)
    event = Release.objects.get(pk=release.pk).get_latest_revision_as_object().words.event
    assert (event.what, event.where, event.on, event.begins, event.ends) == (
        "A vigil",
        "Pier 4",
        "2024-05-09",
        "10:00",
        "",
    )


def test_the_preview_of_an_advisory_shows_as_much_as_is_known(sign_in):
    advisory = make_advisory(event_begins=None, event_who="")
    page = advisory.serve_preview(None, "").content.decode()
    assert "A gathering of tenants before the vote" in page and ">When<" not in page
    advisory.event_begins = time(10)
    assert "Pacific Daylight Time" in advisory.serve_preview(None, "").content.decode()
