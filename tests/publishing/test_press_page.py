"""The press page: whom to call, what to copy, pictures without hidden data, and everything that was corrected."""

import io
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.core.files.images import ImageFile
from PIL import Image

from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.ledger import answer
from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.naming import shown
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Contact, Newsroom, NewsroomContact, NewsroomPicture, Picture, Release

pytestmark = pytest.mark.django_db


def page(path="/press/") -> str:
    settle()
    return (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:] / "index.html").read_text()


def said(headline: str, text="Ana Perez spoke.") -> Release:
    made = make_release(headline=headline, text=text)
    publish(made, at=AT)
    return Release.objects.get(pk=made.pk)


def photograph() -> Picture:
    image, exif = Image.new("RGB", (1200, 900), "white"), Image.Exif()
    exif[0x010F] = "xylocamera"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return Picture.objects.create(
        title="x", file=ImageFile(io.BytesIO(out.getvalue()), name="x.jpg"), credit="Photo: L. B."
    )


def test_it_has_contacts_every_length_of_the_boilerplate_and_a_policy_and_is_linked_from_every_page():
    room = make_newsroom(boilerplate="Long.", boilerplate_medium="Medium.", boilerplate_short="Short.")
    NewsroomContact.objects.create(
        newsroom=room, contact=Contact.objects.create(name="Marisol Vega", phone="(213) 555-0142")
    )
    release = said("Heat for all")
    press = page()
    for text in ("Marisol Vega", "tel:", "Short.", "Medium.", "Long.", "We correct what was wrong.", "set no cookie"):
        assert text in press, text
    for path in ("/", release.address, "/archive/"):
        assert 'href="/press/"' in page(path)


def test_the_newsrooms_own_policy_stands_in_the_place_of_the_plain_one():
    make_newsroom(corrections_policy="Write to us.")
    settle()
    publish(make_release(), at=AT)
    assert "Write to us." in page() and "We correct what was wrong." not in page()


def test_whatever_happened_to_what_was_said_is_told_with_its_day_and_its_note():
    release = said("Heat for all")
    release.body = [("text", "<p>Ana Perez spoke twice.</p>")]
    correct(release, "It was twice.", at=AT)
    withdraw(said("Rent for all"), "It was wrong.", at=AT)
    redact(Release.objects.get(pk=release.pk), Passage("Ana Perez"), at=AT)
    log = page()
    for text in (
        "Heat for all",
        "It was twice.",
        "Rent for all",
        "It was wrong.",
        "Something was removed to protect a person",
    ):
        assert text in log, text
    assert "Perez" not in log


def test_a_draft_of_what_was_corrected_and_what_was_only_published_are_not_in_the_log():
    release = said("Heat for all")
    release.headline = "A draft of it"
    release.save_revision()
    said("Another")
    assert "Nothing has been corrected yet." in page()


def test_pictures_are_handed_out_in_two_sizes_without_what_the_camera_knew():
    room = make_newsroom()
    NewsroomPicture.objects.create(
        newsroom=room, picture=photograph(), name="Ana, director", alt="A woman", sort_order=0
    )
    press = page()
    for path in ("/press/ana-director.jpg", "/press/ana-director-800.jpg"):
        content = (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:]).read_bytes()
        assert path in press and b"xylocamera" not in content
    assert "Photo: L. B." in press and 'alt="A woman"' in press and 'width="800" height="600"' in press
    assert "JPEG, 1200\u00a0×\u00a0900, " in press


def test_a_picture_that_is_taken_down_leaves_an_address_that_leads_to_the_press_page(tmp_path):
    room = make_newsroom()
    row = NewsroomPicture.objects.create(newsroom=room, picture=photograph(), name="Logo", alt="x", sort_order=0)
    settle()
    row.delete()
    assert "Logos and pictures" not in page()
    assert not (Path(settings.DATELINE_PUBLIC_ROOT) / "press/logo.jpg").exists()
    told = answer("/press/logo.jpg")
    assert (told.status, told.location) == (301, "/press/")


def test_a_picture_of_the_press_page_is_not_removed_with_a_release_that_shows_it_too():
    room, picture = make_newsroom(), photograph()
    NewsroomPicture.objects.create(newsroom=room, picture=picture, name="Logo", alt="x", sort_order=0)
    made = make_release(room, body=[("text", "<p>x</p>"), ("image", {"image": picture, "alt": "x", "caption": ""})])
    publish(made, at=AT)
    release = Release.objects.get()
    redact(release, shown(release, 1), at=AT)
    assert Picture.objects.exists() and "/press/logo.jpg" in page()


def test_the_same_bytes_come_from_nothing(tmp_path):
    room = make_newsroom("Unión", "es", boilerplate_short="Breve.")
    NewsroomPicture.objects.create(newsroom=room, picture=photograph(), name="Logotipo", alt="x", sort_order=0)
    Newsroom.objects.get().save()
    settle()
    publish_everything(tmp_path / "fresh")
    for name in ("press/index.html", "press/logotipo.jpg"):
        assert (tmp_path / "fresh" / name).read_bytes() == (Path(settings.DATELINE_PUBLIC_ROOT) / name).read_bytes()
    assert "Para la prensa" in page()
