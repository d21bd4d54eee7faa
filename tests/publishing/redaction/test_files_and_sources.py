"""Attachments, pictures and kept sources: removed whole where a passage can't be taken out, and never kept again."""

import io
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from publishing.redaction.planted import private_and_public
from publishing.redaction.test_looking import pdf

from dateline.intake.models import Finding, Source
from dateline.publishing.correct import correct
from dateline.publishing.importing.keep import import_paths
from dateline.publishing.ledger import answer
from dateline.publishing.models import Erasure
from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.erasing import erase, owe_private
from dateline.publishing.redaction.naming import handed_out, shown
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle
from dateline.releases.models import Attachment, Picture, Release, ReleaseAttachment
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db
TESTIMONY = b"I, Ana Perez, say: it was cold. xylotestimony"


@pytest.fixture(autouse=True)
def room(db):
    """A newsroom, and with it the collection in which the CMS keeps files."""
    return make_newsroom()


def with_file(headline="A release", attachment=None, **fields) -> Release:
    attachment = attachment or Attachment.objects.create(
        title="Testimony", file=ContentFile(TESTIMONY, name="testimony.txt")
    )
    made = make_release(headline=headline, **fields)
    made.release_attachments.add(ReleaseAttachment(attachment=attachment))
    made.save()
    publish(Release.objects.get(pk=made.pk), at=AT)
    settle()
    return Release.objects.get(pk=made.pk)


def with_picture() -> tuple[Release, Picture]:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG")
    picture = Picture.objects.create(title="At the door", file=ImageFile(io.BytesIO(out.getvalue()), name="door.jpg"))
    picture.get_rendition("width-20")
    made = make_release(body=[("text", "<p>One.</p>"), ("image", {"image": picture, "alt": "A door", "caption": ""})])
    publish(made, at=AT)
    settle()
    return Release.objects.get(pk=made.pk), picture


def everything_kept() -> list[bytes]:
    return [file.read_bytes() for root in private_and_public() for file in root.rglob("*") if file.is_file()]


def page(release: Release) -> str:
    return (Path(settings.DATELINE_PUBLIC_ROOT) / release.address[1:] / "index.html").read_text()


def test_an_attachment_leaves_the_public_site_private_storage_and_the_desk():
    release = with_file()
    redact(release, handed_out(release, "Testimony.txt"), at=AT)
    settle()
    erase()
    assert not any(b"xylotestimony" in content for content in everything_kept())
    assert not Attachment.objects.exists()
    shown_now = page(Release.objects.get())
    assert "[removed to protect a person]" in shown_now and "testimony" not in shown_now.lower()
    assert "a file was removed to protect a person" in shown_now
    assert "has not been found" not in shown_now


def test_its_address_answers_410_with_a_notice_that_does_not_name_it():
    release = with_file()
    redact(release, handed_out(release, "testimony.txt"), at=AT)
    settle()
    said = answer(f"{release.address}testimony.txt")
    assert said.status == 410
    notice = (Path(settings.DATELINE_PUBLIC_ROOT) / said.file).read_text()
    assert "This file was removed" in notice and "testimony" not in notice


def test_a_file_that_another_release_hands_out_stays_for_that_one():
    first = with_file()
    second = with_file("Another", attachment=Attachment.objects.get())
    redact(first, handed_out(first, "testimony.txt"), at=AT)
    settle()
    erase()
    assert TESTIMONY in everything_kept()
    assert "testimony.txt" in page(Release.objects.get(pk=second.pk))


def test_a_file_is_found_by_the_last_part_of_its_address_too():
    made = make_release()
    attachment = Attachment.objects.create(title="T", file=ContentFile(TESTIMONY, name="041223 Fact Sheet FINAL.txt"))
    made.release_attachments.add(ReleaseAttachment(attachment=attachment))
    publish(made, at=AT)
    release = Release.objects.get()
    assert handed_out(release, "041223-fact-sheet-final.txt").originals == {attachment.original_sha256}


def test_an_unknown_file_or_picture_is_refused_with_what_there_is():
    release = with_file()
    with pytest.raises(Refused, match=r"no file of the name “x.pdf”. There are: testimony.txt"):
        handed_out(release, "x.pdf")
    with pytest.raises(Refused, match="has no picture 1"):
        shown(release, 1)


