"""Which newsroom lists what: each release once, in the reader's language where it exists; and no list without bounds."""

from datetime import date
from pathlib import Path

import pytest
from build import AT, make_addressee, make_newsroom, make_release
from django.conf import settings

from dateline.publishing import laying, make
from dateline.publishing.everything import publish_everything
from dateline.publishing.make import lists
from dateline.publishing.models import Owed
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.render import month
from dateline.publishing.settle import settle, settle_pages
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Address, Release

pytestmark = pytest.mark.django_db


@pytest.fixture
def rooms():
    return make_newsroom(), make_newsroom("Unión de Inquilinos", "es")


def page(path: str) -> str:
    settle_pages()
    return (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:] / "index.html").read_text()


def said(room, headline: str, **fields) -> Release:
    release = make_release(room, headline=headline, **fields)
    publish(release, at=AT)
    return Release.objects.get(pk=release.pk)


def translated(release: Release, room, headline: str, **fields) -> Release:
    other = make_release(room, headline=headline, translation_key=release.translation_key, **fields)
    publish(other, at=AT)
    return Release.objects.get(pk=other.pk)


def test_a_newsroom_lists_what_was_said_in_another_language_only(rooms):
    said(rooms[1], "Ganamos", addressees=[])
    for path in ("/", "/2024/", "/2024/05/", "/kinds/press-releases/", "/kinds/press-releases/2024/"):
        assert "Ganamos" in page(path), path
        assert 'lang="es"' in page(path)
        assert path == "/" or Address.objects.filter(path=path).exists()
    assert "1 release" in page("/archive/")
    assert "Ganamos" not in (Path(settings.DATELINE_PUBLIC_ROOT) / "feed.atom").read_text()


def test_its_translation_takes_its_place_and_gives_it_back_when_it_is_withdrawn(rooms):
    spanish = said(rooms[1], "Ganamos")
    assert "Ganamos" in page("/2024/05/")
    english = translated(spanish, rooms[0], "We won")
    assert "We won" in page("/2024/05/") and "Ganamos" not in page("/2024/05/")
    assert "Ganamos" in page("/es/2024/05/") and "We won" not in page("/es/2024/05/")
    assert "1 release" in page("/archive/")
    withdraw(english, "It was wrong.", at=AT)
    assert "We won" not in page("/2024/05/") and "Ganamos" in page("/2024/05/")


def test_a_translation_of_another_day_takes_it_from_the_pages_of_the_day_it_had(rooms):
    spanish = said(rooms[1], "Ganamos", dated_on=date(2024, 4, 30), kind="statement")
    assert "Ganamos" in page("/2024/04/") and "Ganamos" in page("/kinds/statements/2024/")
    translated(spanish, rooms[0], "We won")
    assert "Ganamos" not in page("/2024/04/") and "Ganamos" not in page("/kinds/statements/2024/")
    assert "Ganamos" in page("/es/2024/04/") and "We won" in page("/2024/05/")


def test_a_draft_in_the_readers_language_changes_no_list(rooms):
    spanish = said(rooms[1], "Ganamos")
    before = page("/"), page("/2024/05/"), page("/archive/")
    make_release(rooms[0], headline="We won", translation_key=spanish.translation_key)
    publish_everything()
    assert (page("/"), page("/2024/05/"), page("/archive/")) == before


def test_of_two_other_languages_the_first_newsrooms_is_listed(rooms):
    third = make_newsroom("Sindicato", "fr")
    english = said(rooms[0], "We won")
    translated(english, rooms[1], "Ganamos")
    settle()
    assert "We won" in page("/fr/2024/05/") and "Ganamos" not in page("/fr/2024/05/")
    assert third.public_path == "/fr/"


def test_what_was_said_to_someone_in_another_language_is_in_their_list(rooms):
    senator = make_addressee()
    release = make_release(rooms[1], headline="Pedimos")
    release.addressees.set([senator])
    publish(release, at=AT)
    assert "Pedimos" in page(f"/addressed/{senator.slug}/")
    assert "Senator Okafor" in page("/addressed/")


def test_a_newsroom_that_comes_later_lists_what_was_said_before_it_came(tmp_path):
    make_newsroom()
    publish_past([make_release(headline="We won")], at=AT)
    settle()
    make_newsroom("Unión de Inquilinos", "es")
    settle()
    assert "We won" in page("/es/2024/05/")
    publish_everything(tmp_path / "whole")
    assert (tmp_path / "whole/es/2024/05/index.html").read_text() == page("/es/2024/05/")


def test_a_year_with_too_many_headlines_names_its_months_and_they_have_all(rooms, monkeypatch):
    monkeypatch.setattr(lists, "YEAR_LENGTH", 2)
    monkeypatch.setattr(lists, "NARROWED_LENGTH", 2)
    for number in range(3):
        said(rooms[0], f"Headline {number}", topics=["Rent board"], dated_on=date(2024, 3 + number, 1))
    assert "Headline" not in page("/2024/")
    for number in range(3):
        assert f'href="/2024/0{3 + number}/"' in page("/2024/")
        assert f"Headline {number}" in page(f"/2024/0{3 + number}/")
    for path in ("/topics/rent-board/2024/", "/kinds/press-releases/2024/"):
        assert "Headline 2" in page(path) and "Headline 0" not in page(path)
        assert 'href="/2024/"' in page(path) and "newest of the year" in page(path)


def test_a_very_full_month_has_all_its_headlines_without_their_ledes(rooms, monkeypatch):
    monkeypatch.setattr(month, "MOST_WITH_LEDES", 2)
    for number in range(3):
        said(rooms[0], f"Headline {number}", text="The board voted.")
    assert all(f"Headline {number}" in page("/2024/05/") for number in range(3))
    assert "The board voted." not in page("/2024/05/")


def test_one_release_that_cant_be_made_keeps_none_of_the_others_and_its_page_stays(rooms, monkeypatch):
    broken, whole = said(rooms[0], "Broken"), said(rooms[0], "Whole")
    settle()
    stood = page(broken.address)
    stale = Path(settings.DATELINE_PUBLIC_ROOT) / whole.address[1:] / "index.html"
    stale.write_text("stale")
    render = make.MAKERS["release"]

    def lost(maker, output):
        if output.detail == str(broken.uid):
            raise FileNotFoundError("its picture is lost")
        return render(maker, output)

    monkeypatch.setitem(make.MAKERS, "release", lost)
    made = publish_everything(leaves_slow=True)
    name = f"release  {broken.uid}"
    assert made.failed == {name: "FileNotFoundError: its picture is lost"}
    assert "Whole" in stale.read_text()
    assert (Path(settings.DATELINE_PUBLIC_ROOT) / broken.address[1:] / "index.html").read_text() == stood
    assert Owed.objects.get(output=name).why
    monkeypatch.undo()
    settle()
    assert not Owed.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_several_processes_make_the_same_as_one(rooms, tmp_path, monkeypatch):
    monkeypatch.setattr(laying, "BATCH", 3)
    publish_past([make_release(rooms[n % 2], headline=f"Release {n}", topics=["Rent"]) for n in range(9)], at=AT)
    publish_everything(tmp_path / "one", leaves_slow=True)
    publish_everything(tmp_path / "two", leaves_slow=True, processes=2)
    one, two = (
        {f.relative_to(r): f.read_bytes() for f in r.rglob("*") if f.is_file()}
        for r in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two and len(one) > 30
