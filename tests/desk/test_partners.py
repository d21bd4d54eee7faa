"""A partner's yes: to exactly the words that were shown, and off with any other."""

from datetime import date, timedelta

import pytest
from build import make_release
from desk.posting import release_form
from django.urls import reverse

from dateline.desk.consents import names_not_printed, partner_states
from dateline.publishing.publish import publish
from dateline.releases.models import Consent, Release

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    return make_release(partners=["Shore Legal Aid", "Night Bakers"])


def say_yes(client, release, name="Shore Legal Aid", **changed):
    now = release.get_latest_revision_as_object()
    row = now.release_partners.get(organization__name=name)
    data = {
        "organization": row.organization_id,
        "fingerprint": now.words.fingerprint,
        "said_by": "Ben Osei",
        "said_on": "2024-05-05",
        "said_how": "by e-mail",
        "is_exact": "on",
        **changed,
    }
    return client.post(reverse("desk_partners", args=[release.pk]), data, follow=True)


def write(client, release, **changed):
    latest = Release.objects.get(pk=release.pk).get_latest_revision_as_object()
    address = reverse("wagtailadmin_pages:edit", args=[release.pk])
    response = client.post(address, release_form(latest, **changed), follow=True)
    assert response.status_code == 200
    return Release.objects.get(pk=release.pk)


def missing(release):
    now = Release.objects.get(pk=release.pk).get_latest_revision_as_object()
    return names_not_printed(partner_states(now, now.words.fingerprint))


def test_a_yes_says_who_when_how_and_to_which_words(sign_in, release):
    client = sign_in("writer")
    page = say_yes(client, release).content.decode()
    consent = Consent.objects.get()
    assert (consent.said_by, consent.said_on, consent.said_how) == ("Ben Osei", date(2024, 5, 5), "by e-mail")
    assert consent.fingerprint == release.words.fingerprint
    assert consent.recorded_by == client.person
    assert "Shore Legal Aid has said yes to these words." in page
    assert missing(release) == ["Night Bakers"]


def test_a_changed_word_takes_the_name_off_and_the_old_word_puts_it_back(sign_in, release):
    client = sign_in("writer")
    say_yes(client, release)
    write(client, release, text="The board voted five to none.")
    assert missing(release) == ["Shore Legal Aid", "Night Bakers"]
    page = client.get(reverse("desk_partners", args=[release.pk])).content.decode()
    assert "but to other words. The name is off." in page
    write(client, release, text="The board voted four to one.")
    assert missing(release) == ["Night Bakers"]


def test_after_a_change_a_new_yes_puts_the_name_back(sign_in, release):
    client = sign_in("writer")
    say_yes(client, release)
    release = write(client, release, headline="Tenants win")
    say_yes(client, release)
    assert missing(release) == ["Night Bakers"]
    assert Consent.objects.count() == 2


def test_a_yes_to_words_that_have_changed_meanwhile_is_refused(sign_in, release):
    client = sign_in("writer")
    shown = release.words.fingerprint
    release = write(client, release, headline="Tenants lose")
    page = say_yes(client, release, fingerprint=shown).content.decode()
    assert "The words have changed since this page was shown" in page
    assert not Consent.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"is_exact": ""},
        {"said_by": ""},
        {"said_how": ""},
        {"said_on": ""},
        {"said_on": "2999-01-01"},
        {"organization": "x"},
    ],
)
def test_a_yes_that_is_not_whole_is_not_recorded(sign_in, release, wrong):
    response = say_yes(sign_in("writer"), release, **wrong)
    assert response.status_code == 200
    assert not Consent.objects.exists()


def test_a_partner_that_is_not_asked_cannot_say_yes(sign_in, release):
    client = sign_in("writer")
    stranger = make_release(partners=["Stranger"]).release_partners.get().organization_id
    assert "not asked" in say_yes(client, release, organization=stranger).content.decode()
    assert not Consent.objects.exists()


def test_a_yes_can_be_taken_back_until_words_were_published_under_it(sign_in, release):
    client = sign_in("director")
    say_yes(client, release)
    take_back = reverse("desk_take_back", args=[release.pk, Consent.objects.get().pk])
    assert client.get(take_back).status_code == 405
    client.post(take_back)
    assert not Consent.objects.exists()
    say_yes(client, release)
    publish(Release.objects.get(pk=release.pk))
    take_back = reverse("desk_take_back", args=[release.pk, Consent.objects.get().pk])
    assert "stays on record" in client.post(take_back, follow=True).content.decode()
    assert Consent.objects.exists()


def test_a_yes_of_another_release_cannot_be_taken_back_through_this_one(sign_in, release):
    client = sign_in("writer")
    other = make_release(headline="Another", partners=["Night Bakers"])
    say_yes(client, other, "Night Bakers")
    address = reverse("desk_take_back", args=[release.pk, Consent.objects.get().pk])
    assert client.post(address).status_code == 404
    assert Consent.objects.exists()


def test_the_editing_page_and_the_message_name_who_is_not_printed(sign_in, release):
    client = sign_in("director")
    say_yes(client, release)
    edit = reverse("wagtailadmin_pages:edit", args=[release.pk])
    assert "has not said yes. The name will not be printed." in client.get(edit).content.decode()
    latest = Release.objects.get(pk=release.pk).get_latest_revision_as_object()
    page = client.post(edit, {**release_form(latest), "action-publish": "1"}, follow=True).content.decode()
    assert "Night Bakers is not named" in page
    printed = Release.objects.get(pk=release.pk).current.words["printed"]["partners"]
    assert [partner["name"] for partner in printed] == ["Shore Legal Aid"]


def test_every_saving_renews_what_is_said_about_names(sign_in, release):
    client = sign_in("writer")
    say_yes(client, release)
    latest = Release.objects.get(pk=release.pk).get_latest_revision_as_object()
    edit = reverse("wagtailadmin_pages:edit", args=[release.pk])
    data = release_form(latest, headline="Other words")
    answer = client.post(edit, data, headers={"accept": "application/json"}).json()
    assert answer["success"]
    assert "said yes to other words" in answer["html"]


def test_a_yes_that_comes_after_publication_says_what_it_can_do(sign_in, release):
    client = sign_in("director")
    publish(release)
    page = client.get(reverse("desk_partners", args=[release.pk])).content.decode()
    assert "can be added only by a correction or an update" in page


def test_the_words_are_shown_as_text_and_never_as_markup(sign_in):
    release = make_release(headline="<script>alert(1)</script>", partners=["Night Bakers"])
    release.body = [
        ("text", "<p>Said <script>alert(2)</script></p>"),
        ("quote", {"words": "<i>", "speaker": "<b>", "title": ""}),
    ]
    release.save()
    page = sign_in("writer").get(reverse("desk_partners", args=[release.pk])).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_only_who_may_write_the_release_sees_its_partners(client, db, release):
    response = client.get(reverse("desk_partners", args=[release.pk]))
    assert response.status_code == 302 and "/desk/login/" in response["Location"]


def test_today_in_the_newsrooms_zone_is_not_the_future(sign_in, release):
    form_day = date.today() + timedelta(days=3)
    assert "still to come" in say_yes(sign_in("writer"), release, said_on=form_day.isoformat()).content.decode()
