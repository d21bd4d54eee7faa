"""A person settles what is doubtful: accept, reject, fix, fix alike. Most of it is refusals."""

import pytest
from intake.building import NOW, doubted, found, only, reading, releases, take
from intake.settling import HAND, doubtful, imported, the_doubtful

from dateline.intake.accept import accept, is_settled
from dateline.intake.fix import Fix, fix
from dateline.intake.fix_alike import fix_alike, stamp_of, swapped, would_change
from dateline.intake.models import Act, Finding, Import, Outcome
from dateline.intake.ready import doubtful_among
from dateline.intake.reject import reject
from dateline.publishing.importing.publish_accepted import publish_accepted
from dateline.publishing.models import Reason
from dateline.publishing.publish import publish
from dateline.releases.models import Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def into(ground) -> Import:
    """An import of one doubtful record that was public."""
    return imported(ground, reading(ground, "1.txt", found(doubts=doubted())))


def reasons(refused: list[Refused]) -> str:
    return " ".join(reason for no in refused for reason in no.reasons)


def test_what_is_accepted_is_doubtful_no_more_and_says_by_whom(into):
    finding = the_doubtful(into)
    assert not is_settled(into)
    done, refused = accept([finding], HAND)
    assert (len(done), refused) == (1, [])
    finding.refresh_from_db()
    assert (finding.outcome, finding.answered_at, finding.doubts != []) == (Outcome.NEW, NOW, True)
    assert only().status == "draft"
    assert (Act.objects.get().what, Act.objects.get().finding) == (Act.What.ACCEPTED, finding)
    assert is_settled(into) and doubtful_among([only().pk], into) == set()


def test_what_was_accepted_stays_so_when_the_same_is_found_again(ground, into):
    accept(doubtful(into), HAND)
    again = imported(ground, reading(ground, "2.txt", found(doubts=doubted())))
    assert doubtful(again) == [] and doubtful_among([only().pk], again) == set()


@pytest.mark.parametrize(
    ("record", "sentence"),
    [(found(date=None), "still has no date"), (found(headline=None), "still has no headline")],
)
def test_what_lacks_its_date_or_headline_is_not_accepted(ground, record, sentence):
    into = imported(ground, reading(ground, "1.txt", record))
    done, refused = accept(doubtful(into), HAND)
    assert done == [] and sentence in reasons(refused)
    assert not is_settled(into) and not Act.objects.exists()


def test_nothing_is_settled_while_the_import_runs_or_after_it_was_undone(into):
    finding = the_doubtful(into)
    Import.objects.update(finished_at=None)
    for verb in (accept, reject, publish_accepted):
        assert "still running" in reasons(verb(doubtful(into), HAND)[1])
    with pytest.raises(Refused, match="still running"):
        fix(Finding.objects.get(), Fix("place", "Port Ellery"), HAND)
    Import.objects.update(finished_at=NOW, undone_at=NOW)
    assert "was undone" in reasons(accept([Finding.objects.get()], HAND)[1])
    assert finding.release.place == "Port Amber"


def test_twice_accepted_or_rejected_is_refused(into):
    finding = the_doubtful(into)
    accept([finding], HAND)
    assert "settled it already" in reasons(accept([finding], HAND)[1])
    assert "is not doubtful" in reasons(reject([finding], HAND)[1])
    assert Act.objects.count() == 1 and Release.objects.count() == 1


def test_of_many_the_unfit_are_refused_and_the_others_accepted(ground):
    records = [found(f"Headline {n}", f"Text {n}.", date=f"2019-03-0{n}", doubts=doubted()) for n in range(1, 4)]
    into = imported(ground, reading(ground, "1.txt", *records, found(date=None, text="Another.")))
    done, refused = accept(doubtful(into), HAND)
    assert (len(done), len(refused), len(doubtful(into))) == (3, 1, 1)


def test_what_is_rejected_goes_and_comes_in_rejected_again(ground, into):
    reject(doubtful(into), HAND)
    assert releases() == [] and Finding.objects.get().outcome == Outcome.REJECTED
    again = imported(ground, reading(ground, "2.txt", found(doubts=doubted())))
    assert releases() == [] and again.findings.get().outcome == Outcome.REJECTED


def test_what_was_found_of_something_public_is_rejected_and_the_public_stays(ground):
    take(ground, reading(ground, "1.txt", found()))
    into = imported(ground, reading(ground, "2.txt", found("Dockside tenants win back their heat", "Other.")))
    finding = the_doubtful(into)
    Finding.objects.filter(pk=finding.pk).update(release=only_public())
    reject([finding], HAND)
    assert only_public().status == "public"


def only_public() -> Release:
    return Release.objects.get(status="public")


