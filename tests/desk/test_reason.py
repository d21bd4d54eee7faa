"""“Someone may be at risk”: the button Publish leads there, and only a reason for the words that were shown leads out."""

import pytest
from build import make_release
from desk.test_publish_door import fresh, press, told
from django.urls import reverse

from dateline.publishing.models import Reason
from dateline.publishing.publish import publish

pytestmark = pytest.mark.django_db

RISKY = "Maria Lopez, 9, came alone."


def reason_of(release):
    return reverse("desk_reason", args=[release.pk])


@pytest.fixture
def asked(sign_in):
    """A director who has pressed Publish on words with a child in them."""
    release = make_release()
    client = sign_in("director")
    page = press(client, release, text=RISKY)
    assert page.redirect_chain[-1][0] == reason_of(release)
    return client, fresh(release), page


def shown_in(release) -> dict:
    return {"fingerprint": release.get_latest_revision_as_object().words.fingerprint}


def test_publish_leads_to_what_was_found_and_nothing_is_public(asked):
    _, release, page = asked
    assert "In block 1, paragraph 1: what looks like the full name of someone under 18" in page.content.decode()
    assert "Maria Lopez" not in page.content.decode()
    assert release.status == "draft"


def test_a_reason_publishes_exactly_these_words_in_that_persons_name(asked):
    client, release, _ = asked
    page = client.post(reason_of(release), {"reason": "Her mother asked us to.", **shown_in(release)}, follow=True)
    assert "It is public, and the reason is kept." in page.content.decode()
    assert fresh(release).status == "public"
    assert RISKY in fresh(release).current.words["blocks"][0]["html"]
    (kept,) = Reason.objects.all()
    assert str(kept.given_by) == str(page.wsgi_request.user)


@pytest.mark.parametrize(
    "wrong", [{"reason": ""}, {"reason": "x", "fingerprint": "0" * 64}, {"reason": "x", "fingerprint": ""}]
)
def test_no_reason_or_other_words_publish_nothing(asked, wrong):
    client, release, _ = asked
    client.post(reason_of(release), {**shown_in(release), **wrong}, follow=True)
    assert fresh(release).status == "draft"
    assert not Reason.objects.exists()


def test_what_was_typed_since_is_asked_about_anew(asked):
    client, release, _ = asked
    shown = shown_in(release)
    draft = release.get_latest_revision_as_object()
    draft.headline = "Typed since"
    draft.save_revision()
    page = client.post(reason_of(release), {"reason": "x", **shown}, follow=True)
    assert "The words have changed since this page was shown." in told(page)
    assert fresh(release).status == "draft"


def test_where_nothing_is_found_there_is_nothing_to_answer(sign_in):
    release = make_release()
    page = sign_in("director").get(reason_of(release), follow=True)
    assert "Nothing in it asks for a reason." in told(page)


def test_who_may_not_publish_gives_no_reasons(sign_in):
    release = make_release(text=RISKY)
    client = sign_in("writer")
    response = client.post(reason_of(release), {"reason": "x", **{"fingerprint": release.words.fingerprint}})
    assert response.status_code in (302, 403)
    assert fresh(release).status == "draft" and not Reason.objects.exists()


def test_a_change_of_public_words_shows_who_is_at_risk_and_wants_the_reason_too(sign_in):
    release = make_release()
    publish(release)
    client = sign_in("director")
    page = press(client, release, text=RISKY)
    assert "what looks like the full name of someone under 18" in page.content.decode()
    said = {"act": "update", "note": "She came.", "public_version": 1, **shown_in(fresh(release))}
    page = client.post(reverse("desk_change", args=[release.pk]), said, follow=True)
    assert fresh(release).versions.count() == 1 and not Reason.objects.exists()
    client.post(reverse("desk_change", args=[release.pk]), {**said, "reason": "Her mother asked us to."}, follow=True)
    assert fresh(release).versions.count() == 2
    assert Reason.objects.get().reason == "Her mother asked us to."
