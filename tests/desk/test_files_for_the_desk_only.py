"""No file, picture, preview or page of the desk is reachable by anyone who isn't of the desk."""

import io

import pytest
from build import make_newsroom, make_release
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from dateline.releases.models import Attachment

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom(db):
    return make_newsroom()


@pytest.fixture
def attachment(newsroom):
    return Attachment.objects.create(title="Facts", file=ContentFile(b"<script>1</script>", name="facts.html"))


@pytest.fixture
def picture(newsroom):
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30)).save(drawn, "JPEG")
    kept = ContentFile(drawn.getvalue(), name="vigil.jpg")
    return get_image_model().objects.create(title="A vigil", file=kept, width=40, height=30)


def kept(name):
    return reverse("kept_file", args=[name])


def everything(attachment, picture, release):
    rendition = picture.get_rendition("max-20x20")
    page = release.pk
    return [
        attachment.url,
        kept(attachment.file.name),
        kept(picture.file.name),
        rendition.url,
        kept("no/such/file.pdf"),
        reverse("wagtaildocs_serve", args=[9999, "no-such.pdf"]),
        reverse("wagtailadmin_pages:preview_on_edit", args=[page]),
        reverse("wagtailadmin_pages:view_draft", args=[page]),
        reverse("wagtailadmin_pages:revisions_view", args=[page, release.save_revision().pk]),
        reverse("wagtailadmin_pages:edit", args=[page]),
        reverse("desk_partners", args=[page]),
        reverse("desk_change", args=[page]),
        reverse("desk_withdraw", args=[page]),
        reverse("desk_reason", args=[page]),
        "/desk/",
        "/desk/api/main/pages/",
        f"/desk/api/main/pages/{page}/",
        "/desk/api/main/documents/",
        "/desk/api/main/images/",
        reverse("wagtailimages:preview", args=[picture.pk, "max-20x20"]),
    ]


def test_a_stranger_gets_nothing_and_learns_nothing_of_what_exists(client, attachment, picture):
    for address in everything(attachment, picture, make_release()):
        response = client.get(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/desk/login/?next="), address


def test_an_account_without_a_role_gets_nothing(client, attachment, picture, django_user_model):
    client.force_login(django_user_model.objects.create_user("nobody"))
    for address in everything(attachment, picture, make_release()):
        assert client.get(address).status_code in (302, 403), address


def test_every_address_of_a_file_lies_in_the_desk(attachment, picture):
    urls = [attachment.url, picture.file.url, picture.get_rendition("max-20x20").url, default_storage.url("x.pdf")]
    assert all(url.startswith("/desk/") for url in urls)
    assert picture.get_rendition("max-20x20").url.startswith("/desk/kept/")


def test_an_attachment_is_saved_and_never_run(sign_in, attachment):
    client = sign_in("writer")
    for address in (attachment.url, kept(attachment.file.name)):
        response = client.get(address)
        assert b"".join(response.streaming_content) == b"<script>1</script>"
        assert response["Content-Disposition"].startswith("attachment")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]
        assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "name", ["../dateline.sqlite3", "..%2fdateline.sqlite3", "original_images", "", "a/../../x", "\x00"]
)
def test_nothing_outside_the_private_folder_is_read(sign_in, picture, name):
    assert sign_in("director").get(f"/desk/kept/{name}").status_code in (400, 404)


def test_a_missing_original_is_a_404_and_no_error(sign_in, attachment):
    default_storage.delete(attachment.file.name)
    client = sign_in("writer")
    assert client.get(attachment.url).status_code == 404
    assert client.get(kept(attachment.file.name)).status_code == 404
