"""Pictures of a release: in two widths on its page, for print at an address that stays, gone in every size when redacted."""

import io
import json
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.core.files.images import ImageFile
from PIL import Image

from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.ledger import answer
from dateline.publishing.preview import preview
from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.erasing import erase
from dateline.publishing.redaction.naming import shown
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Address, NewsroomPicture, Picture, Release
from dateline.releases.refused import Refused
from dateline.releases.words import fingerprint_of

pytestmark = pytest.mark.django_db
SIZES = ("picture-1-1280.jpg", "picture-1-640.jpg", "picture-1.jpg")


@pytest.fixture(autouse=True)
def room(db):
    """A newsroom, and with it the collection in which the CMS keeps files."""
    return make_newsroom()


def photograph(width=2000, height=1500, colour="steelblue") -> ImageFile:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return ImageFile(io.BytesIO(out.getvalue()), name="door.jpg")


def make_picture(**size) -> Picture:
    picture = Picture.objects.create(title="At the door", file=photograph(**size), credit="Photo: L. B.")
    picture.get_file_hash()  # kept with it, as when it is uploaded
    return picture


def said_with(picture: Picture, **fields) -> Release:
    image = {"image": picture, "alt": "A door", "caption": "The door."}
    made = make_release(body=[("text", "<p>One.</p>"), ("image", image)], **fields)
    publish(made, at=AT)
    settle()
    return Release.objects.get(pk=made.pk)


def folder_of(release: Release) -> Path:
    return Path(settings.DATELINE_PUBLIC_ROOT) / release.address.strip("/")


def pictures_in(release: Release) -> list[str]:
    return sorted(file.name for file in folder_of(release).iterdir() if file.name.startswith("picture"))


def page(release: Release) -> str:
    return (folder_of(release) / "index.html").read_text()


def test_it_stands_on_the_page_in_two_widths_and_for_print_in_its_own():
    release = said_with(make_picture())
    assert pictures_in(release) == sorted(SIZES)
    widths = [Image.open(folder_of(release) / name).size for name in SIZES]
    assert widths == [(1280, 960), (640, 480), (2000, 1500)]
    html = page(release)
    at = release.address
    assert f'srcset="{at}picture-1-640.jpg 640w, {at}picture-1-1280.jpg 1280w"' in html
    assert 'width="1280" height="960" alt="A door"' in html
    assert f'For print: <a href="{at}picture-1.jpg" download' in html and "JPEG, 2000\u00a0×\u00a01500, " in html


def test_a_small_one_has_one_width_and_a_browser_nothing_to_choose():
    release = said_with(make_picture(width=500, height=400))
    assert pictures_in(release) == ["picture-1-500.jpg", "picture-1.jpg"]
    assert "srcset" not in page(release) and 'width="500" height="400"' in page(release)


def test_every_size_is_in_the_ledger():
    release = said_with(make_picture())
    known = Address.objects.filter(release=release, stop="attachment").values_list("path", flat=True)
    assert sorted(known) == [f"{release.address}{name}" for name in sorted(SIZES)]


def test_other_forms_name_the_size_that_they_need():
    release = said_with(make_picture())
    told = json.loads((folder_of(release) / "release.json").read_text())["associations"][0]
    assert [(each["name"], each["width"]) for each in told["renditions"]] == [
        ("main", 2000), ("preview", 1280), ("thumbnail", 640),
    ]  # fmt: skip
    feed = (Path(settings.DATELINE_PUBLIC_ROOT) / "feed.json").read_text()
    assert "picture-1-1280.jpg" in feed and "srcset" not in feed
    text = (folder_of(release) / "release.txt").read_text()
    assert f"* The door. Photo: L. B. {settings.DATELINE_SITE_ADDRESS}{release.address}picture-1.jpg" in text


def test_what_is_printed_beside_the_words_is_no_word_of_them():
    release = said_with(make_picture())
    assert fingerprint_of(release.current.words) == release.words.fingerprint == release.current.fingerprint


def test_a_correction_leaves_the_picture_as_it_is_even_without_its_original():
    release = said_with(make_picture())
    before = {name: (folder_of(release) / name).read_bytes() for name in SIZES}
    Picture.objects.get().file.storage.delete(Picture.objects.get().file.name)
    release.headline = "It is corrected"
    correct(release, "It was another.", at=AT)
    settle()
    assert {name: (folder_of(release) / name).read_bytes() for name in SIZES} == before
    assert pictures_in(release) == sorted(SIZES)


