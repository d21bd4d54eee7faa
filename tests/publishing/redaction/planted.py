"""A newsroom in which one name stands everywhere that a name can stand, and the ways to look for it afterwards."""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from build import AT, make_newsroom, make_release
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import connection
from opened import opened
from PIL import Image
from wagtail.admin.models import FormState
from wagtail.models import Comment, CommentReply

from dateline.intake.kept_sources import keep
from dateline.intake.models import Finding, Source
from dateline.publishing.correct import correct
from dateline.publishing.importing.keep import import_paths
from dateline.publishing.maps import MAPS
from dateline.publishing.owe import owe
from dateline.publishing.publish import publish
from dateline.publishing.searching.index import dump
from dateline.publishing.searching.store import TERMS
from dateline.publishing.settle import settle
from dateline.publishing.update import update
from dateline.releases.models import (
    Attachment,
    Consent,
    Coverage,
    OldAddress,
    Organization,
    Picture,
    Release,
    ReleaseAttachment,
    ReleasePartner,
)

NAME = "Zephyrine Quaxly"
FORMS = ("zephyrine", "quaxly")  # no byte of either may be left, in any case or encoding
SOURCE = f"""https://old.example/news/zephyrine-quaxly?page=5

Tenants Call for Heat
May 6, 2024

PORT ELLERY — The tenants of Hawser Street, {NAME} among them, called for heat on Monday.

{NAME.upper()} spoke to the board for ten minutes and was heard.

The union will be there again on Tuesday with the tenants of four more houses.

###
"""


@dataclass(frozen=True)
class Planted:
    """The release that says the name everywhere, and who wrote it."""

    release: Release
    author: object


def plant_everywhere(folder: Path) -> Planted:
    """Publish, correct and update a release that says the name in every field, with files, findings and logs."""
    room = make_newsroom(boilerplate="The union is a union of tenants.")
    author = get_user_model().objects.create_superuser("press", "press@desk.example", "secret")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME} speaks.txt").write_text(SOURCE)
    import_paths([folder], was_public=True)
    release = Release.objects.get(headline="Tenants Call for Heat")
    _plant_in_what_was_found(release)
    picture = Picture.objects.create(
        title=f"{NAME} at the door", description=f"{NAME} stands", file=_jpeg(), credit=f"Photo: {NAME}"
    )
    picture.get_rendition("width-20")
    picture.tags.add(NAME)
    file = Attachment.objects.create(
        title=f"{NAME} testimony", file=ContentFile(_docx(), name=f"{NAME} testimony.docx")
    )
    plain = Attachment.objects.create(title="Minutes", file=ContentFile(b"The board met.", name="minutes.txt"))
    partner = Organization.objects.create(name="Night Bakers")
    release.headline = f"{NAME} wins heat for Hawser Street"
    release.subheadline = f"“We are cold,” says {NAME}"
    release.place, release.dateline = f"{NAME}’s house", f"{NAME.upper()}’S HOUSE, May 6, 2024 —"
    release.address_slug = "zephyrine-quaxly-wins-heat"
    release.seo_title = release.search_description = f"About {NAME}"
    release.kind, release.event_on, release.event_begins = "media advisory", AT.date(), time(10)
    release.event_what, release.event_who = f"{NAME} speaks", f"{NAME} and others"
    release.event_where = f"At {NAME}’s\nHawser Street"
    release.body = json.dumps(
        [
            {"type": "text", "value": f"<p>Said Zephyrine <b>Quaxly</b>, and {NAME}.</p>", "id": "a"},
            {"type": "text", "value": '<p><a href="https://n.example/zephyrine-quaxly">news</a></p>', "id": "b"},
            {
                "type": "quote",
                "value": {"words": f"I am {NAME}.", "speaker": NAME, "title": f"{NAME}, tenant"},
                "id": "c",
            },
            {"type": "list", "value": [{"type": "item", "value": f"heat for {NAME}", "id": "e"}], "id": "d"},
            {
                "type": "image",
                "value": {"image": picture.pk, "alt": f"{NAME} waves", "caption": f"{NAME}, right"},
                "id": "f",
            },
        ]
    )
    release.release_attachments.add(
        ReleaseAttachment(attachment=file), ReleaseAttachment(attachment=plain, name=f"{NAME} minutes"),
        ReleaseAttachment(name=f"061214 {NAME} FINAL.pdf"),
    )  # fmt: skip
    release.release_partners.add(ReleasePartner(organization=partner))
    for fingerprint in (release.words.fingerprint,):
        Consent.objects.create(
            release=release, organization=partner, fingerprint=fingerprint, said_by=NAME, said_on=AT.date(),
            said_how=f"by phone to {NAME}", recorded_by=author,
        )  # fmt: skip
    correct(release, f"{NAME} is spelled so.", at=AT, by=author)
    release = Release.objects.get(pk=release.pk)
    release.body = json.dumps([*release.body.raw_data, {"type": "text", "value": f"<p>{NAME}.</p>", "id": "g"}])
    update(release, "There is more.", at=AT, by=author)
    draft = Release.objects.get(pk=release.pk)
    draft.headline = f"{NAME} again"
    draft.save_revision(user=author)
    FormState.objects.update_or_create_by_instance(
        instance=draft, user=author, defaults={"data": f"headline={NAME}", "last_updated_at": AT}
    )
    Coverage.objects.create(
        outlet=f"{NAME} Gazette", headline=f"{NAME} speaks", published_on=AT.date(), release=draft,
        url="https://gazette.example/zephyrine-quaxly",
    )  # fmt: skip
    comment = Comment.objects.create(
        page=draft, user=author, text=f"Is it {NAME}?", contentpath="headline", position=""
    )
    CommentReply.objects.create(comment=comment, user=author, text=f"Yes, {NAME}.")
    another = make_release(room, headline="Another release", topics=["Heat"])
    publish(another, at=AT)
    OldAddress.objects.bulk_create(
        [
            OldAddress(address="/tag/Zephyrine%20Quaxly", was="list", release=release),
            OldAddress(address="/tag/Zephyrine%20Quaxly", was="list", release=another),
            OldAddress(address="/files/7.pdf", was="file", release=release, detail=f"{NAME} testimony.docx"),
            OldAddress(address="/files/8.pdf", was="file", release=release, detail=f"061214 {NAME} FINAL.pdf"),
            OldAddress(address="/?s=zephyrine-quaxly", was="page", detail="/archive/"),
            OldAddress(address="/8.html", was="page", detail="/topics/zephyrine-quaxly/"),
            OldAddress(address="/kept.html", was="release", release=release),
        ]
    )
    owe({MAPS})
    settle()
    return Planted(Release.objects.get(pk=release.pk), author)