def test_accepted_and_published_it_is_public_as_the_past(into):
    done, refused = publish_accepted(doubtful(into), HAND)
    assert (len(done), refused) == (1, [])
    release = only()
    assert release.status == "public" and release.current.words["printed"]["boilerplate"] == ""
    assert Act.objects.get().what == Act.What.PUBLISHED


def test_what_was_not_said_to_have_been_public_is_not_published_here(ground):
    into = imported(ground, reading(ground, "1.txt", found(doubts=doubted())), was_public=False)
    done, refused = publish_accepted(doubtful(into), HAND)
    assert done == [] and "was not said to have been public" in reasons(refused)
    assert only().status == "draft" and len(doubtful(into)) == 1


def test_what_is_unfit_to_be_public_stays_doubtful(ground):
    into = imported(ground, reading(ground, "1.txt", found(date="2031-01-01")))
    done, refused = publish_accepted(doubtful(into), HAND)
    assert done == [] and "still to come" in reasons(refused)
    assert only().status == "draft" and len(doubtful(into)) == 1 and not Act.objects.exists()


def test_what_another_source_doubts_too_is_not_published(ground, into):
    imported(ground, reading(ground, "2.txt", found(text="Other words.", date=found().date)))
    done, refused = publish_accepted([doubtful(into)[0]], HAND)
    assert done == [] and "doubtful in another source" in reasons(refused)


def test_what_may_put_a_person_at_risk_needs_a_reason_which_is_kept(ground):
    into = imported(
        ground, reading(ground, "1.txt", found(text="His Social Security number, 536-90-4399, was on the flyer."))
    )
    finding = the_doubtful(into)
    assert "span" in finding.doubts[0]
    done, refused = publish_accepted([finding], HAND)
    assert done == [] and len(refused) == 1 and only().status == "draft" and len(doubtful(into)) == 1
    publish_accepted([finding], HAND, reason="She has asked for it")
    assert only().status == "public" and Reason.objects.get().reason == "She has asked for it"
    assert "asked for it" not in str(list(Act.objects.exclude(what=Act.What.ASKED).values()))


def test_the_words_of_the_editor_are_what_is_published(into):
    release = only()
    release.headline = "As it was saved in the editor"
    release.save_revision()
    publish_accepted(doubtful(into), HAND)
    assert only().current.headline == "As it was saved in the editor"
    assert only().latest_revision_id == only().live_revision_id


@pytest.mark.parametrize(
    ("to", "says"),
    [
        (Fix("date", "2019-04-03"), ("dated_on", "2019-04-03")),
        (Fix("place", "Port  Ellery"), ("place", "Port Ellery")),
        (Fix("headline", "Heat, at last"), ("headline", "Heat, at last")),
        (Fix("kind", "statement"), ("kind", "statement")),
    ],
)
def test_a_field_that_is_put_right_is_said_by_the_draft_and_its_editor(into, to, says):
    fix(the_doubtful(into), to, HAND)
    for release in (only(), only().get_latest_revision_as_object()):
        assert str(getattr(release, says[0])) == says[1]
    assert len(doubtful(into)) == 1  # its doubts stay until a person accepts it
    assert (Act.objects.get().what, Act.objects.get().about) == (Act.What.FIXED, to.field)


def test_a_language_that_is_put_right_moves_the_draft(into):
    fix(the_doubtful(into), Fix("language", "es"), HAND)
    assert only().language == "es" and only().get_parent().specific.language == "es"
    assert only().get_latest_revision_as_object().language == "es"


def test_a_later_import_does_not_write_over_what_was_put_right(ground, into):
    fix(the_doubtful(into), Fix("place", "Port Ellery"), HAND)
    imported(ground, reading(ground, "2.txt", found(text=found().text + "\n\nAnd more.", topics=("Heat",))))
    assert Release.objects.filter(place="Port Ellery").count() == 1


@pytest.mark.parametrize(
    ("to", "sentence"),
    [
        (Fix("date", "last week"), "is not a day"),
        (Fix("date", "2019-02-30"), "is not a day"),
        (Fix("date", ""), "is not a day"),
        (Fix("headline", "  "), "needs a headline"),
        (Fix("kind", "tweet"), "is not a kind"),
        (Fix("language", "xx"), "can't be in"),
        (Fix("place", "x" * 161), "at most 160"),
        (Fix("status", "public"), "none of the fields"),
        (Fix("body", "Anything"), "none of the fields"),
    ],
)
def test_a_fix_without_sense_is_refused_and_nothing_changes(into, to, sentence):
    before = only().words.fingerprint
    with pytest.raises(Refused, match=sentence):
        fix(the_doubtful(into), to, HAND)
    assert only().words.fingerprint == before and not Act.objects.exists()


