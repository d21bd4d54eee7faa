"""A text holds words: no door lets a picture, a video or another site's page into it. A picture asks for a description."""

import io
import json

import pytest
from build import AT, make_newsroom, make_release
from desk.posting import release_form
from django.core.files.images import ImageFile
from django.urls import reverse
from PIL import Image
from wagtail.test.utils.form_data import streamfield

from dateline.publishing.importing.keep import import_paths
from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.releases.models import Picture, Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db
EMBEDS = (
    '<embed embedtype="media" url="https://video.example/1"/>',
    '<embed embedtype="image" id="1" alt="x" format="left"/>',
    '<iframe src="https://video.example/1"></iframe>',
    '<img src="https://tracker.example/1.gif">',
    '<video src="https://video.example/1"></video>',
    "<script>alert(1)</script>",
)


@pytest.fixture
def picture(db) -> Picture:
    make_newsroom()
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG")
    return Picture.objects.create(
        title="At the door", file=ImageFile(io.BytesIO(out.getvalue()), name="door.jpg"), credit="Photo: L. B."
    )


def state(kind: str, data: dict[str, str]) -> str:
    """Give what the editor of a text would send with something else than words in it."""
    blocks = [
        {"key": "a", "type": "unstyled", "depth": 0, "text": "One.", "inlineStyleRanges": [], "entityRanges": []},
        {"key": "b", "type": "atomic", "depth": 0, "text": " ", "inlineStyleRanges": [],
         "entityRanges": [{"key": 0, "offset": 0, "length": 1}]},
    ]  # fmt: skip
    return json.dumps({"blocks": blocks, "entityMap": {"0": {"type": kind, "mutability": "IMMUTABLE", "data": data}}})


def save(client, release: Release, body: list, **headers):
    address = reverse("wagtailadmin_pages:edit", args=[release.pk])
    return client.post(address, release_form(release, body=streamfield(body)), headers=headers)


@pytest.mark.parametrize(
    ("kind", "data"),
    [("EMBED", {"url": "https://video.example/1"}), ("IMAGE", {"id": "1", "src": "/x.jpg"}), ("HORIZONTAL_RULE", {})],
)
@pytest.mark.parametrize("door", ["save", "autosave", "publish"])
def test_the_desks_form_refuses_what_is_no_word_and_says_where_it_can_stand(sign_in, kind, data, door):
    release = make_release()
    body = [("text", state(kind, data))]
    client = sign_in("director")
    if door == "autosave":
        told = save(client, release, body, accept="application/json")
        assert told.json()["success"] is False
    else:
        address = reverse("wagtailadmin_pages:edit", args=[release.pk])
        pressed = {"action-publish": "action-publish"} if door == "publish" else {}
        told = client.post(address, {**release_form(release, body=streamfield(body)), **pressed})
        assert "Put a picture in a block of its own; to a video, set a link." in told.content.decode()
    assert not Release.objects.get(pk=release.pk).latest_revision
    assert Release.objects.get(pk=release.pk).status == "draft"


def test_a_link_is_let_in(sign_in):
    release = make_release()
    told = save(
        sign_in("writer"), release, [("text", state("LINK", {"url": "https://n.example/"}))], accept="application/json"
    )
    assert told.json()["success"] is True


@pytest.mark.parametrize("embed", EMBEDS)
def test_what_came_into_the_record_past_every_form_is_in_no_word_and_on_no_page(public_root, embed):
    release = make_release(body=[("text", f"<p>Said.</p>{embed}")])
    assert release.words.blocks[0]["html"] == "<p>Said.</p>"
    publish(release, at=AT)
    settle()
    page = (public_root / release.address.strip("/") / "index.html").read_text()
    assert "video.example" not in page and "tracker.example" not in page and "<embed" not in page


def test_an_import_brings_in_none(tmp_path, public_root):
    make_newsroom()
    says = " ".join(f"The board heard them: {embed}" for embed in EMBEDS)
    folder = tmp_path / "archive"
    folder.mkdir()
    opening = "Tenants call for heat\nMay 6, 2024\n\nPORT ELLERY — The tenants called for heat."
    (folder / "release.txt").write_text(f"{opening}\n\n{says}\n\n###\n")
    import_paths([folder], was_public=True)
    settle()
    release = Release.objects.get()
    assert "&lt;iframe" in str(release.current.words["blocks"])  # as text: an import loses no character
    page = (public_root / release.address.strip("/") / "index.html").read_text()
    assert not [tag for tag in ("<iframe", "<img", "<embed", "<video") if tag in page]


def test_a_picture_without_a_description_is_a_draft_and_nothing_more(sign_in, picture):
    release = make_release()
    body = [
        ("text", state("LINK", {"url": "https://n.example/"})),
        ("image", {"image": picture.pk, "alt": "", "caption": ""}),
    ]
    client = sign_in("director")
    address = reverse("wagtailadmin_pages:edit", args=[release.pk])
    told = client.post(
        address, {**release_form(release, body=streamfield(body)), "action-publish": "action-publish"}, follow=True
    )
    assert "This field is required" in told.content.decode()
    assert Release.objects.get(pk=release.pk).status == "draft"
    release.body = [("image", {"image": picture, "alt": " ", "caption": ""})]
    with pytest.raises(Refused, match="no description for people who can't see it"):
        publish(release, at=AT)


def test_the_form_shows_description_caption_and_the_credit_that_is_kept_with_the_picture(sign_in, picture):
    release = make_release(body=[("image", {"image": picture, "alt": "A door", "caption": "The door."})])
    page = sign_in("writer").get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    for said in ("At the door — Photo: L. B.", "A door", "The door."):
        assert said.encode("ascii", "backslashreplace").decode() in page or said in page


def test_the_pictures_own_form_and_the_one_where_it_is_chosen_ask_for_its_credit(sign_in, picture):
    client = sign_in("director")
    for address in (
        reverse("wagtailimages:edit", args=[picture.pk]),
        reverse("wagtailimages:add"),
        reverse("wagtailimages_chooser:choose"),
    ):
        assert "credit" in client.get(address).content.decode(), address
