"""The doors that a person uses: publish, what happened, withdraw."""

import pytest
from build import make_newsroom, make_release
from desk.posting import release_form
from django.contrib.messages import get_messages
from django.urls import reverse

from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.releases.models import Release, Version
from dateline.releases.status import Act, Status

pytestmark = pytest.mark.django_db


def edit_of(release):
    return reverse("wagtailadmin_pages:edit", args=[release.pk])


def press(client, release, **changed):
    latest = Release.objects.get(pk=release.pk).get_latest_revision_as_object()
    data = {**release_form(latest, **changed), "action-publish": "action-publish"}
    return client.post(edit_of(release), data, follow=True)


def told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request)) or response.content.decode()


def fresh(release):
    return Release.objects.select_related("current").get(pk=release.pk)


def test_publish_puts_exactly_the_submitted_words_in_public(sign_in, public_root):
    release = make_release()
    page = press(sign_in("director"), release, headline="Heat is back on", text="All of it.").content.decode()
    settle()
    release = fresh(release)
    assert release.status == Status.PUBLIC
    assert release.current.headline == "Heat is back on"
    assert f'href="{release.address}"' in page and f"https://press.example{release.address}" in page
    assert "Heat is back on" in (public_root / release.address.strip("/") / "index.html").read_text()


def test_a_new_release_can_be_written_and_published_at_once(sign_in):
    room = make_newsroom()
    address = reverse("wagtailadmin_pages:add", args=["releases", "release", room.pk])
    data = {**release_form(headline="Out at once"), "action-publish": "action-publish"}
    response = sign_in("director").post(address, data, follow=True)
    release = Release.objects.get(headline="Out at once")
    assert release.status == Status.PUBLIC
    assert response.redirect_chain[0][0] == edit_of(release)


def test_a_refusal_is_said_and_the_draft_is_kept(sign_in):
    release = make_release()
    page = press(sign_in("director"), release, headline="Too early", dated_on="2999-01-01").content.decode()
    assert "It is dated 2999-01-01, which is still to come." in page
    release = fresh(release)
    assert release.status == Status.DRAFT
    assert release.get_latest_revision_as_object().headline == "Too early"


def test_a_writer_cannot_publish_correct_or_withdraw(sign_in):
    release = make_release()
    writer = sign_in("writer")
    assert "action-publish" not in writer.get(edit_of(release)).content.decode()
    press(writer, release)
    assert fresh(release).status == Status.DRAFT
    publish(release)
    for name in ("desk_change", "desk_withdraw"):
        response = writer.post(reverse(name, args=[release.pk]), {"note": "x", "is_meant": "on", "public_version": 1})
        assert response.status_code in (302, 403)
    assert fresh(release).status == Status.PUBLIC


def test_changed_public_words_ask_what_happened_and_nothing_is_out_before_the_answer(sign_in):
    release = make_release()
    publish(release)
    response = press(sign_in("director"), release, headline="Tenants win the right to two interpreters")
    assert response.redirect_chain[-1][0] == reverse("desk_change", args=[release.pk])
    page = response.content.decode()
    assert "<del>an interpreter</del>" in page and "<ins>two interpreters</ins>" in page
    assert fresh(release).current.number == 1


@pytest.mark.parametrize(("act", "kept_as"), [("correct", Act.CORRECTED), ("update", Act.UPDATED)])
def test_the_answer_publishes_what_was_shown(sign_in, act, kept_as):
    release = make_release()
    publish(release)
    client = sign_in("director")
    shown = press(client, release, headline="Two interpreters").context["form"].initial
    answer = {**shown, "act": act, "note": "It was two."}
    page = client.post(reverse("desk_change", args=[release.pk]), answer, follow=True)
    version = fresh(release).current
    assert (version.number, version.act, version.note, version.headline) == (
        2,
        kept_as,
        "It was two.",
        "Two interpreters",
    )
    assert page.redirect_chain[-1][0] == edit_of(release)