def test_a_passage_that_stands_in_a_file_takes_the_whole_file():
    release = with_file(text="Ana Perez spoke.")
    told = redact(release, Passage("Ana Perez"), at=AT)
    settle()
    erase()
    assert told.files == ("testimony.txt",)
    assert not any(b"Perez" in content for content in everything_kept())


def test_a_file_into_which_no_program_can_look_is_named():
    release = with_file(
        text="Ana Perez spoke.",
        attachment=Attachment.objects.create(title="x", file=ContentFile(pdf(""), name="scan.pdf")),
    )
    assert redact(release, Passage("Ana Perez"), at=AT).unread_files == (
        "scan.pdf: a page of it holds no text, as a scan does",
    )


def attached(content: bytes, name: str) -> Attachment:
    return Attachment.objects.create(title=name, file=ContentFile(content, name=name))


def test_a_pdf_that_says_the_passage_goes_whole_and_one_that_does_not_stays_unnamed():
    says = attached(pdf("(I, Ana ) Tj (Perez, say.) Tj"), "says.pdf")
    release = with_file(text="Ana Perez spoke.", attachment=says)
    release.release_attachments.add(ReleaseAttachment(attachment=attached(pdf("(It is cold.) Tj"), "cold.pdf")))
    correct(release, "A file was missing.", at=AT)
    told = redact(Release.objects.get(pk=release.pk), Passage("Ana Perez"), at=AT)
    settle()
    erase()
    assert (told.files, told.unread_files) == (("says.pdf",), ())
    assert answer(f"{release.address}says.pdf").status == 410
    assert (Path(settings.DATELINE_PUBLIC_ROOT) / release.address[1:] / "cold.pdf").exists()
    assert [file.name for file in Attachment.objects.all()] == ["cold.pdf"]


def test_a_file_that_only_an_earlier_version_hands_out_is_looked_into():
    release = with_file(text="Ana Perez spoke.")
    release.release_attachments.all().delete()
    release = Release.objects.get(pk=release.pk)
    correct(release, "No file belongs here.", at=AT)
    settle()
    told = redact(Release.objects.get(pk=release.pk), Passage("Ana Perez"), at=AT)
    settle()
    erase()
    assert told.files == ("testimony.txt",)
    assert not any(b"Perez" in content for content in everything_kept())


def test_a_file_that_only_the_draft_hands_out_under_a_name_of_its_own_is_looked_into():
    made = make_release(text="Ana Perez spoke.")
    publish(made, at=AT)
    draft = Release.objects.get(pk=made.pk)
    draft.release_attachments.add(ReleaseAttachment(attachment=attached(TESTIMONY, "x.txt"), name="What was said"))
    draft.save_revision()
    told = redact(Release.objects.get(pk=made.pk), Passage("Ana Perez"), at=AT)
    erase()
    assert told.files == ("What was said",)
    assert not Attachment.objects.exists() and not any(b"Perez" in content for content in everything_kept())


def test_other_releases_that_hand_out_the_same_file_are_named_and_redacted_with_it():
    first = with_file(text="Ana Perez spoke.")
    second = with_file("Another", attachment=Attachment.objects.get(), text="Nobody is named.")
    found = redact(first, Passage("Ana Perez"), at=AT, is_dry_run=True)
    assert [other.pk for other in found.others] == [second.pk]
    redact(first, Passage("Ana Perez"), also=[second], at=AT)
    settle()
    erase()
    assert not any(b"Perez" in content for content in everything_kept())
    assert answer(f"{second.address}testimony.txt").status == 410


def test_a_picture_is_for_a_person_to_look_at():
    release, _ = with_picture()
    told = redact(release, Passage("One"), at=AT)
    assert told.unread_files == ("picture 1, “At the door”: what it shows, no program can read",)


def test_a_picture_leaves_with_its_block_its_original_and_its_renditions():
    release, picture = with_picture()
    redact(release, shown(release, 1), at=AT)
    settle()
    erase()
    assert not Picture.objects.exists()
    assert not [file for root in private_and_public() for file in root.rglob("*.jpg")]
    assert "a picture was removed to protect a person" in page(Release.objects.get())
    assert answer(f"{release.address}picture-1.jpg").status == 410
    assert str(picture.uid) not in str(Release.objects.get().current.words)


