"""The home, the menu and the list of releases."""

from uuid import uuid4

import pytest
from build import make_newsroom, make_release
from django.urls import reverse
from django.utils import timezone

from dateline.intake.models import Finding, Import, Outcome, Source
from dateline.publishing.addresses import Output
from dateline.publishing.models import Owed, Ping
from dateline.publishing.owe import owe
from dateline.publishing.publish import publish
from dateline.releases.models import Release

pytestmark = pytest.mark.django_db


def test_the_home_shows_what_went_out_what_waits_and_what_is_owed(sign_in):
    out = make_release(headline="Out already")
    make_release(headline="Waits still")
    publish(out)
    page = sign_in("director").get("/desk/").content.decode()
    out.refresh_from_db()
    assert "Write a release" in page and "Waits still" in page and out.address in page
    assert ("Make them now" in page) == Owed.objects.exists()


def test_the_home_says_why_a_hub_does_not_hear_and_that_nothing_waits_for_it(sign_in):
    make_newsroom()
    client = sign_in("director")
    assert "hub" not in client.get("/desk/").content.decode()
    Ping.objects.create(feed_path="/feed.atom", stamp=uuid4(), tried=1, why="The hub hub.example answered 500.")
    page = client.get("/desk/").content.decode()
    assert "The hub hub.example answered 500." in page and "Everything is public all the same" in page


def test_what_could_not_be_made_is_named_with_its_reason(sign_in):
    release = make_release(headline="With a file")
    publish(release)
    client = sign_in("director")
    Owed.objects.all().delete()
    owe([Output("release", detail=str(release.uid)), Output("archive", "/")])
    assert "the folder of the public site" in client.get("/desk/").content.decode()
    Owed.objects.filter(output__startswith="release").update(why="FileNotFoundError: no file")
    Owed.objects.filter(output__startswith="archive").update(why="KeyError: nothing")
    page = " ".join(client.get("/desk/").content.decode().split())
    assert 'With a file</a><br><span class="w-help-text">FileNotFoundError: no file' in page
    assert 'archive /<br><span class="w-help-text">KeyError: nothing' in page
    assert "the folder of the public site" not in page  # the reasons are told, and no guess


def test_a_doubtful_import_is_shown_with_its_reason_on_home_and_editing_page(sign_in):
    release = make_release(headline="Read from the archive")
    run = Import.objects.create(asked=[], was_public=True, started_at=timezone.now())
    source = Source.objects.create(found_in=run, name="page.txt", reading={})
    doubts = [{"code": "no date", "sentence": "It has no date."}]
    Finding.objects.create(
        source=source, found_in=run, ordinal=0, record={}, outcome=Outcome.DOUBTFUL, doubts=doubts, release=release
    )
    client = sign_in("director")
    assert "It has no date." in client.get("/desk/").content.decode()
    assert "It has no date." in client.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    publish(release)
    assert "It has no date." not in client.get("/desk/").content.decode()


def test_public_releases_with_words_that_wait_are_named(sign_in):
    release = make_release()
    publish(release)
    release = Release.objects.get(pk=release.pk)
    release.headline = "Not yet said"
    release.save_revision()
    assert "Changed, not yet public" in sign_in("director").get("/desk/").content.decode()


def test_an_empty_desk_says_what_to_do(sign_in):
    make_newsroom()
    assert "Nothing has been published yet." in sign_in("director").get("/desk/").content.decode()


def test_a_desk_without_a_newsroom_says_what_to_do(sign_in):
    page = sign_in("superuser").get("/desk/").content.decode()
    assert "There is no newsroom for you yet." in page
    assert (
        "There is no newsroom in which you may do this." in sign_in_again(sign_in).get("/desk/write/").content.decode()
    )


def sign_in_again(sign_in):
    return sign_in("writer")


def test_the_menu_has_a_press_rooms_words_and_no_way_to_another_host(sign_in):
    make_newsroom()
    page = sign_in("director").get("/desk/").content.decode()
    for label in ("Releases", "Write", "Pictures", "Attachments", "Contacts", "Topics", "Organizations", "Newsroom"):
        assert f'"{label}"' in page
    for other in ("guide.wagtail.org", "wagtail.org/", "gravatar", "releases.wagtail.io"):
        assert other not in page


def test_menu_ways_lead_to_the_newsroom_or_ask_which(sign_in):
    room = make_newsroom()
    client = sign_in("director")
    assert client.get("/desk/releases/")["Location"] == reverse("wagtailadmin_explore", args=[room.pk])
    assert client.get("/desk/write/")["Location"] == reverse(
        "wagtailadmin_pages:add", args=["releases", "release", room.pk]
    )
    assert client.get("/desk/newsroom/")["Location"] == reverse("wagtailadmin_pages:edit", args=[room.pk])
    make_newsroom("Unión", "es")
    client = sign_in_again(sign_in)
    page = client.get("/desk/write/").content.decode()
    assert "Harbor Tenants Union" in page and "Unión" in page


def test_the_list_is_newest_first_with_what_has_no_date_on_top_and_no_bulk_doors(sign_in):
    room = make_newsroom()
    for day in ("2024-01-05", "2024-03-05", None, "2024-02-05"):
        make_release(room, headline=f"Of {day}", dated_on=day)
    page = sign_in("director").get(reverse("wagtailadmin_explore", args=[room.pk])).content.decode()
    places = [page.index(f"Of {day}") for day in (None, "2024-03-05", "2024-02-05", "2024-01-05")]
    assert places == sorted(places)
    assert "bulk-action" not in page or "data-bulk-action-checkbox" not in page


def test_the_list_can_be_narrowed_and_searched(sign_in):
    room = make_newsroom()
    out, waits = make_release(room, headline="Heat restored"), make_release(room, headline="Rent frozen")
    publish(out)
    client = sign_in("director")
    explore = reverse("wagtailadmin_explore_results", args=[room.pk])
    narrowed = client.get(explore, {"status": "draft"}).content.decode()
    assert "Rent frozen" in narrowed and "Heat restored" not in narrowed
    waits.save_revision()
    found = client.get(explore, {"q": "frozen"}).content.decode()
    assert "Rent frozen" in found and "Heat restored" not in found


def test_the_home_of_many_releases_asks_the_database_a_fixed_number_of_times(sign_in, django_assert_max_num_queries):
    room = make_newsroom()
    client = sign_in("director")
    for number in range(9):
        publish(make_release(room, headline=f"Release {number}"))
    client.get("/desk/")
    with django_assert_max_num_queries(45):
        client.get("/desk/")
