"""Law 2: no byte of what is not yet public, nor of its existence, is in any public output; nor any desk user's name.

A canary word is planted in everything that is not yet public, then looked for in every public file, in the answers
to every address that a curious person would try, and behind the CMS's addresses of documents and pictures.
"""

import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.contrib.auth import get_user_model
from laws.canary import CANARY, plant_a_draft
from laws.newsroom_life import files
from opened import opened
from pdfs import text_of, told_of_itself
from PIL import Image

from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.ledger import answer
from dateline.publishing.maps import MAPS
from dateline.publishing.owe import owe
from dateline.publishing.publish import publish
from dateline.publishing.searching.answer import answer_search
from dateline.publishing.searching.index import dump, index_everything
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import (
    Attachment,
    OldAddress,
    Organization,
    Picture,
    Release,
    ReleasePartner,
)

pytestmark = pytest.mark.django_db
OLD = (
    (f"/node/{CANARY}", "release", ""),
    (f"/?p={CANARY}", "release", ""),
    (f"/files/{CANARY}.pdf", "file", f"{CANARY}.txt"),
    (f"/press?page={CANARY}", "list", ""),
)


@pytest.fixture
def planted() -> Release:
    """A newsroom with public releases, and a canary in everything that is not public."""
    make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")
    author = get_user_model().objects.create_superuser(f"{CANARY}-user", f"{CANARY}@desk.example", "secret")
    for number in range(3):
        publish(make_release(headline=f"Public {number}", topics=["Heat"]), at=AT, by=author)
    public = Release.objects.filter(status="public").order_by("path").first()
    # A draft of what is public.
    public.headline, public.body = f"{CANARY} headline", [("text", f"<p>{CANARY} text</p>")]
    public.save_revision(user=author)
    draft = plant_a_draft(author)
    OldAddress.objects.bulk_create(
        OldAddress(address=address, was=was, release=draft, detail=detail) for address, was, detail in OLD
    )
    # A partner asked to stand under something public, that has not said yes.
    public = Release.objects.filter(status="public").order_by("path")[1]
    public.release_partners.add(ReleasePartner(organization=Organization.objects.get()))
    publish(public, at=AT, by=author)
    settle()
    return draft


def canaries(root: Path) -> list[str]:
    """Name the public files that hold the canary, in their bytes or in their names."""
    found = []
    for file in root.rglob("*"):
        name = str(file.relative_to(root))
        if CANARY in name.lower() or (file.is_file() and CANARY in words_of(file, name).lower()):
            found.append(name)
    return found


def words_of(file: Path, name: str) -> str:
    """Give a file's bytes as text, a sibling's decompressed, and in a PDF what a reader finds."""
    content = opened(name, file.read_bytes())
    found = [content.decode("utf-8", "replace")]
    if file.suffix == ".pdf":
        found += [text_of(content), *told_of_itself(content).values()]
    return " ".join(found)


def test_no_public_file_holds_a_byte_of_what_is_not_public(planted, tmp_path):
    assert canaries(Path(settings.DATELINE_PUBLIC_ROOT)) == []
    publish_everything(tmp_path / "whole")
    assert canaries(tmp_path / "whole") == []
    owe({MAPS})
    settle()
    assert canaries(Path(settings.DATELINE_PUBLIC_ROOT)) == []
    for name, count in (
        ("index.html", 10),
        ("index.html.br", 10),
        ("index.html.gz", 10),
        ("release.pdf", 2),
        ("release.json", 2),
    ):  # there was something to look at
        assert sum(1 for _ in (tmp_path / "whole").rglob(name)) > count


@pytest.mark.parametrize("room", ["/", "/es/"])
@pytest.mark.parametrize("query", [CANARY, f"{CANARY}s", CANARY[:6], f'"{CANARY} text"', f"public {CANARY}"])
def test_no_search_finds_a_word_of_what_is_not_public(planted, room, query):
    page = answer_search(room, urlencode({"q": query}).encode()).body.decode()
    assert "<h2" not in page
    assert page.lower().count(CANARY) == answer_search(room, urlencode({"q": query.replace(CANARY, "neverwritten")}).encode()).body.decode().count("neverwritten")  # fmt: skip


def test_the_index_holds_no_word_of_what_is_not_public(planted):
    assert not [row for row in dump() if CANARY[:6] in str(row).lower()]
    index_everything()
    assert not [row for row in dump() if CANARY[:6] in str(row).lower()]
    assert sum("public" in str(row) for row in dump()) > 3  # there was something to look at