def _plant_in_what_was_found(release: Release) -> None:
    """Say it in what only pages, exports and parts of files give: markup, pictures, identifiers, the text laid out."""
    finding = Finding.objects.get(release=release)
    finding.record |= {
        "markup": f"<h2>{NAME}</h2><p>Said Zephyrine <strong>Quaxly</strong>.</p>",
        "identifier": "https://old.example/?p=zephyrine-quaxly",
        "translations": ["https://old.example/es/zephyrine-quaxly", "https://old.example/es/7"],
        "pictures": [
            {"address": "https://old.example/zephyrine-quaxly.jpg", "alt": NAME, "caption": NAME, "credit": NAME}
        ],
        "basis": {"date": "pubDate"},
    }
    finding.save()
    export = f"<item>{NAME}</item>".encode()
    source = finding.source
    Source.objects.create(
        found_in=source.found_in, name="export.xml", sha256=keep(export), format="wordpress", reading=source.reading,
        text=f"A post: {NAME}.",
    )  # fmt: skip
    part = Source.objects.create(
        found_in=source.found_in, name="export.xml › post 7", sha256=keep(f"{NAME} speaks.".encode()), format="html",
        reading=source.reading, text=f"{NAME.upper()} speaks.",
    )  # fmt: skip
    Finding.objects.create(
        source=part,
        found_in=source.found_in,
        ordinal=0,
        record=finding.record,
        outcome="same",
        release=release,
        whole_key="another",
    )


def still_says(*roots: Path) -> list[str]:
    """Name the files below these folders, and the rows of the database, that say either part of the name."""
    found = [
        str(file)
        for root in roots
        for file in sorted(root.rglob("*"))
        if _says((name := file.relative_to(root).as_posix()).encode())
        or (file.is_file() and _says(opened(name, file.read_bytes())))
    ]
    with connection.cursor() as cursor:
        for table in tables(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [f"{table}: {str(row)[:300]}" for row in cursor.fetchall() if _says(_dump(row).encode())]
    return found + [f"the search: {term}" for term in dump() if "quax" in str(term) or "zephyr" in str(term)]


def tables(cursor) -> list[str]:
    """Name the tables that can be read row by row; what the search's terms are kept in lies in tables of its own."""
    return [name for name in connection.introspection.table_names(cursor) if name != TERMS]


def says_in_the_database_file() -> list[str]:
    """Name the files of an SQLite database (itself and its log) that hold either part of the name."""
    place = Path(str(connection.settings_dict["NAME"]))
    files = [file for file in (place, place.with_name(f"{place.name}-wal")) if file.exists()]
    return [file.name for file in files if _says(file.read_bytes())]


def private_and_public() -> tuple[Path, Path]:
    """Give the two folders in which bytes are kept."""
    return Path(settings.MEDIA_ROOT), Path(settings.DATELINE_PUBLIC_ROOT)


def _dump(row: tuple) -> str:
    return " ".join(
        json.dumps(value, ensure_ascii=False, default=str) if not isinstance(value, str) else value for value in row
    )


def _says(content: bytes) -> bool:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        text = content.decode(encoding, "ignore").casefold()
        if any(form in text for form in FORMS):
            return True
    return False


def _jpeg() -> ImageFile:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(out, "JPEG")
    return ImageFile(io.BytesIO(out.getvalue()), name=f"{NAME}.jpg")


def _docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
            "<w:r><w:t>I, Zephy</w:t></w:r><w:r><w:t>rine Quaxly, say:</w:t></w:r></w:p></w:body></w:document>",
        )
    return out.getvalue()