def test_what_is_public_or_locked_or_gone_is_not_put_right_here(into):
    finding = the_doubtful(into)
    Release.objects.update(locked=True)
    with pytest.raises(Refused, match="locked"):
        fix(finding, Fix("place", "Port Ellery"), HAND)
    Release.objects.update(locked=False)
    publish(only(), at=NOW)
    with pytest.raises(Refused, match="is public"):
        fix(finding, Fix("place", "Port Ellery"), HAND)
    with pytest.raises(Refused, match="no longer there"):
        fix(replace_release(finding), Fix("place", "Port Ellery"), HAND)
    assert only().place == "Port Amber"


def replace_release(finding: Finding) -> Finding:
    Finding.objects.filter(pk=finding.pk).update(release=None)
    return Finding.objects.get(pk=finding.pk)


def numbers(day: str, n: int, **fields):
    printed = "/".join(str(int(part)) for part in (day[8:], day[5:7])) + f"/{day[:4]}"
    return found(
        f"Headline {n}",
        f"Text {n}.",
        date=day,
        dateline=f"PORT AMBER, {printed} —",
        doubts=doubted("day-or-month"),
        **fields,
    )


def test_a_day_read_the_other_way_is_put_right_in_all_that_look_alike_once_it_was_shown(ground):
    into = imported(
        ground,
        reading(ground, "1.txt", numbers("2019-04-03", 1), numbers("2019-06-05", 2)),
        reading(ground, "2.txt", numbers("2019-08-07", 3)),
        reading(ground, "3.txt", found("In words", "Other.", date="2019-09-01", doubts=doubted("day-or-month"))),
        reading(ground, "4.txt", found("Else", "Else.", date="2019-10-02", doubts=doubted("other"))),
    )
    first = doubtful(into)[0]
    changes = would_change(first, Fix("date", "2019-03-04"))
    assert [change.after for change in changes] == ["2019-03-04", "2019-05-06", "2019-07-08"]
    assert {str(release.dated_on) for release in releases()} >= {"2019-04-03", "2019-06-05"}
    assert fix_alike(first, Fix("date", "2019-03-04"), stamp_of(changes), HAND) == 3
    days = [str(release.dated_on) for release in releases()]
    assert days == ["2019-03-04", "2019-05-06", "2019-07-08", "2019-09-01", "2019-10-02"]
    assert Act.objects.get().count == 3


def test_what_was_not_shown_is_not_done(ground):
    into = imported(ground, reading(ground, "1.txt", numbers("2019-04-03", 1), numbers("2019-06-05", 2)))
    first, second = doubtful(into)
    stamp = stamp_of(would_change(first, Fix("date", "2019-03-04")))
    fix(second, Fix("date", "2018-01-01"), HAND)
    for shown in (stamp, "", "anything"):
        with pytest.raises(Refused, match="is another"):
            fix_alike(first, Fix("date", "2019-03-04"), shown, HAND)
    assert [str(release.dated_on) for release in releases()] == ["2018-01-01", "2019-04-03"]


@pytest.mark.parametrize("to", [Fix("headline", "New"), Fix("date", "2018-12-31")])
def test_what_says_nothing_about_others_is_not_applied_to_them(ground, to):
    into = imported(ground, reading(ground, "1.txt", numbers("2019-04-03", 1), numbers("2019-06-05", 2)))
    with pytest.raises(Refused, match="nothing about other records"):
        would_change(doubtful(into)[0], to)


def test_a_place_of_the_letterhead_is_put_into_all_of_the_same_source_but_no_other(ground):
    def placeless(n: int):
        return found(
            f"Headline {n}", f"Text {n}.", date=f"2019-03-0{n}", place=None, dateline=None, doubts=doubted("no-place")
        )

    into = imported(
        ground, reading(ground, "1.txt", placeless(1), placeless(2)), reading(ground, "2.txt", placeless(3))
    )
    first = doubtful(into)[0]
    changes = would_change(first, Fix("place", "Port Ellery"))
    fix_alike(first, Fix("place", "Port Ellery"), stamp_of(changes), HAND)
    assert [release.place for release in releases()] == ["Port Ellery", "Port Ellery", ""]


@pytest.mark.parametrize(("day", "other"), [("2019-04-03", "2019-03-04"), ("2019-04-13", ""), ("", "")])
def test_days_swap_with_their_months_where_that_is_a_day(day, other):
    assert swapped(day) == other


def test_the_log_keeps_no_word_of_a_release(into):
    fix(the_doubtful(into), Fix("headline", "Zanzibar"), HAND)
    publish_accepted(doubtful(into), HAND)
    assert "Zanzibar" not in str(list(Act.objects.values()))
