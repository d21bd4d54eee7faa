"""Protecting a person from the desk: looked for first, removed when it is meant, never left behind by the form."""

import pytest
from build import AT, make_release
from django.contrib.sessions.models import Session
from wagtail.models import PageLogEntry

from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.releases.models import Redaction, Release

pytestmark = pytest.mark.django_db
NAME = "Ana Perez"


@pytest.fixture
def release(db) -> Release:
    made = make_release(headline="Heat for all", text=f"{NAME} spoke.")
    publish(made, at=AT)
    settle()
    return Release.objects.get(pk=made.pk)


def ask(client, release, **said):
    return client.post(f"/desk/releases/{release.pk}/redact/", {"passage": NAME, **said})


def shown(response) -> str:
    return response.context["form"]["shown"].value()


def test_first_it_is_shown_where_it_stands_and_nothing_is_removed(release, sign_in):
    client = sign_in("director")
    assert b"Look where it stands" in client.get(f"/desk/releases/{release.pk}/redact/").content
    told = ask(client, release)
    assert "[removed to protect a person] spoke." in told.content.decode()
    assert "no-store" in told["Cache-Control"]
    assert not Redaction.objects.exists()


def test_what_is_meant_is_removed_and_the_form_leaves_no_word_behind(release, sign_in):
    client = sign_in("director")
    stamp = shown(ask(client, release))
    told = ask(client, release, shown=stamp, is_meant="on")
    assert (told.status_code, told.url) == (302, f"/desk/pages/{release.pk}/edit/")
    assert Redaction.objects.get().removed_by == client.person
    assert NAME not in Release.objects.get().current.lede
    left = str(list(PageLogEntry.objects.values())) + str([each.get_decoded() for each in Session.objects.all()])
    left += str(client.cookies) + client.get(told.url).content.decode()
    assert "Perez" not in left


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"passage": ""}, "Name one thing at a time"),
        ({"passage": "x"}, "too short"),
        ({"passage": "Nobody Here"}, "say this anywhere"),
        ({"shown": "another", "is_meant": "on"}, "another than was shown"),
    ],
)
def test_what_can_not_be_removed_is_said_and_nothing_changes(release, sign_in, said, sentence):
    assert sentence in ask(sign_in("director"), release, **said).content.decode()
    assert not Redaction.objects.exists()


def test_without_the_tick_nothing_is_removed(release, sign_in):
    client = sign_in("director")
    told = ask(client, release, shown=shown(ask(client, release)))
    assert "Tick that it is to be removed for good" in told.content.decode()
    assert not Redaction.objects.exists()


def test_other_releases_are_shown_and_only_the_ticked_ones_are_redacted_too(release, sign_in):
    others = [make_release(headline=f"Other {number}", text=f"Also {NAME}.") for number in range(2)]
    for other in others:
        publish(other, at=AT)
    client = sign_in("director")
    told = ask(client, release)
    assert all(f"Other {number}".encode() in told.content for number in range(2))
    ask(client, release, shown=shown(told), is_meant="on", also=others[0].pk)
    says = set(Release.objects.filter(current__lede__contains=NAME).values_list("headline", flat=True))
    assert says == {"Other 1"}


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_may_not_publish_may_not_redact(release, sign_in, method):
    told = getattr(sign_in("writer"), method)(f"/desk/releases/{release.pk}/redact/", {"passage": NAME})
    assert told.status_code in (302, 403)
    assert "Perez" not in str(told.headers) and not Redaction.objects.exists()


def test_the_way_to_it_stands_among_what_can_be_done(release, sign_in):
    assert (
        f"/desk/releases/{release.pk}/redact/"
        in sign_in("director").get(f"/desk/pages/{release.pk}/edit/").content.decode()
    )
