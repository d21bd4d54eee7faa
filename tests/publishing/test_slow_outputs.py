"""PDFs and share images: owed with the page, made after it, made once, gone with it."""

from datetime import timedelta
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.core.files.base import ContentFile
from pdfs import text_of

from dateline.publishing import make, press, printing
from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.ledger import answer
from dateline.publishing.models import Owed
from dateline.publishing.publish import publish
from dateline.publishing.settle import settle, settle_pages, settle_slow
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Attachment, Contact, NewsroomContact, Release, ReleaseAttachment, ReleaseContact

pytestmark = pytest.mark.django_db
PATH = "2024/05/tenants-win-the-right-to-an-interpreter"


def again(release: Release) -> Release:
    return Release.objects.get(pk=release.pk)


def lies(name: str) -> Path:
    return Path(settings.DATELINE_PUBLIC_ROOT) / PATH / name


@pytest.fixture
def typeset_count(monkeypatch) -> list[str]:
    """Count what is set in type."""
    count: list[str] = []

    def counting(typeset):
        def counted(manuscript):
            count.append(manuscript.sheet)
            return typeset(manuscript)

        return counted

    monkeypatch.setattr(printing, "typeset_pdf", counting(printing.typeset_pdf))
    monkeypatch.setattr(printing, "typeset_png", counting(printing.typeset_png))
    return count


def test_pages_are_made_first_and_what_is_slow_stays_owed():
    publish(make_release(), at=AT)
    settle_pages()
    assert lies("index.html").exists() and lies("release.json").exists() and lies("release.txt").exists()
    assert not lies("release.pdf").exists() and not lies("share.png").exists()
    assert not Owed.objects.pages().exists() and Owed.objects.slow().count() == 2
    assert settle_slow() == 2
    assert "The board voted four to one." in text_of(lies("release.pdf").read_bytes())
    assert lies("share.png").read_bytes().startswith(b"\x89PNG")


def test_making_the_page_again_leaves_its_pdf_where_it_lies():
    release = make_release(topics=["Rent board"])
    publish(release, at=AT)
    settle()
    publish(again(release), at=AT)
    settle_pages()
    assert lies("release.pdf").exists() and lies("share.png").exists()


def test_what_shows_the_same_is_not_made_again(typeset_count):
    release = make_release()
    publish(release, at=AT)
    settle()
    assert sorted(typeset_count) == ["release", "share"]
    publish(again(release), at=AT)
    settle()
    publish_everything()
    assert len(typeset_count) == 2
    assert not Owed.objects.exists()


def test_a_contact_who_has_left_is_on_no_pdf_once_settled(typeset_count):
    room = make_newsroom()
    contact = Contact.objects.create(name="Marisol Vega", phone="555-0100")
    NewsroomContact.objects.create(newsroom=room, contact=contact)
    publish(make_release(room), at=AT)
    settle()
    assert "Marisol Vega" in text_of(lies("release.pdf").read_bytes())
    contact.has_left = True
    contact.save()
    settle()
    assert "Marisol Vega" not in text_of(lies("release.pdf").read_bytes())
    assert typeset_count.count("share") == 1  # it names no contact


def test_a_corrected_release_has_a_pdf_of_each_version():
    release = make_release()
    contact = Contact.objects.create(name="Marisol Vega")
    release.release_contacts.add(ReleaseContact(contact=contact))
    publish(release, at=AT)
    changed = again(release)
    changed.body = [("text", "<p>The board voted three to two.</p>")]
    correct(changed, "It was three to two.", at=AT + timedelta(days=1))
    settle()
    now, before = (text_of(lies(name).read_bytes()) for name in ("release.pdf", "versions/1/release.pdf"))
    assert "three to two" in now and "Corrected" in now and "four to one" not in now
    assert "four to one" in before and "Earlier version" in before
    assert b'"version": "2"' in lies("release.json").read_bytes()
    assert b'"version": "1"' in lies("versions/1/release.json").read_bytes()


def test_a_withdrawn_release_has_no_other_form_and_its_addresses_say_so():
    release = make_release()
    publish(release, at=AT)
    settle()
    withdraw(again(release), "It was wrong.", at=AT + timedelta(days=1))
    settle_pages()
    assert not lies("").exists()
    settle_slow()
    assert not lies("").exists()
    for name in ("release.pdf", "release.json", "share.png"):
        assert answer(f"/{PATH}/{name}").status == 410


def test_a_pdf_made_of_an_older_record_is_not_laid_over_a_newer_one(monkeypatch):
    release = make_release()
    publish(release, at=AT)
    settle_pages()
    whole = make.MAKERS["pdf"]

    def make_while_it_is_withdrawn(maker, output):
        sheet = whole(maker, output)
        if again(release).status == "public":
            withdraw(again(release), "It was wrong.", at=AT)
        return sheet

    monkeypatch.setitem(make.MAKERS, "pdf", make_while_it_is_withdrawn)
    settle()
    assert not lies("release.pdf").exists()
    assert not Owed.objects.exists()


def test_what_cant_be_set_stays_owed_with_the_reason_and_stops_nothing(monkeypatch):
    def broken(manuscript):
        raise ValueError("no type")

    publish(make_release(), at=AT)
    monkeypatch.setattr(printing, "typeset_pdf", broken)
    assert settle() > 0
    assert list(Owed.objects.values_list("why", flat=True)) == ["ValueError: no type"]
    assert lies("share.png").exists() and lies("index.html").exists()
    assert settle_slow(tries_again=False) == 0
    monkeypatch.undo()
    assert settle_slow() == 1


def test_a_full_disk_stops_the_slow_ones_and_they_stay_owed(monkeypatch):
    def full(file, content, *, unfinished):
        raise OSError(28, "No space left on device")

    publish(make_release(), at=AT)
    settle_pages()
    monkeypatch.setattr(press, "write", full)
    assert settle_slow() == 0
    assert Owed.objects.slow().count() == 2


def test_the_first_start_leaves_the_slow_ones_to_the_worker_and_loses_none():
    publish(make_release(), at=AT)
    settle()
    Owed.objects.all().delete()
    stood = lies("release.pdf").read_bytes()
    publish_everything(leaves_slow=True)
    assert lies("release.pdf").read_bytes() == stood
    assert sorted(Owed.objects.values_list("output", flat=True)) == ["prints", "search"]
    settle_pages()
    assert Owed.objects.slow().count() == 2


def test_an_attachment_never_takes_the_name_of_one_of_our_own_forms():
    release = make_release()
    for name in ("Release.pdf", "release.json"):
        attachment = Attachment.objects.create(
            title=name, file=ContentFile(f"words of {name}".encode(), name=f"{name}.txt")
        )
        release.release_attachments.add(ReleaseAttachment(attachment=attachment, name=name))
    publish(release, at=AT)
    settle()
    assert lies("release-2.pdf").read_bytes() == b"words of Release.pdf"
    assert lies("release-2.json").read_bytes() == b"words of release.json"
    assert lies("release.pdf").read_bytes().startswith(b"%PDF")
