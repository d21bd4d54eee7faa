"""Two that are one are joined, one that is two is split, by a person. Most of it is refusals."""

import pytest
from intake.building import found, only, reading, releases, said
from intake.settling import HAND, TWO, doubtful, imported, read_in, the_doubtful

from dateline.intake.accept import accept
from dateline.intake.discard import discard
from dateline.intake.join import join, may_be
from dateline.intake.models import Act, Finding, Import, Outcome, Source
from dateline.intake.source_text import text_of
from dateline.intake.split import extent, split
from dateline.publishing.publish import publish
from dateline.releases.models import OldAddress, Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db
OTHER = "Quite another text, which nobody would take for the first, about the same evening and the same boiler."


@pytest.fixture
def into(ground) -> Import:
    """An import of two drafts of one day and headline, in other words."""
    return imported(
        ground,
        reading(ground, "1.txt", found()),
        reading(ground, "2.txt", found(text=OTHER, topics=("Heat",), address="https://old.example/heat")),
    )


def other_than(finding: Finding) -> Release:
    return Release.objects.exclude(pk=finding.release_id).get()


def test_joined_two_drafts_are_one_that_has_the_fullest_text_and_the_topics_of_both(into):
    finding = the_doubtful(into)
    stays = join(finding, other_than(finding), HAND)
    assert only() == stays and "four winters" in said(stays)
    assert [topic.name for topic in stays.topics.all()] == ["Heat"]
    finding.refresh_from_db()
    assert (finding.release, finding.outcome) == (stays, Outcome.MERGED)
    assert OldAddress.objects.get().release == stays
    assert doubtful(into) == [] and Act.objects.get().what == Act.What.JOINED


def test_joined_with_what_is_public_the_public_words_stay(into):
    finding = the_doubtful(into)
    public = other_than(finding)
    publish(public)
    before = Release.objects.get(pk=public.pk).current.fingerprint
    join(finding, public, HAND)
    assert only().current.fingerprint == before and only().findings.count() == 2


def test_both_drafts_may_be_the_other(into):
    finding = the_doubtful(into)
    first = Finding.objects.exclude(pk=finding.pk).get()
    assert list(may_be(finding)) == [first.release] and list(may_be(first)) == [finding.release]


def test_what_it_may_not_be_is_not_joined_with_it(ground, into):
    imported(ground, reading(ground, "3.txt", found("Else", "Else.", date="2011-01-01")))
    finding = the_doubtful(into)
    with pytest.raises(Refused, match="named"):
        join(finding, Release.objects.get(headline="Else"), HAND)
    with pytest.raises(Refused, match="same release already"):
        join(finding, finding.release, HAND)
    assert len(releases()) == 3 and not Act.objects.exists()


def test_what_a_person_has_in_hand_is_not_lost_by_joining(into):
    finding = the_doubtful(into)
    draft = finding.release
    draft.headline = "By hand"
    draft.save()
    draft.save_revision()
    with pytest.raises(Refused, match="changed by hand"):
        join(finding, other_than(finding), HAND)
    assert len(releases()) == 2


def test_what_is_public_is_not_joined_into_another(into):
    finding = the_doubtful(into)
    publish(finding.release)
    with pytest.raises(Refused, match="is public"):
        join(finding, other_than(finding), HAND)
    assert len(releases()) == 2


@pytest.fixture
def glued(ground) -> Finding:
    """One record that is two releases, as a reading that has missed the seam would have found it."""
    (ground / "two.txt").write_text(TWO)
    into = read_in(ground, was_public=False)
    source = Source.objects.get()
    whole = Finding.objects.order_by("ordinal").first()
    Release.objects.filter(pk__in=Finding.objects.exclude(pk=whole.pk).values("release")).delete()
    Finding.objects.exclude(pk=whole.pk).delete()
    start, end = TWO.index("HEAT IS"), len(TWO)
    record = {**whole.record, "text": TWO[60:], "spans": {"headline": [[start, start + 24]], "text": [[60, end]]}}
    Finding.objects.filter(pk=whole.pk).update(
        record=record, outcome=Outcome.DOUBTFUL, doubts=[{"code": "possible-join", "sentence": "Two?"}]
    )
    assert text_of(source) == TWO
    return Finding.objects.select_related("source", "found_in", "release").get(pk=whole.pk, found_in=into)


def test_split_a_record_is_two_and_each_says_its_own(glued):
    (added,) = split(glued, TWO.index("FERRY FARES"), HAND)
    first, second = glued.release, added.release
    first.refresh_from_db()
    assert "four winters" in said(first) and "ferry" not in said(first)
    assert "ferry board" in said(second) and "winters" not in said(second)
    assert (str(second.dated_on), second.place, second.status) == ("2019-03-03", "PORT AMBER", "draft")
    (start, end), *_ = added.record["spans"]["headline"]
    assert TWO[start:end] == "FERRY FARES STAY WHERE THEY ARE"
    assert Act.objects.get().what == Act.What.SPLIT


def test_after_a_split_the_same_source_changes_nothing(ground, glued):
    split(glued, TWO.index("FERRY FARES"), HAND)
    before = [(release.headline, said(release)) for release in releases()]
    record = Finding.objects.get(pk=glued.pk).record
    assert record["text"] == TWO[60:]  # what was found never changes
    assert len(before) == 2


@pytest.mark.parametrize("at", [-1, 0, 10**9])
def test_a_mark_outside_the_record_is_refused(glued, at):
    before = said(glued.release)
    with pytest.raises(Refused, match="outside this record"):
        split(glued, at, HAND)
    assert said(only()) == before and not Act.objects.exists()


def test_where_a_part_holds_no_release_nothing_is_split(glued):
    _, end = extent(glued)
    before = said(glued.release)
    with pytest.raises(Refused, match="behind the mark"):
        split(glued, end - 1, HAND)
    assert said(only()) == before and Finding.objects.count() == 1


def test_without_its_raw_source_nothing_is_split(glued):
    accept([glued], HAND)
    discard(glued.found_in, HAND)
    with pytest.raises(Refused, match="discarded"):
        split(Finding.objects.get(), TWO.index("FERRY FARES"), HAND)
