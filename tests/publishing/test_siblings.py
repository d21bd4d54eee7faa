"""Compressed siblings: beside every page of ours once settled, never an older one beside a newer page."""

import gzip
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from build import AT, make_release
from django.conf import settings
from django.core.files.base import ContentFile
from opened import OPENED, old_siblings, opened

from dateline.publishing import packing, press
from dateline.publishing.addresses import Output, file_path
from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.models import Erasure, Owed, Unpacked
from dateline.publishing.owe import owe
from dateline.publishing.pack import compress, pack
from dateline.publishing.packing import Packer
from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.erasing import erase
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle, settle_pages, settle_siblings
from dateline.publishing.siblings import SMALLEST_BYTES, is_sibling, packs
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Attachment, Release, ReleaseAttachment

pytestmark = pytest.mark.django_db
PAGE = "2024/05/tenants-win-the-right-to-an-interpreter/index.html"


def root() -> Path:
    return Path(settings.DATELINE_PUBLIC_ROOT)


def names(below: Path | None = None) -> set[str]:
    below = below or root()
    return {file.relative_to(below).as_posix() for file in below.rglob("*") if file.is_file()} - {press.LOCK}


def beside(name: str) -> list[Path]:
    return [file for ending in OPENED if (file := root() / f"{name}{ending}").exists()]


def old_ones() -> list[str]:
    return old_siblings(root())


def again(release: Release) -> Release:
    return Release.objects.get(pk=release.pk)


@pytest.fixture
def release() -> Release:
    made = make_release(topics=["Heat"])
    for name, content in (("minutes.txt", b"The board met. " * 99), ("figures.csv", b"1,2,3\n" * 999)):
        attachment = Attachment.objects.create(title=name, file=ContentFile(content, name=name))
        made.release_attachments.add(ReleaseAttachment(attachment=attachment, name=name))
    made.save()
    publish(again(made), at=AT)
    return again(made)


def change(release: Release, text: str = "The board voted three to two.") -> None:
    changed = again(release)
    changed.body = [("text", f"<p>{text}</p>")]
    correct(changed, "It was three to two.", at=AT + timedelta(days=1))


def with_siblings() -> set[str]:
    """Name what should lie there, by the pages that do."""
    pages = {name for name in names() if not is_sibling(name)}
    large = {name for name in pages if packs(name) and (root() / name).stat().st_size >= SMALLEST_BYTES}
    return pages | {f"{page}{ending}" for page in large for ending in OPENED}


def test_every_page_has_both_and_they_say_what_it_says(release):
    settle()
    siblings = {name for name in names() if is_sibling(name)}
    pages = {name for name in names() if packs(name) and (root() / name).stat().st_size >= SMALLEST_BYTES}
    assert siblings == {f"{page}{ending}" for page in pages for ending in OPENED}
    assert {PAGE, "index.html", "404.html", "feed.json", "feed.atom", "topics/heat/feed.atom"} <= pages
    assert any(page.startswith("assets/") for page in pages)
    assert old_ones() == [] and not Unpacked.objects.exists()
    for name in siblings:  # what servers take Last-Modified from
        assert (root() / name).stat().st_mtime_ns == (root() / name[:-3]).stat().st_mtime_ns


def test_what_is_handed_out_and_what_is_small_or_compressed_already_has_none(release):
    settle()
    folder = PAGE.removesuffix("index.html")
    for name in ("minutes.txt", "figures.csv", "release.pdf", "share.png"):
        assert (root() / folder / name).exists() and not beside(folder + name)
    assert (root() / "robots.txt").exists() and not beside("robots.txt")


def test_no_attachment_can_have_the_name_of_a_sibling():
    for name in ("index.html.br", "index.html.gz", "release.json.gz", "a.tar.gz", ".br", "feed.atom.BR"):
        assert not is_sibling(file_path("/2024/05/a/", name, ())[1:])


@pytest.mark.parametrize("clock", [AT, AT + timedelta(days=9000)])
def test_the_same_words_give_the_same_bytes_at_any_time(clock):
    with time_machine.travel(clock):
        assert gzip.decompress(compress(b"words", ".gz")) == b"words"
        assert compress(b"words", ".gz")[4:8] == b"\0\0\0\0"  # RFC 1952: no time


