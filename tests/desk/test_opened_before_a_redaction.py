"""An editing page that was opened before a redaction brings nothing back: it isn't saved, by no button and not by itself."""

import pytest
from build import AT, make_release
from desk.posting import release_form
from django.urls import reverse
from wagtail.admin.models import FormState
from wagtail.models import Revision

from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle
from dateline.releases.models import Release

pytestmark = pytest.mark.django_db
NAME = "Ana Perez"
SAID = "Something was removed from this release to protect a person after this page was opened"


@pytest.fixture(params=["draft", "public"])
def release(request, db) -> Release:
    made = make_release(headline="Heat for all", text=f"{NAME} spoke.")
    if request.param == "public":
        publish(made, at=AT)
        settle()
    return Release.objects.get(pk=made.pk)


def address(release, name="edit"):
    return reverse(f"wagtailadmin_pages:{name}", args=[release.pk])


def opened(client, release) -> dict[str, str]:
    """Open the editing page, and give what it would send: every hidden field as it came."""
    page = client.get(address(release))
    form = page.context["form"]
    assert f'name="removals" value="{form["removals"].value()}"' in page.content.decode()
    latest = Release.objects.get(pk=release.pk).get_latest_revision_as_object()
    return {**release_form(latest, text=f"{NAME} spoke again."), "removals": str(form["removals"].value())}


def says_it(release) -> bool:
    kept = Revision.objects.filter(object_id=str(release.pk))
    row = Release.objects.get(pk=release.pk)
    return any("Perez" in str(revision.content) for revision in kept) or "Perez" in str(row.words)


@pytest.mark.parametrize("door", ["save", "publish", "autosave", "autosave over its own", "preview"])
def test_nothing_is_brought_back_and_it_is_said_why(sign_in, release, door):
    client = sign_in("director")
    sent = opened(client, release)
    redact(release, Passage(NAME), at=AT)
    if door == "autosave over its own":
        sent["overwrite_revision_id"] = Release.objects.get(pk=release.pk).latest_revision_id or ""
    if door == "preview":
        told = client.post(address(release, "preview_on_edit"), sent).json()
        assert told["is_valid"] is False
    elif door.startswith("autosave"):
        told = client.post(address(release), sent, headers={"accept": "application/json"})
        assert told.json()["error_message"].startswith(SAID)
        assert told.json()["error_code"] == "invalid_revision"  # others are shown as “A server error occurred.”
    else:
        pressed = {"action-publish": "action-publish"} if door == "publish" else {}
        assert SAID in client.post(address(release), {**sent, **pressed}, follow=True).content.decode()
    assert not says_it(release)
    assert not FormState.objects.filter(data__contains="Perez").exists()


def test_a_page_that_was_opened_before_there_was_such_a_field_is_refused_too(sign_in, release):
    client = sign_in("director")
    sent = opened(client, release)
    del sent["removals"]
    redact(release, Passage(NAME), at=AT)
    assert SAID in client.post(address(release), sent).content.decode()
    assert not says_it(release)


def test_a_page_that_was_opened_between_two_redactions_is_of_before_the_second(sign_in, release):
    client = sign_in("director")
    redact(release, Passage("spoke"), at=AT)
    sent = opened(client, release)
    redact(Release.objects.get(pk=release.pk), Passage(NAME), at=AT)
    assert SAID in client.post(address(release), sent).content.decode()
    assert not says_it(release)


def test_a_page_that_was_opened_since_is_saved_whatever_it_says(sign_in, release):
    client = sign_in("director")
    redact(release, Passage(NAME), at=AT)
    sent = opened(client, release)
    told = client.post(address(release), sent, headers={"accept": "application/json"}).json()
    assert told["success"] is True and says_it(release)  # whoever writes it anew means it


def test_a_redaction_of_another_release_stops_nobody(sign_in, release):
    client = sign_in("director")
    sent = opened(client, release)
    redact(make_release(headline="Another", text="Somebody Else spoke."), Passage("Somebody Else"), at=AT)
    assert client.post(address(release), sent, headers={"accept": "application/json"}).json()["success"] is True


def test_what_was_typed_for_a_preview_before_goes_with_it(sign_in, release):
    client = sign_in("director")
    assert client.post(address(release, "preview_on_edit"), opened(client, release)).json()["is_valid"]
    assert "Perez" in FormState.objects.get().data
    redact(release, Passage(NAME), at=AT)
    assert not FormState.objects.exists()
