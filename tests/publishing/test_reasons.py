"""Who may be at risk is asked before anything goes out: refused, answered for exactly these words, or not there at all."""

from datetime import date

import pytest
from build import AT, make_advisory, make_release
from django.contrib.auth import get_user_model

from dateline.publishing.correct import correct
from dateline.publishing.models import Reason
from dateline.publishing.publish import publish
from dateline.publishing.reasons import PersonAtRisk
from dateline.publishing.redact import redact
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle
from dateline.publishing.update import update
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.words import words_kept

pytestmark = pytest.mark.django_db

RISKY = "Maria Lopez, 9, came alone. Her file is A 012-345-678."


def fresh(release):
    return Release.objects.select_related("current").get(pk=release.pk)


def test_words_with_a_person_at_risk_are_refused_with_what_and_where():
    release = make_release(text=RISKY)
    with pytest.raises(PersonAtRisk) as refused:
        publish(release, at=AT)
    assert len(refused.value.reasons) == 2
    assert all(sentence.startswith("In block 1, paragraph 1: ") for sentence in refused.value.reasons)
    assert "Lopez" not in str(refused.value) and "012" not in str(refused.value)
    assert fresh(release).status == "draft"
    assert not Reason.objects.exists()


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_an_empty_reason_is_none(reason):
    with pytest.raises(PersonAtRisk):
        publish(make_release(text=RISKY), reason=reason, at=AT)


def test_a_reason_publishes_them_and_is_kept_with_who_when_and_what_kind_but_no_passage():
    person = get_user_model().objects.create_user("ana")
    release = make_release(text=RISKY)
    publish(release, reason=" Her mother has asked us to. ", at=AT, by=person)
    assert fresh(release).status == "public"
    (kept,) = Reason.objects.all()
    assert (kept.release_id, kept.given_by, kept.given_at) == (release.pk, person, AT)
    assert kept.reason == "Her mother has asked us to."
    assert kept.findings == {"child": 1, "a-number": 1}
    assert kept.fingerprint == fresh(release).current.fingerprint


def test_a_reason_that_nobody_asked_for_is_not_kept():
    publish(make_release(), reason="To be safe.", at=AT)
    assert not Reason.objects.exists()


def test_a_reason_answers_for_exactly_its_words():
    release = make_release(text=RISKY)
    kept = Reason.objects.create(
        release=release, fingerprint=release.words.fingerprint, findings={}, reason="x", given_at=AT
    )
    other = make_release(headline="Another", text=RISKY)
    with pytest.raises(PersonAtRisk):
        publish(other, at=AT)
    release.headline = "Another word"
    with pytest.raises(PersonAtRisk):
        publish(release, at=AT)
    release = fresh(release)
    publish(release, at=AT)
    assert fresh(release).current.fingerprint == kept.fingerprint


def test_what_is_unfit_keeps_no_reason():
    release = make_release(text=RISKY, dated_on=date(2999, 1, 1))
    with pytest.raises(Refused, match="still to come"):
        publish(release, reason="Her mother has asked us to.", at=AT)
    assert not Reason.objects.exists()


def test_where_an_advisory_invites_to_is_no_home():
    publish(make_advisory(event_where="The home of the union, 9 Juniper Court, Apt. 4"), at=AT)


def test_a_redaction_takes_the_passage_out_of_the_reason_and_it_stands_for_the_words_left():
    release = make_release(text=RISKY)
    publish(release, reason="Maria Lopez has asked us to.", at=AT)
    settle()
    redact(fresh(release), Passage("Maria Lopez"), at=AT)
    (kept,) = Reason.objects.all()
    assert "Lopez" not in kept.reason
    assert kept.fingerprint == fresh(release).current.fingerprint


def test_no_public_byte_has_the_reason(public_root):
    publish(make_release(text=RISKY), reason="Zanzibarwords asked.", at=AT)
    settle()
    written = [file for file in public_root.rglob("*") if file.is_file()]
    assert written
    assert not any(b"Zanzibarwords" in file.read_bytes() for file in written)


def changed(release, text):
    """Give a public release with other words in memory."""
    release = fresh(release)
    release.body = [("text", f"<p>{text}</p>")]
    return release


@pytest.mark.parametrize("verb", [correct, update])
def test_a_change_that_brings_someone_new_into_danger_is_refused_until_a_reason_is_given(verb):
    release = make_release()
    publish(release, at=AT)
    with pytest.raises(PersonAtRisk):
        verb(changed(release, RISKY), "There is more.", at=AT)
    assert fresh(release).versions.count() == 1
    verb(changed(release, RISKY), "There is more.", reason="Her mother asked us to.", at=AT)
    assert fresh(release).versions.count() == 2
    assert Reason.objects.get().fingerprint == fresh(release).current.fingerprint


def test_a_change_is_not_asked_about_what_is_public_already_but_about_one_more_of_the_same():
    release = make_release(text=RISKY)
    publish(release, reason="Her mother asked us to.", at=AT)
    correct(changed(release, f"{RISKY} She came in May."), "The month.", at=AT)
    with pytest.raises(PersonAtRisk) as refused:
        correct(changed(release, f"{RISKY} She came in May. Rosa Diaz, 12, came too."), "And Rosa.", at=AT)
    assert len(refused.value.reasons) == 1
    with pytest.raises(PersonAtRisk):
        correct(changed(release, f"{RISKY} She came in May. {RISKY}"), "Twice.", at=AT)


def test_words_that_a_version_keeps_are_the_words_again():
    for release in (make_release(text=RISKY), make_advisory()):
        assert words_kept({**release.words.as_json(), "printed": {}}).fingerprint == release.words.fingerprint