def test_words_typed_after_the_page_was_shown_are_not_published(sign_in):
    release = make_release()
    publish(release)
    client = sign_in("director")
    shown = press(client, release, headline="Two interpreters").context["form"].initial
    client.post(edit_of(release), release_form(fresh(release), headline="Three interpreters"))
    answer = {**shown, "act": "correct", "note": "It was two."}
    page = client.post(reverse("desk_change", args=[release.pk]), answer, follow=True).content.decode()
    assert "The words have changed since this page was shown" in page
    assert fresh(release).current.number == 1


def test_a_correction_of_what_someone_else_has_corrected_meanwhile_is_refused(sign_in):
    release = make_release()
    publish(release)
    client = sign_in("director")
    shown = press(client, release, headline="Two interpreters").context["form"].initial
    answer = {**shown, "public_version": 7, "act": "correct", "note": "It was two."}
    client.post(reverse("desk_change", args=[release.pk]), answer)
    assert fresh(release).current.number == 1


@pytest.mark.parametrize("wrong", [{"note": ""}, {"note": "  "}, {"act": ""}, {"act": "withdraw"}, {"fingerprint": ""}])
def test_an_answer_that_is_not_whole_publishes_nothing(sign_in, wrong):
    release = make_release()
    publish(release)
    client = sign_in("director")
    shown = press(client, release, headline="Two interpreters").context["form"].initial
    answer = {**shown, "act": "correct", "note": "It was two.", **wrong}
    assert client.post(reverse("desk_change", args=[release.pk]), answer).status_code == 200
    assert fresh(release).current.number == 1


def test_unchanged_words_only_bring_topics_and_contacts_in_step(sign_in):
    release = make_release()
    publish(release)
    page = press(sign_in("director"), release).content.decode()
    assert "No word has changed" in page
    assert Version.objects.count() == 1


def test_a_withdrawn_release_says_so_and_offers_no_publish(sign_in, public_root):
    release = make_release()
    publish(release)
    client = sign_in("director")
    confirm = client.get(reverse("desk_withdraw", args=[release.pk])).context["form"].initial
    said = {**confirm, "note": "The vote was annulled.", "is_meant": "on"}
    page = client.post(reverse("desk_withdraw", args=[release.pk]), said, follow=True).content.decode()
    settle()
    assert fresh(release).status == Status.WITHDRAWN
    assert not (public_root / fresh(release).address.strip("/") / "index.html").exists()
    assert "It was withdrawn." in page and 'name="action-publish"' not in page
    press(client, release, headline="Back again")
    assert fresh(release).status == Status.WITHDRAWN


@pytest.mark.parametrize("wrong", [{"note": ""}, {"is_meant": ""}, {"public_version": 9}, {"public_version": ""}])
def test_a_withdrawal_that_is_not_meant_withdraws_nothing(sign_in, wrong):
    release = make_release()
    publish(release)
    said = {"public_version": 1, "note": "Wrong.", "is_meant": "on", **wrong}
    sign_in("director").post(reverse("desk_withdraw", args=[release.pk]), said)
    assert fresh(release).status == Status.PUBLIC


def test_a_draft_cannot_be_withdrawn(sign_in):
    release = make_release()
    page = sign_in("director").get(reverse("desk_withdraw", args=[release.pk]), follow=True).content.decode()
    assert "Only what is public can be withdrawn." in page


def test_a_draft_of_a_public_release_is_in_no_public_file(sign_in, public_root):
    release = make_release()
    publish(release)
    client = sign_in("director")
    client.post(edit_of(release), release_form(fresh(release), headline="Zibeline", text="Zibeline"))
    settle()
    assert all(b"Zibeline" not in file.read_bytes() for file in public_root.rglob("*") if file.is_file())


def test_a_full_disk_is_said_in_a_sentence_and_the_release_is_public_in_the_record(
    sign_in, settings, tmp_path, django_capture_on_commit_callbacks
):
    release = make_release()
    (tmp_path / "file").write_text("in the way")
    settings.DATELINE_PUBLIC_ROOT = tmp_path / "file" / "public"
    client = sign_in("director")
    latest = release_form(release)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            client.post(edit_of(release), {**latest, "action-publish": "1"})
    except OSError:
        pass  # outside a test the callback runs within the request, where the door catches it
    assert fresh(release).status == Status.PUBLIC
