"""The verbs from the command: a release is named, the verb's own refusals are printed, a dry run changes nothing."""

from pathlib import Path

import click
import pytest
from build import AT, make_release
from click.testing import CliRunner
from django.conf import settings
from wagtail.models import PageLogEntry

from dateline.commands.change import correct, update
from dateline.commands.publish import publish
from dateline.commands.redact import redact
from dateline.commands.withdraw import withdraw
from dateline.publishing import press
from dateline.publishing.models import Reason
from dateline.publishing.publish import publish as publish_release
from dateline.publishing.settle import settle
from dateline.releases.models import Redaction, Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


def run(command: click.Command, *arguments: str, given: str = "") -> tuple[int, str]:
    """Run a command as `dateline` does; give its exit status and what it printed. Raises what it raises."""
    told = CliRunner().invoke(command, list(map(str, arguments)), input=given, standalone_mode=False)
    if told.exception:
        raise told.exception
    return told.return_value or 0, told.output


@pytest.fixture
def public(db) -> Release:
    made = make_release(headline="Heat for all", text="Ana Perez spoke.")
    publish_release(made, at=AT)
    settle()
    return Release.objects.get(pk=made.pk)


def test_a_draft_is_published_by_its_number_as_it_was_saved_last():
    draft = make_release(headline="First")
    draft.headline = "Saved last"
    draft.save_revision()
    assert run(publish, draft.pk) == (0, "Public: https://press.example/2024/05/saved-last/\n")


def test_someone_at_risk_is_refused_with_the_place_and_published_with_a_reason():
    draft = make_release(text="Maria Lopez, 9, came alone.")
    status, said = run(publish, draft.pk)
    assert (status, said.startswith("In block 1, paragraph 1: what looks like the full name of someone under 18")) == (
        1,
        True,
    )
    assert "Lopez" not in said
    assert run(publish, draft.pk, "--reason", "Her mother asked us to.", "--dry-run")[0] == 0
    assert Release.objects.get().status == "draft" and not Reason.objects.exists()
    assert run(publish, draft.pk, "--reason", "Her mother asked us to.")[0] == 0
    assert Reason.objects.get().reason == "Her mother asked us to."


def test_a_reason_without_a_release_is_a_mistake():
    with pytest.raises(click.UsageError, match="goes with a release"):
        run(publish, "--reason", "x")


@pytest.mark.parametrize("form", ["{address}", "https://press.example{address}", "{uid}", "{pk}"])
def test_a_release_is_named_by_address_uid_or_number(public, form):
    name = form.format(address=public.address, uid=public.uid, pk=public.pk)
    assert "Would be withdrawn" in run(withdraw, name, "--note", "It was wrong.", "--dry-run")[1]
    assert Release.objects.get().status == "public"


@pytest.mark.parametrize("name", ["/2024/05/never/", "4711", "0593cf9a-a6ac-4bcc-ac7e-943a55974280"])
def test_an_unknown_release_is_refused_with_the_ways_to_name_one(public, name):
    with pytest.raises(Refused, match="its public address, its uid, or the number"):
        run(withdraw, name, "--note", "x")


def test_one_refusal_among_several_is_said_and_the_others_are_published():
    unfit, fit = make_release(headline="Unfit", dated_on=None), make_release(headline="Fit")
    status, said = run(publish, unfit.pk, fit.pk)
    assert status == 1
    assert f"{unfit.pk}: It has no date" in said and "/2024/05/fit/" in said


def test_what_is_saved_becomes_public_as_a_correction_or_update_and_the_note_says_why(public):
    for number, command in enumerate((correct, update)):
        draft = Release.objects.get()
        draft.body = [("text", f"<p>Text {number}.</p>")]
        draft.save_revision()
        run(command, public.address, "--note", "It was wrong.", "--dry-run")
        assert Release.objects.get().versions.count() == number + 1
        run(command, public.address, "--note", "It was wrong.")
        assert Release.objects.get().current.note == "It was wrong."
    with pytest.raises(Refused, match="No word differs"):
        run(update, public.address, "--note", "Again.")


def test_a_withdrawal_needs_its_reason(public):
    with pytest.raises(click.UsageError):
        run(withdraw, public.address)
    run(withdraw, public.address, "--note", "It was wrong.")
    assert Release.objects.get().status == "withdrawn"


def test_a_passage_is_read_from_standard_input_and_never_said(public, django_user_model):
    django_user_model.objects.create_user("press")
    dry = run(redact, public.address, "--passage", "-", "--dry-run", given="Ana Perez\n")
    assert dry[0] == 0 and "[removed to protect a person] spoke." in dry[1]
    assert "Ana Perez" in Release.objects.get().current.lede
    said = run(redact, public.address, "--passage", "-", "--by", "press", given="Ana Perez\n")[1]
    assert "Removed: a passage" in said
    assert "Perez" not in said + dry[1] + str(list(PageLogEntry.objects.values_list("label", "data")))
    assert Redaction.objects.get().removed_by.username == "press"


@pytest.mark.parametrize(
    "options",
    [(), ("--passage", "x y", "--picture", "1"), ("--picture", "1", "--everywhere"), ("--picture", "0")],
)
def test_exactly_one_thing_is_named(public, options):
    with pytest.raises(click.UsageError):
        run(redact, public.address, *options)


def test_an_unknown_person_is_refused_before_anything_is_removed(public):
    with pytest.raises(Refused, match="Nobody of the name"):
        run(redact, public.address, "--passage", "Ana Perez", "--by", "nobody")
    assert not Redaction.objects.exists()


def test_everywhere_takes_it_out_of_the_other_releases_and_without_it_they_are_named(public):
    other = make_release(headline="Another", text="Ana Perez again.")
    publish_release(other, at=AT)
    assert (
        "https://press.example/2024/05/another/"
        in run(redact, public.address, "--passage", "Ana Perez", "--dry-run")[1]
    )
    run(redact, public.address, "--passage", "Ana Perez", "--everywhere")
    assert not [text for text in public_texts() if "Perez" in text]


def test_what_could_not_be_made_is_said_loudly_and_by_exit_status(public, monkeypatch):
    def full(file, content, *, unfinished):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(press, "write", full)
    status, said = run(redact, public.address, "--passage", "Ana Perez")
    assert status == 1
    assert "may still be public: OSError" in said and "It is out of every public byte" not in said


def public_texts() -> list[str]:
    return [file.read_text() for file in Path(settings.DATELINE_PUBLIC_ROOT).rglob("*.txt")]
