"""Addressees in the desk: ticked by a person, offered where a text names them, fixed once something was said to them."""

import pytest
from build import AT, make_addressee, make_newsroom, make_release
from django.urls import reverse

from dateline.desk.named import addressees_named, is_named
from dateline.publishing.publish import publish
from dateline.releases.models import Addressee, Release

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"wagtailsnippets_releases_addressee:{name}", args=args)


def said_to(addressee: Addressee) -> Release:
    release = make_release(headline="Dear Senator")
    release.addressees.add(addressee)
    release.save()
    publish(Release.objects.get(pk=release.pk), at=AT)
    return release


def test_an_addressees_address_is_made_of_the_name_and_fixed_once_something_was_said(sign_in):
    make_newsroom()
    client = sign_in("director")
    client.post(at("add"), {"name": "Senator Ókafor", "role": "State Senator"})
    addressee = Addressee.objects.get()
    assert addressee.slug == "senator-okafor"
    said_to(addressee)
    client.post(at("edit", addressee.pk), {"name": "Ines Okafor", "role": ""})
    addressee.refresh_from_db()
    assert (addressee.name, addressee.slug) == ("Ines Okafor", "senator-okafor")
    page = client.post(at("delete", addressee.pk), follow=True).content.decode()
    assert "Something was said to this addressee in public" in page
    assert Addressee.objects.exists()


def test_two_addressees_cannot_have_one_address(sign_in):
    make_newsroom()
    client = sign_in("director")
    client.post(at("add"), {"name": "The Mayor", "role": ""})
    page = client.post(at("add"), {"name": "the mayor!", "role": ""}).content.decode()
    assert "would have the same address" in page
    assert Addressee.objects.count() == 1


def test_the_desk_offers_whom_the_text_names_and_ticks_nobody(sign_in):
    release = make_release(text="We urge SENATOR OKAFOR to vote.")
    named = make_addressee()
    make_addressee("Mayor Lindqvist")
    assert addressees_named(release) == [named]
    page = sign_in("director").get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    assert "The text names <b>Senator Okafor, State Senator</b>." in page
    assert not release.addressees.exists()
    release.addressees.add(named)
    assert addressees_named(release) == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Ana Peña", "Dijo Ana Pena hoy", True),
        ("Ana Peña", "Dijo Mariana Peñalosa", False),
        ("Okafor", "Okafor’s vote", True),
        ("Mayor", "the mayoral race", False),
        ("", "anything", False),
        ("…", "…", False),
    ],
)
def test_a_name_is_found_whole_or_not_at_all(name, text, expected):
    assert is_named(name, [text]) is expected