def test_the_siblings_are_gone_before_the_new_page_is_renamed_into_place(release, monkeypatch):
    settle()
    assert len(beside(PAGE)) == 2
    renamed, lay_there = Path.replace, []

    def replace(self, target):
        lay_there.extend(beside(Path(target).relative_to(root()).as_posix()))
        return renamed(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    change(release)
    settle_pages()
    assert b"three to two" in (root() / PAGE).read_bytes()
    assert lay_there == [] and beside(PAGE) == [] and old_ones() == []


def test_a_withdrawn_page_goes_after_its_siblings_and_the_notice_gets_its_own(release, monkeypatch):
    settle()
    removed, left_alone = Path.unlink, []

    def unlink(self, missing_ok=False):
        left_alone.extend(beside(self.relative_to(root()).as_posix()) if self.is_relative_to(root()) else [])
        return removed(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    withdraw(again(release), "It was wrong.", at=AT + timedelta(days=1))
    settle()
    assert not (root() / PAGE).parent.exists() and left_alone == []
    assert len(beside(f"_gone/{PAGE}")) == 2 and old_ones() == []


def test_pages_are_out_first_and_their_siblings_stay_owed(release):
    settle_pages()
    assert (root() / PAGE).exists() and not beside(PAGE)
    assert Unpacked.objects.filter(name=PAGE).exists()
    assert settle_siblings() > 10
    assert len(beside(PAGE)) == 2 and not Unpacked.objects.exists()
    assert settle_siblings() == 0


def test_killed_between_the_page_and_the_row_it_is_owed_once_the_debt_is_paid_again(release):
    settle()
    for file in beside("index.html"):
        file.unlink()
    owe([Output("front", "/")])  # was not cleared, and the page says it already
    settle_pages()
    assert list(Unpacked.objects.values_list("name", flat=True)) == ["index.html"]
    settle()
    assert len(beside("index.html")) == 2


def test_what_stands_unchanged_keeps_its_siblings(release):
    settle()
    before = {name: (root() / name).stat().st_ino for name in names()}
    publish(again(release), at=AT)
    settle()
    publish_everything()
    assert {name: (root() / name).stat().st_ino for name in names()} == before


def test_a_page_that_changes_while_it_is_compressed_gets_no_sibling_of_what_it_said(release, monkeypatch):
    settle_pages()

    def slowly(root, names):
        packed = pack(root, names)
        if PAGE in names and again(release).current.number == 1:
            change(release)
            settle_pages()
        return packed

    monkeypatch.setattr(packing, "pack", slowly)
    settle_siblings()
    assert old_ones() == []
    settle_siblings()
    assert len(beside(PAGE)) == 2 and old_ones() == [] and not Unpacked.objects.exists()


def test_where_another_is_at_the_press_all_stays_owed(release):
    settle_pages()
    owed = Unpacked.objects.count()
    with press.only_one(root(), wait=False):
        assert settle_siblings() == 0
    assert Unpacked.objects.count() == owed and not beside(PAGE)


def test_pages_owed_while_siblings_are_laid_are_made_by_who_held_the_press(release, monkeypatch):
    settle_pages()
    laid = packing.lay_siblings

    def while_another_publishes(packed):
        if Owed.objects.pages().exists() or again(release).current.number > 1:
            return laid(packed)
        change(release)
        assert settle_pages() == 0  # taken
        return laid(packed)

    monkeypatch.setattr(packing, "lay_siblings", while_another_publishes)
    settle_siblings()
    assert b"three to two" in (root() / PAGE).read_bytes() and old_ones() == []


@pytest.mark.parametrize("is_walk", [False, True])
def test_a_full_disk_leaves_pages_out_and_siblings_owed(is_walk, release, monkeypatch):
    if is_walk:
        publish_everything(leaves_slow=True)
    else:
        settle_pages()
    packer, owed = Packer(), Unpacked.objects.count()

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.publishing.pack._write", full)
    with pytest.raises(OSError, match="No space"):
        settle_siblings(packer=packer)
    assert Unpacked.objects.count() == owed and (root() / PAGE).exists()
    monkeypatch.undo()
    settle_siblings(packer=packer)
    assert not Unpacked.objects.exists() and set(names()) == with_siblings()


def test_publishing_everything_owes_one_row_and_a_walk_that_was_stopped_goes_on(release, monkeypatch):
    settle()
    for file in root().rglob("*.br"):
        file.unlink()
    publish_everything(leaves_slow=True)
    assert list(Unpacked.objects.values_list("name", flat=True)) == [""]
    monkeypatch.setattr(packing, "BATCH", 5)
    packer, asked = Packer(), []
    first = settle_siblings(packer=packer, stops=lambda: asked.append(1) or len(asked) > 2)
    assert first == 10 and Unpacked.objects.filter(name="").exists()
    change(release)
    settle_pages()
    settle_siblings(packer=packer)
    assert old_ones() == [] and not Unpacked.objects.exists()
    assert sum(1 for _ in root().rglob("*.br")) == sum(1 for _ in root().rglob("*.gz")) > 15


def test_everything_owed_again_during_a_walk_is_walked_again(release):
    publish_everything(leaves_slow=True)
    packer, asked = Packer(), []
    settle_siblings(packer=packer, stops=lambda: asked.append(1) or len(asked) > 1)
    for file in root().rglob("*.br"):
        file.unlink()  # where the walk has been
    publish_everything(leaves_slow=True)
    settle_siblings(packer=packer)
    assert len(beside("index.html")) == 2 and not Unpacked.objects.exists()


def test_very_many_at_once_are_owed_by_one_row(release, monkeypatch):
    monkeypatch.setattr(packing, "MOST_ROWS", 3)
    settle_pages()
    assert list(Unpacked.objects.values_list("name", flat=True)) == [""]
    settle_siblings()
    assert len(beside(PAGE)) == 2


def test_what_is_removed_to_protect_a_person_leaves_the_siblings_with_the_page_and_no_row_names_it():
    made = make_release(headline="Ana Perez wins", text="Ana Perez spoke. The board voted.")
    publish(made, at=AT)
    settle()
    change(made, "Ana Perez spoke again.")
    settle_pages()
    assert Unpacked.objects.filter(name__contains="ana-perez").exists()
    redact(again(made), Passage("Ana Perez"), at=AT)
    settle_pages()
    erase()
    said = [opened(name, (root() / name).read_bytes()) for name in names() if is_sibling(name)]
    assert said and not [words for words in said if b"Perez" in words]
    assert not Unpacked.objects.filter(name__contains="ana-perez").exists()
    assert not Erasure.objects.exclude(where="database").exists() and old_ones() == []


def test_erasing_a_file_without_an_ending_takes_no_other_with_it():
    for name in ("fact", "fact.pdf", "fact.gz"):
        press.write(root() / "2024/05/a" / name, b"words", unfinished=f"{root()}/{press.UNFINISHED}")
    Erasure.objects.create(where="public", path="/2024/05/a/fact")
    erase()
    assert names(root() / "2024/05/a") == {"fact.pdf", "fact.gz"}