def test_a_picture_whose_credit_says_it_and_that_stands_elsewhere_is_refused_until_both_are_redacted():
    release, picture = with_picture()
    Picture.objects.filter(pk=picture.pk).update(credit="Photo: Ana Perez")
    picture = Picture.objects.get()
    pair = []
    for headline in ("One", "Two"):
        made = make_release(headline=headline, body=[("image", {"image": picture, "alt": "A door", "caption": ""})])
        publish(made, at=AT)
        pair.append(Release.objects.get(pk=made.pk))
    with pytest.raises(Refused, match="stands elsewhere too"):
        redact(pair[0], Passage("Ana Perez"), also=[release], at=AT)
    redact(pair[0], Passage("Ana Perez"), also=[pair[1], release], at=AT)
    assert Picture.objects.get().credit == "Photo: [removed to protect a person]"


SOURCE = """Tenants call for heat
May 6, 2024

PORT ELLERY — Ana Perez of Hawser Street called for heat on Monday.

The board heard forty tenants and will vote within the month.

###
"""


def imported(folder: Path, name="release.txt", text=SOURCE) -> Release:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    import_paths([folder], was_public=True)
    return Release.objects.get()


def test_a_plain_source_keeps_everything_else_where_it_stood(tmp_path):
    release = imported(tmp_path / "archive")
    redact(release, Passage("Ana Perez"), at=AT)
    erase()
    sources = [file.read_text() for file in (Path(settings.MEDIA_ROOT) / "sources").rglob("*") if file.is_file()]
    assert sources == [SOURCE.replace("Ana Perez", "█████████")]
    assert Source.objects.get().sha256
    assert "Perez" not in str(Finding.objects.get().record)


def test_the_same_source_is_not_kept_again_and_the_release_stays_as_it_is(tmp_path):
    release = imported(tmp_path / "archive")
    redact(release, Passage("Ana Perez"), at=AT)
    erase()
    done = import_paths([tmp_path / "archive"], was_public=True)
    assert [line.sentences[0] for line in done.came.unreadable] == [
        "Something in this source was removed to protect a person, so the source is not kept again."
    ]
    settle()
    assert not any(b"Perez" in content for content in everything_kept())
    assert Release.objects.count() == 1


def test_an_import_from_elsewhere_brings_it_back_into_no_public_byte(tmp_path):
    release = imported(tmp_path / "archive")
    redact(release, Passage("Ana Perez"), at=AT)
    for number, text in enumerate(
        (SOURCE + "\n\n", SOURCE.replace("within the month.", "within the month. It did.\n\nMore was said."))
    ):
        (tmp_path / "more").mkdir(exist_ok=True)
        (tmp_path / "more" / f"{number}.txt").write_text(text)
        import_paths([tmp_path / "more"], was_public=True)
    settle()
    public = [file.read_bytes() for file in Path(settings.DATELINE_PUBLIC_ROOT).rglob("*") if file.is_file()]
    assert not any(b"Perez" in content for content in public)


def test_what_can_not_be_removed_stays_owed_and_is_said():
    owe_private("sources/stuck")
    stuck = Path(settings.MEDIA_ROOT) / "sources/stuck"
    stuck.mkdir(parents=True)  # a folder where a file should lie: it can't be unlinked
    (stuck / "inside").write_text("x")
    assert "tried again" in erase()[0]
    assert Erasure.objects.count() == 1
    (stuck / "inside").unlink()
    stuck.rmdir()
    stuck.write_text("x")
    assert erase() == [] and not stuck.exists() and not Erasure.objects.exists()


def test_what_was_fetched_for_an_import_that_is_not_at_its_end_goes_too():
    release = make_release(headline="A release", body=[("text", "<p>Ana Perez said so.</p>")])
    publish(release, at=AT)
    fetched = Path(settings.MEDIA_ROOT) / "gathered" / "old.example-1" / "gathered.warc.gz"
    fetched.parent.mkdir(parents=True)
    fetched.write_bytes(b"Ana Perez, compressed")
    redact(Release.objects.get(pk=release.pk), Passage("Ana Perez"))
    erase()
    assert not fetched.exists() and not fetched.parent.exists()
