"""A refusal at a door becomes a sentence, or 409 where a program asks."""

import pytest
from build import make_newsroom, make_release
from django.urls import reverse

from dateline.publishing.publish import publish
from dateline.releases.models import Release

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    release = make_release()
    publish(release)
    return release


def test_a_person_is_brought_back_with_the_sentence(sign_in, release):
    other = make_newsroom("Unión", "es")
    address = reverse("wagtailadmin_pages:move_confirm", args=[release.pk, other.pk])
    page = sign_in("superuser").post(address, follow=True)
    assert page.redirect_chain[0][0] == reverse("wagtailadmin_pages:edit", args=[release.pk])
    assert "It has been public, so it stays in its newsroom" in page.content.decode()


def test_a_bulk_door_says_what_to_do_instead(sign_in, release):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = sign_in("superuser").post(f"{address}?id={release.pk}", {"include_descendants": "on"}, follow=True)
    assert "Open each release to publish, withdraw or move it" in response.content.decode()


def test_a_program_gets_409_with_the_sentence(sign_in, release):
    release = Release.objects.get(pk=release.pk)
    release.headline = "Other words"
    release.save_revision()
    answer = sign_in("superuser").post(f"/desk/api/main/pages/{release.pk}/action/publish/")
    assert answer.status_code == 409
    assert "These words have not been passed for publication." in answer.json()["error_message"]


def test_what_the_database_protects_is_said_and_not_a_server_error(sign_in, release):
    room = release.get_parent()
    page = sign_in("superuser").post(reverse("wagtailadmin_pages:delete", args=[room.pk]), follow=True)
    assert "This newsroom has public releases, so it can&#x27;t be deleted" in page.content.decode()


def test_every_other_error_stays_an_error(sign_in, release):
    client = sign_in("superuser")
    client.raise_request_exception = False
    assert client.get("/desk/failwhale/").status_code == 500
