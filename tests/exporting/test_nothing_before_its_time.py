"""An export says nothing that is not public, unless it is asked to; then each file says so."""

from pathlib import Path

import pytest
from build import make_newsroom, make_release
from django.contrib.auth import get_user_model
from exporting.moved import bytes_of
from laws.canary import CANARY, plant_a_draft

from dateline.exporting.shape import NOT_PUBLIC, WARNING
from dateline.exporting.write import export
from dateline.publishing.publish import publish
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Contact, Release, ReleaseContact

pytestmark = pytest.mark.django_db


def with_a_draft() -> Release:
    author = get_user_model().objects.create_user(f"{CANARY}-user")
    room = make_newsroom()
    publish(make_release(room), by=author)
    return plant_a_draft(author, room)


def saying(word: str, folder: Path) -> list[str]:
    found = bytes_of(folder).items()
    return [name for name, content in found if word.encode() in content.lower() or word in name.lower()]


def test_no_byte_of_a_draft_is_in_an_export(tmp_path: Path):
    draft = with_a_draft()
    export(tmp_path / "out")
    assert saying(CANARY, tmp_path / "out") == []
    assert saying(str(draft.uid), tmp_path / "out") == []


def test_words_saved_for_a_correction_are_not_out_before_it(tmp_path: Path):
    author = get_user_model().objects.create_user("ana")
    public = make_release()
    publish(public, by=author)
    public = Release.objects.get(pk=public.pk)
    public.headline = CANARY
    public.release_contacts.add(ReleaseContact(contact=Contact.objects.create(name=CANARY)))
    public.save_revision(user=author)
    export(tmp_path / "out")
    assert saying(CANARY, tmp_path / "out") == []


def test_the_words_of_a_withdrawn_release_go_out_no_more(tmp_path: Path):
    release = make_release(text=f"The {CANARY}.")
    publish(release)
    withdraw(Release.objects.get(pk=release.pk), "It was wrong.")
    export(tmp_path / "out")
    assert saying(CANARY, tmp_path / "out") == []
    assert saying("it was wrong.", tmp_path / "out") != []


def test_a_contact_who_has_left_is_in_no_export(tmp_path: Path):
    release = make_release()
    gone = Contact.objects.create(name=CANARY, has_left=True)
    release.release_contacts.add(ReleaseContact(contact=gone))
    release.save()
    publish(Release.objects.get(pk=release.pk))
    export(tmp_path / "out")
    assert saying(CANARY, tmp_path / "out") == []


def test_drafts_that_are_asked_for_say_in_name_and_words_that_they_are_not_public(tmp_path: Path):
    with_a_draft()
    assert export(tmp_path / "out", has_drafts=True).drafts == 1
    told = bytes_of(tmp_path / "out")
    said = [name for name in told if CANARY.encode() in told[name].lower()]
    assert len(said) == 4  # the line, the Markdown, the original, and the digest of its name
    assert all(NOT_PUBLIC in name for name in said if name != "digests.txt")
    assert all(WARNING.encode() in told[name] for name in said if name.endswith((".md", ".jsonl")))
    assert WARNING.encode() in told["manifest.json"]