def test_the_search_forgets_what_was_withdrawn(planted):
    public = Release.objects.filter(status="public").order_by("path").last()
    assert b"Public 2" in re.sub(rb"</?mark>", b"", answer_search("/", b"q=public").body)
    withdraw(public, "It was wrong.", at=AT)
    settle()
    assert b"Public 2" not in re.sub(rb"</?mark>", b"", answer_search("/", b"q=public").body)
    assert not [row for row in dump() if str(public.uid) in str(row)]


def test_the_number_of_drafts_changes_no_public_byte(planted, tmp_path):
    publish_everything(tmp_path / "with")
    for number in range(3):
        make_release(headline="Public 1", dated_on=date(2024, 5, 6) - timedelta(days=400 * number), topics=["Heat"])
    publish_everything(tmp_path / "more")
    assert files(tmp_path / "with") == files(tmp_path / "more")


@pytest.mark.parametrize(
    "path",
    [
        f"/2024/05/{CANARY}/",
        f"/2024/05/{CANARY}-draft/",
        f"/2024/05/{CANARY}/release.txt",
        f"/2024/05/{CANARY}/versions/1/",
        f"/topics/{CANARY}-topic/",
        f"/coverage/{CANARY}/",
        f"/topics/{CANARY}-topic/2024/",
        f"/addressed/{CANARY}-senator/",
        f"/organizations/{CANARY}-partner/",
        f"/organizations/{CANARY}-partner/2024/",
        f"/es/2024/05/{CANARY}/",
    ],
)
def test_the_address_that_a_draft_will_have_answers_as_any_unknown_one(planted, path):
    nothing = answer(path.replace(CANARY, "neverwritten"))
    assert answer(path) == nothing
    assert nothing.status == 404


@pytest.mark.parametrize("old", [address for address, _, _ in OLD])
@pytest.mark.parametrize("path", ["", "/", "/node/"])
def test_an_old_address_of_a_draft_answers_as_any_unknown_one(planted, old, path):
    nothing = answer(path, old.replace(CANARY, "neverwritten"))
    assert answer(path, old) == nothing
    assert nothing.status == 404


def test_no_address_of_the_cms_gives_a_stranger_a_file_a_picture_or_a_page(planted, client):
    attachment, picture = Attachment.objects.get(), Picture.objects.get()
    rendition = picture.get_rendition("width-20")
    paths = [
        attachment.url,
        f"/desk/documents/{attachment.pk}/{attachment.filename}",
        f"/documents/{attachment.pk}/{attachment.filename}",
        f"/desk/kept/{attachment.file.name}",
        f"/desk/kept/{picture.file.name}",
        picture.file.url,
        rendition.url,
        f"/media/{picture.file.name}",
        f"/desk/pages/{planted.pk}/edit/preview/",
        f"/desk/pages/{planted.pk}/view_draft/",
        f"/desk/pages/{planted.pk}/edit/",
        f"/{planted.slug}/",
        "/desk/reports/",
        "/desk/api/main/pages/",
    ]
    for path in paths:
        response = client.get(path)
        assert response.status_code in (302, 403, 404), (path, response.status_code)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert CANARY.encode() not in content.lower(), path


def test_a_picture_and_a_file_become_public_without_the_data_hidden_in_them(planted):
    draft = Release.objects.get(pk=planted.pk)
    draft.headline = "Now it is said"
    draft.address_slug = "now"
    publish(draft, at=AT)
    settle()
    root = Path(settings.DATELINE_PUBLIC_ROOT)
    pictures = sorted(root.rglob("*.jpg"))
    assert [picture.name for picture in pictures] == ["picture-1-40.jpg", "picture-1.jpg"]
    for picture in pictures:
        with Image.open(picture) as shown:
            assert not shown.getexif()
        assert b"camera" not in picture.read_bytes()


def test_what_was_withdrawn_or_corrected_shows_no_word_of_the_next_draft(planted):
    public = list(Release.objects.filter(status="public").order_by("path"))
    changed = Release.objects.get(pk=public[1].pk)
    changed.body = [("text", "<p>Corrected.</p>")]
    correct(changed, "It was wrong.", at=AT)
    withdraw(Release.objects.get(pk=public[0].pk), "It was wrong.", at=AT)  # its latest revision holds the canary
    settle()
    assert canaries(Path(settings.DATELINE_PUBLIC_ROOT)) == []
