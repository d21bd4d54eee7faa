"""Publish, correct, update, withdraw: what stands in public after each."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings

from dateline.publishing.complete import complete
from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.ledger import answer
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.settle import settle
from dateline.publishing.update import update
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Consent, Release, Version
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db
PATH = "/2024/05/tenants-win-the-right-to-an-interpreter/"


def page(path: str) -> str:
    """Read a public page as it lies in the folder once what is owed is settled."""
    settle()
    return (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:] / "index.html").read_text()


def again(release: Release) -> Release:
    return Release.objects.get(pk=release.pk)


def test_a_published_release_stands_at_its_address_in_the_front_its_month_its_year_the_archive_and_the_feed():
    release = make_release(topics=["Rent board"])
    publish(release, at=AT)
    assert "The board voted four to one." in page(PATH)
    for listing in ("/", "/2024/05/", "/2024/", "/topics/rent-board/", "/topics/rent-board/2024/"):
        assert "Tenants win the right to an interpreter" in page(listing), listing
    assert "2024" in page("/archive/")
    assert "Rent board" in page("/topics/")
    assert b"four to one" in (Path(settings.DATELINE_PUBLIC_ROOT) / "feed.atom").read_bytes()


def test_a_draft_leaves_no_file_and_no_address():
    make_release()
    settle()
    assert answer(PATH).status == 404
    assert not (Path(settings.DATELINE_PUBLIC_ROOT) / PATH[1:]).exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"dated_on": None}, "no date"),
        ({"dated_on": date(2024, 5, 8)}, "still to come"),
        ({"body": []}, "no text"),
        ({"body": [("quote", {"words": "", "speaker": "", "title": ""})]}, "who said them"),
    ],
)
def test_what_is_not_fit_is_refused_and_nothing_has_changed(fields, sentence):
    release = make_release(**fields)
    with pytest.raises(Refused, match=sentence):
        publish(release, at=AT)
    assert again(release).status == "draft"
    assert not Version.objects.exists()


def test_today_is_counted_in_the_newsrooms_zone():
    release = make_release(dated_on=date(2024, 5, 7))
    with pytest.raises(Refused, match="still to come"):  # in UTC it is the 7th already; in Los Angeles it is not
        publish(release, at=datetime(2024, 5, 7, 3, 0, tzinfo=UTC))


def test_a_correction_stands_above_and_what_was_said_before_stays_readable():
    release = make_release()
    publish(release, at=AT)
    release = again(release)
    release.body = [("text", "<p>The board voted three to two.</p>")]
    correct(release, "The vote was three to two.", at=AT + timedelta(hours=2))
    now = page(PATH)
    assert "three to two" in now and "four to one" not in now
    assert "The vote was three to two." in now
    assert "four to one" in page(f"{PATH}versions/1/")


def test_a_change_without_a_note_or_without_a_change_is_refused():
    release = make_release()
    publish(release, at=AT)
    with pytest.raises(Refused, match="No word differs"):
        update(again(release), "More to say.")
    changed = again(release)
    changed.headline = "Another"
    with pytest.raises(Refused, match="Say what changed"):
        correct(changed, " ")


def test_changed_words_are_not_published_by_publish():
    release = make_release()
    publish(release, at=AT)
    changed = again(release)
    changed.headline = "Another"
    with pytest.raises(Refused, match="correction or an update"):
        publish(changed)
    assert again(release).headline != "Another"


def test_a_withdrawn_release_answers_410_and_only_its_notice_is_left():
    release = make_release(topics=["Rent board"])
    publish(release, at=AT)
    withdraw(again(release), "The board annulled the vote.", at=AT + timedelta(days=1))
    settle()
    root = Path(settings.DATELINE_PUBLIC_ROOT)
    said = answer(PATH)
    assert said.status == 410
    notice = (root / said.file).read_text()
    assert "The board annulled the vote." in notice and "four to one" not in notice
    assert not (root / PATH[1:]).exists()
    assert answer(f"{PATH}release.txt").status == 410
    for file in root.rglob("*"):
        assert not file.is_file() or b"four to one" not in file.read_bytes(), file
    with pytest.raises(Refused, match="withdrawn"):
        publish(again(release))


def test_an_address_changed_by_a_person_leads_on_from_the_old_one():
    release = make_release()
    publish(release, at=AT)
    changed = again(release)
    changed.address_slug = "interpreters"
    changed.body = [("text", "<p>More.</p>")]
    update(changed, "More to say.", at=AT)
    assert "More." in page("/2024/05/interpreters/")
    assert answer(PATH).status == 301 and answer(PATH).location == "/2024/05/interpreters/"
    assert answer(f"{PATH}versions/1/").location == "/2024/05/interpreters/versions/1/"


def test_two_public_releases_of_one_headline_have_two_addresses_and_a_draft_takes_none():
    make_release()  # a draft of the same headline: must not show in the second one's address
    first, second = make_release(), make_release()
    publish(first, at=AT)
    publish(second, at=AT)
    assert again(first).address == PATH
    assert again(second).address == PATH[:-1] + "-2/"


def test_a_partners_name_stands_only_under_the_words_it_said_yes_to():
    release = make_release(partners=["Night Bakers", "Laundry Workers"])
    bakers = release.release_partners.first().organization
    Consent.objects.create(
        release=release,
        organization=bakers,
        fingerprint=release.words.fingerprint,
        said_by="Ana",
        said_on=AT.date(),
        said_how="by phone",
    )
    publish(release, at=AT)
    assert "Night Bakers" in page(PATH) and "Laundry Workers" not in page(PATH)
    changed = again(release)
    changed.body = [("text", "<p>The board voted four to one, at last.</p>")]
    update(changed, "More.", at=AT)
    assert "Night Bakers" not in page(PATH)


def test_what_is_published_step_by_step_is_what_publishing_everything_gives(tmp_path):
    make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")
    releases = [
        make_release(headline=f"Number {n}", dated_on=date(2023, 1 + n % 5, 3), topics=["Heat"]) for n in range(6)
    ]
    for release in releases:
        publish(release, at=AT)
    withdraw(again(releases[2]), "Wrong.", at=AT)
    settle()
    publish_everything(tmp_path / "whole")
    assert files(tmp_path / "whole") == files(Path(settings.DATELINE_PUBLIC_ROOT))


def test_the_past_is_published_in_bulk_under_its_own_dates():
    releases = [make_release(headline=f"Number {n}", dated_on=date(2003, 1, 3)) for n in range(5)]
    publish_past(releases, at=AT)
    settle()
    assert "Number 4" in page("/2003/01/number-4/")
    assert "Number 3" in page("/2003/01/")
    with pytest.raises(Refused, match="public already"):
        publish_past([again(releases[0])], at=AT)


def test_a_completed_teaser_is_not_marked_as_changed():
    release = make_release(is_teaser=True)
    publish(release, at=AT)
    full = again(release)
    full.is_teaser, full.body = False, [("text", "<p>All of it.</p>")]
    complete(full, at=AT + timedelta(days=3))
    assert "All of it." in page(PATH)
    assert again(release).changed_at is None


def files(root: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(root)): file.read_bytes()
        for file in root.rglob("*")
        if file.is_file() and file.name != ".press-lock"
    }


def test_the_boilerplate_stays_as_it_was_printed_whatever_happens_to_the_release_or_the_newsroom():
    release = make_release()
    publish(release, at=AT)
    room = release.newsroom
    room.boilerplate = "Harbor Tenants Union is an alliance."
    room.save()
    release = again(release)
    release.headline = "Tenants win an interpreter"
    correct(release, "The headline said more than was won.", at=AT + timedelta(days=400))
    assert "is a union of tenants" in page(PATH)
    assert "is an alliance" not in page(PATH)


def test_what_was_said_before_dateline_is_given_no_boilerplate_of_today():
    publish_past([make_release(body=[("text", "<p>The board voted.</p><p>About us. We were a club then.</p>")])], at=AT)
    assert "We were a club then." in page(PATH)
    assert "is a union of tenants" not in page(PATH)