def test_another_picture_in_its_place_takes_no_address_that_was_public():
    picture = make_picture()
    release = said_with(picture)
    before = (folder_of(release) / "picture-1.jpg").read_bytes()
    picture = Picture.objects.get()
    picture.file = photograph(colour="red")
    picture.file_hash = ""
    picture.save()
    release = Release.objects.get(pk=release.pk)
    correct(release, "Another picture.", at=AT)
    settle()
    assert (folder_of(release) / "picture-1.jpg").read_bytes() == before
    assert "picture-1-2.jpg" in page(release) and len(pictures_in(release)) == 6


def test_the_same_bytes_come_from_nothing(tmp_path):
    release = said_with(make_picture())
    release.headline = "It is corrected"
    correct(release, "It was another.", at=AT)
    settle()
    publish_everything(tmp_path / "fresh")
    files = [file for file in folder_of(release).rglob("*") if file.is_file()]
    assert len(files) > 6
    for file in files:
        made = tmp_path / "fresh" / file.relative_to(settings.DATELINE_PUBLIC_ROOT)
        assert made.read_bytes() == file.read_bytes(), file.name


def test_one_whose_original_is_lost_is_refused_with_a_sentence():
    picture = make_picture()
    picture.file.storage.delete(picture.file.name)
    with pytest.raises(Refused, match=r"“At the door” is missing from the private folder\. Choose it again\."):
        said_with(picture)


def test_with_a_withdrawal_no_size_stays(room):
    release = said_with(make_picture())
    withdraw(release, "It was wrong.", at=AT)
    settle()
    assert not folder_of(release).exists()
    assert {answer(f"{release.address}{name}").status for name in SIZES} == {410}


def test_a_redaction_takes_every_size_out_of_every_version():
    release = said_with(make_picture())
    release.headline = "It is corrected"
    correct(release, "It was another.", at=AT)
    release = Release.objects.get(pk=release.pk)
    redact(release, shown(release, 1), at=AT)
    settle()
    erase()
    roots = (Path(settings.DATELINE_PUBLIC_ROOT), Path(settings.MEDIA_ROOT))
    left = [file for root in roots for file in root.rglob("*") if file.is_file()]
    assert not [file for file in left if file.read_bytes()[:3] == b"\xff\xd8\xff"]
    assert {answer(f"{release.address}{name}").status for name in SIZES} == {410}
    assert "picture-1" not in page(release) + (folder_of(release) / "release.json").read_text()


def test_a_passage_in_its_address_moves_every_size():
    made = make_release(
        headline="Ana Perez speaks", body=[("image", {"image": make_picture(), "alt": "A door", "caption": ""})]
    )
    publish(made, at=AT)
    settle()
    release = Release.objects.get(pk=made.pk)
    redact(release, Passage("Ana Perez"), at=AT)
    settle()
    erase()
    release = Release.objects.get(pk=made.pk)
    assert "perez" not in release.address and pictures_in(release) == sorted(SIZES)
    assert not (Path(settings.DATELINE_PUBLIC_ROOT) / made.address.strip("/")).exists()


def test_a_picture_that_the_press_page_has_too_can_still_be_made_there_from_nothing(room, tmp_path):
    picture = make_picture()
    NewsroomPicture.objects.create(newsroom=room, picture=picture, name="Door", alt="A door", sort_order=0)
    release = said_with(picture)
    assert (folder_of(release) / "picture-1.jpg").read_bytes() == (
        Path(settings.DATELINE_PUBLIC_ROOT) / "press/door.jpg"
    ).read_bytes()
    redact(release, shown(release, 1), at=AT)
    settle()
    erase()
    publish_everything(tmp_path / "fresh")
    assert (tmp_path / "fresh/press/door.jpg").exists()


def test_the_preview_has_its_place_and_says_what_is_for_print():
    image = {"image": make_picture(), "alt": "A door", "caption": ""}
    html = preview(make_release(body=[("image", image)]), "").decode()
    assert 'width="2000" height="1500"' in html and "For print" in html and "/desk/kept/" in html
