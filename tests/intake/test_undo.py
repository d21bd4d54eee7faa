"""A whole import undone is as if it had not been; raw sources discarded leave what was found. Most of it is refusals."""

import pytest
from intake.building import found, only, reading, record_of_releases, releases, take, teaser, whole_record
from intake.settling import HAND, imported

from dateline.intake.discard import discard
from dateline.intake.kept_sources import place_of
from dateline.intake.models import Act, Finding, Import, Source
from dateline.intake.source_text import text_of
from dateline.intake.undo import undo, would_undo
from dateline.publishing.publish import publish
from dateline.releases.models import OldAddress, Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


def drafts(ground, *readings) -> Import:
    return imported(ground, *readings, was_public=False)


def take_back(into: Import) -> None:
    undo(into, would_undo(into).stamp, HAND)


def kept(record: dict) -> dict:
    return {name: record[name] for name in ("releases", "tree", "findings", "sources")}


def test_undone_nothing_is_left_of_it_but_that_it_was(ground, django_capture_on_commit_callbacks):
    drafts(ground, reading(ground, "0.txt", found("Before", "Before.", date="2010-01-01")))
    before = kept(whole_record())
    into = drafts(ground, reading(ground, "1.txt", found(address="https://old.example/heat")))
    sha256 = into.sources.get().sha256
    with django_capture_on_commit_callbacks(execute=True):
        take_back(into)
    assert kept(whole_record()) == before
    assert not OldAddress.objects.exists() and not place_of(sha256).exists()
    into.refresh_from_db()
    assert into.undone_at and Act.objects.get().what == Act.What.UNDONE


def test_what_it_made_fuller_becomes_again_what_it_was(ground):
    drafts(ground, reading(ground, "1.txt", teaser()))
    before = record_of_releases()
    into = drafts(ground, reading(ground, "2.txt", found(topics=("Heat",), address="https://old.example/heat")))
    assert not only().is_teaser
    take_back(into)
    assert record_of_releases() == before and only().is_teaser
    assert not OldAddress.objects.exists()


def test_undone_the_import_before_can_still_grow_it(ground):
    drafts(ground, reading(ground, "1.txt", teaser()))
    take_back(drafts(ground, reading(ground, "2.txt", found())))
    drafts(ground, reading(ground, "3.txt", found()))
    assert not only().is_teaser


def test_the_same_again_after_an_undo_is_an_import_of_its_own(ground):
    into = drafts(ground, reading(ground, "1.txt", found()))
    take_back(into)
    again = drafts(ground, reading(ground, "1.txt", found()))
    assert again.pk != into.pk and only().findings.get().found_in == again


def test_once_anything_of_it_was_public_it_is_not_undone_and_nothing_changes(ground):
    into = drafts(ground, reading(ground, "1.txt", found(), found("Second", "Second.", date="2018-01-01")))
    publish(releases()[0])
    before = whole_record()
    with pytest.raises(Refused, match="Withdraw it"):
        undo(into, would_undo(into).stamp, HAND)
    assert whole_record() == before and not Act.objects.exists()


def test_a_public_teaser_that_it_completed_keeps_it_from_being_undone(ground):
    take(ground, reading(ground, "1.txt", teaser()))
    into = imported(ground, reading(ground, "2.txt", found()))
    assert not only().is_teaser
    with pytest.raises(Refused, match="Withdraw it"):
        undo(into, would_undo(into).stamp, HAND)


def test_that_it_found_again_what_is_public_does_not_keep_it(ground):
    take(ground, reading(ground, "1.txt", found()))
    into = imported(ground, reading(ground, "2.txt", found()))
    take_back(into)
    assert only().status == "public" and Finding.objects.count() == 1


def test_what_a_person_changed_after_it_was_made_fuller_is_not_taken_back(ground):
    drafts(ground, reading(ground, "1.txt", teaser()))
    into = drafts(ground, reading(ground, "2.txt", found()))
    release = only()
    release.headline = "By hand"
    release.save()
    with pytest.raises(Refused, match="changed it by hand"):
        undo(into, would_undo(into).stamp, HAND)
    assert only().headline == "By hand"


def test_drafts_changed_by_hand_are_counted_before_they_go(ground, django_user_model):
    into = drafts(ground, reading(ground, "1.txt", found()))
    stamp = would_undo(into).stamp
    only().save_revision(user=django_user_model.objects.create_user("press"))
    assert would_undo(into).in_hand == 1
    with pytest.raises(Refused, match="is another"):
        undo(into, stamp, HAND)
    assert len(releases()) == 1


def test_a_running_import_and_an_undone_one_are_not_undone(ground):
    into = drafts(ground, reading(ground, "1.txt", found()))
    Import.objects.update(finished_at=None)
    into.refresh_from_db()
    with pytest.raises(Refused, match="still running"):
        undo(into, "1-0-0", HAND)
    Import.objects.update(finished_at=into.started_at)
    take_back(Import.objects.get())
    with pytest.raises(Refused, match="was undone"):
        undo(Import.objects.get(), "0-0-0", HAND)
    assert Act.objects.count() == 1


def test_raw_sources_are_discarded_and_what_was_found_stays(ground, django_capture_on_commit_callbacks):
    into = drafts(ground, reading(ground, "1.txt", found(), leftovers=["Home | About"]))
    sha256 = into.sources.get().sha256
    record = Finding.objects.get().record
    with django_capture_on_commit_callbacks(execute=True):
        assert discard(into, HAND) == 1
    source = Source.objects.get()
    assert not place_of(sha256).exists() and text_of(source) == ""
    assert "About" not in str(source.reading) and len(source.reading["leftovers"]) == 1
    assert Finding.objects.get().record == record and only().headline == found().headline


def test_bytes_that_another_import_keeps_stay_until_that_lets_go_too(ground, django_capture_on_commit_callbacks):
    one = drafts(ground, reading(ground, "1.txt", found()))
    other = imported(ground, reading(ground, "1.txt", found()), was_public=True)
    sha256 = one.sources.get().sha256
    with django_capture_on_commit_callbacks(execute=True):
        assert discard(one, HAND) == 0
    assert place_of(sha256).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert discard(other, HAND) == 1
    assert not place_of(sha256).exists()


def test_while_anything_is_doubtful_no_source_is_discarded(ground):
    into = drafts(ground, reading(ground, "1.txt", found(date=None)))
    with pytest.raises(Refused, match="1 of its records are still doubtful"):
        discard(into, HAND)
    assert place_of(into.sources.get().sha256).exists() and text_of(Source.objects.get())


def test_twice_discarded_running_or_undone_is_refused(ground):
    into = drafts(ground, reading(ground, "1.txt", found()))
    discard(into, HAND)
    with pytest.raises(Refused, match="already"):
        discard(Import.objects.get(), HAND)
    Import.objects.update(discarded_at=None, finished_at=None)
    with pytest.raises(Refused, match="still running"):
        discard(Import.objects.get(), HAND)
    assert Release.objects.count() == 1
