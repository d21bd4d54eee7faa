"""Contacts, topics, organizations, newsrooms: what they ask and what they refuse."""

from datetime import UTC, datetime

import pytest
from build import make_newsroom, make_release
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from dateline.publishing.models import Turn
from dateline.publishing.publish import publish
from dateline.releases.models import Contact, Newsroom, Organization, Topic

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"wagtailsnippets_releases_{name}", args=args)


def newsroom_form(room, **changed):
    fields = {
        "title": room.title, "organization": "", "place": room.place, "time_zone": room.time_zone,
        "boilerplate": room.boilerplate, "accent": room.accent, "newsroom_contacts": inline_formset([]),
        "newsroom_pictures": inline_formset([]), "boilerplate_medium": "", "boilerplate_short": "", "corrections_policy": "",
        "comments": inline_formset([]), "action-publish": "1", **changed,
    }  # fmt: skip
    return nested_form_data(fields)


def test_a_topics_address_is_made_of_its_name_and_fixed_once_it_was_public(sign_in):
    room = make_newsroom()
    client = sign_in("director")
    client.post(at("topic:add"), {"name": "Rent Böard", "language": "en"})
    topic = Topic.objects.get()
    assert topic.slug == "rent-board"
    client.post(at("topic:edit", topic.pk), {"name": "Rents", "language": "en"})
    topic.refresh_from_db()
    assert topic.slug == "rents"
    release = make_release(room)
    release.topics.add(topic)
    release.save()
    publish(release)
    client.post(at("topic:edit", topic.pk), {"name": "Rent control", "language": "en"})
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Rent control", "rents")


def test_two_topics_cannot_have_one_address(sign_in):
    make_newsroom()
    client = sign_in("director")
    client.post(at("topic:add"), {"name": "Heat", "language": "en"})
    page = client.post(at("topic:add"), {"name": "HEAT!", "language": "en"}).content.decode()
    assert "would have the same address" in page
    assert Topic.objects.count() == 1


def test_a_topic_that_was_public_cannot_be_deleted(sign_in):
    room = make_newsroom()
    release = make_release(room, topics=["Heat"])
    publish(release)
    page = sign_in("director").post(at("topic:delete", Topic.objects.get().pk), follow=True)
    assert page.status_code == 200 and "This topic has been public" in page.content.decode()
    assert Topic.objects.exists()


def test_a_contact_can_be_marked_as_having_left(sign_in):
    make_newsroom()
    ana = Contact.objects.create(name="Ana Ruiz")
    sign_in("writer").post(at("contact:edit", ana.pk), {"name": "Ana Ruiz", "has_left": "on"})
    ana.refresh_from_db()
    assert ana.has_left


def test_a_contacts_last_day_is_said_in_the_desk_and_kept_as_a_turn(sign_in):
    make_newsroom()
    ana = Contact.objects.create(name="Ana Ruiz")
    client = sign_in("writer")
    client.post(at("contact:edit", ana.pk), {"name": "Ana Ruiz", "ends_on": "2024-05-09"})
    assert Turn.objects.get(contact=ana).at == datetime(2024, 5, 10, 7, 0, tzinfo=UTC)
    client.post(at("contact:edit", ana.pk), {"name": "Ana Ruiz", "ends_on": ""})
    assert not Turn.objects.exists()


def test_an_organization_that_was_asked_cannot_be_deleted(sign_in):
    release = make_release(partners=["Night Bakers"])
    bakers = release.release_partners.get().organization
    response = sign_in("director").post(at("organization:delete", bakers.pk), follow=True)
    assert response.status_code in (200, 403)
    assert Organization.objects.filter(pk=bakers.pk).exists()


def test_a_newsroom_is_saved_in_one_step(sign_in):
    room = make_newsroom()
    data = newsroom_form(room, title="Harbor Union", time_zone="Europe/Madrid", accent="#123456")
    sign_in("director").post(reverse("wagtailadmin_pages:edit", args=[room.pk]), data)
    room.refresh_from_db()
    assert (room.title, room.time_zone, room.accent, room.live) == ("Harbor Union", "Europe/Madrid", "#123456", True)


@pytest.mark.parametrize(
    "wrong", [{"accent": "#ffff00"}, {"accent": "red"}, {"time_zone": "Mars/Olympus"}, {"title": ""}]
)
def test_a_newsroom_that_cannot_be_read_or_dated_is_refused(sign_in, wrong):
    room = make_newsroom()
    response = sign_in("director").post(
        reverse("wagtailadmin_pages:edit", args=[room.pk]), newsroom_form(room, **wrong)
    )
    assert response.status_code == 200 and "error-message" in response.content.decode()


def test_a_language_has_one_newsroom(sign_in):
    room = make_newsroom()
    data = newsroom_form(room, title="A second one", locale="en")
    address = reverse("wagtailadmin_pages:add", args=["releases", "newsroom", 1])
    page = sign_in("superuser").post(f"{address}?locale=en", data, follow=True).content.decode()
    assert "There is a newsroom in this language already." in page
    assert Newsroom.objects.live().count() == 1


def test_writers_do_not_change_the_newsroom(sign_in):
    room = make_newsroom()
    client = sign_in("writer")
    client.post(reverse("wagtailadmin_pages:edit", args=[room.pk]), newsroom_form(room, title="Taken over"))
    assert Newsroom.objects.get().title == "Harbor Tenants Union"
    assert '"Newsroom"' not in client.get("/desk/").content.decode()
