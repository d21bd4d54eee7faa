"""The CMS's rows of attachments and pictures of a release: renamed, reworded, or removed with their files."""

import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from django.core.files.storage import default_storage
from wagtail.models import ReferenceIndex
from wagtail.search.index import insert_or_update_object, remove_object

from dateline.publishing.addresses import press_path
from dateline.publishing.gather.press import press_files
from dateline.publishing.redaction.erasing import owe_private
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.redaction.taking import HandedOut, Shown, Taking
from dateline.releases.models import (
    Address,
    Attachment,
    Newsroom,
    NewsroomPicture,
    Picture,
    Release,
    ReleaseAttachment,
    Version,
)
from dateline.releases.models.address import Stop
from dateline.releases.refused import Refused

SHARED = (
    "The {what} “{title}” carries these words itself and stands elsewhere too. Take them out of both at once: {others}."
)


def pictures_of(release: Release) -> list[Picture]:
    """Give the pictures that a release shows or has shown, in the order of its text, its draft's last."""
    uids: dict[str, None] = {}
    versions = sorted(release.versions.all(), key=lambda version: version.pk != release.current_id)
    for version in versions:
        uids |= {
            block["picture"]: None for block in version.words["blocks"] if block["kind"] == "image" and block["picture"]
        }
    for words in (release.words, release.get_latest_revision_as_object().words):
        uids |= {block["picture"]: None for block in words.blocks if block["kind"] == "image" and block["picture"]}
    found = Picture.objects.in_bulk([uuid.UUID(uid) for uid in uids], field_name="uid")
    return [found[key] for uid in uids if (key := uuid.UUID(uid)) in found]


def attachments_of(release: Release) -> list[Attachment]:
    """Give the files that a release, or the draft of it that waits, hands out."""
    rows = [
        row.attachment
        for each in (release, release.get_latest_revision_as_object())
        for row in each.release_attachments.all()
        if row.attachment
    ]
    return list({row.pk: row for row in rows}.values())


def out_of_files(releases: Sequence[Release], taking: Taking) -> None:
    """Reword and rename what the CMS keeps of the files and pictures of these releases.

    Raises Refused where one also stands in a release that isn't among them: its words would change unseen.
    """
    if not isinstance(taking.what, Passage):
        return
    for attachment in {row.pk: row for release in releases for row in attachments_of(release)}.values():
        _reword(attachment, ("title", "name"), "attachment", releases, taking)
    for picture in {row.pk: row for release in releases for row in pictures_of(release)}.values():
        _reword(picture, ("title", "description", "credit"), "picture", releases, taking)


def remove_attachment(release: Release, what: HandedOut) -> None:
    """Remove the rows of an attachment and owe the removal of its file, where no other release hands it out."""
    for attachment in Attachment.objects.filter(original_sha256__in=what.originals).exclude(original_sha256=""):
        if not ReleaseAttachment.objects.filter(attachment=attachment).exclude(release=release).exists():
            _remove(attachment, [attachment.file.name])


def remove_picture(release: Release, what: Shown) -> None:
    """Remove the row of a picture and owe the removal of its files, where no other release shows it."""
    picture = Picture.objects.filter(uid=what.uid).first()
    if picture and not _others_of(picture, [release]):
        _remove(picture, [picture.file.name, *_renditions(picture)])


def owe_cleaned(release: Release, hashes: Iterable[str]) -> None:
    """Owe the removal of cleaned copies that this release prints no more, and no other and no press page does."""
    shown_to_the_press = {sha256 for room in Newsroom.objects.all() for sha256 in press_files(room).values()}
    for sha256 in set(hashes) - shown_to_the_press:
        if not Address.objects.filter(detail=sha256, stop=Stop.ATTACHMENT).exclude(release=release).exists():
            owe_private(f"cleaned/{sha256[:2]}/{sha256}")


def _reword(row: Any, fields: tuple[str, ...], what: str, releases: Sequence[Release], taking: Taking) -> None:
    before = [getattr(row, name) for name in fields]
    place = f"{what}s"
    for name in fields:
        setattr(row, name, taking.text(getattr(row, name) or "", place)[:255])
    tags = [tag for tag in row.tags.all() if isinstance(taking.what, Passage) and taking.what.stands_in(tag.name)]
    stored = PurePosixPath(row.file.name)
    is_renamed = isinstance(taking.what, Passage) and taking.what.is_in_address(row.file.name)
    if before == [getattr(row, name) for name in fields] and not tags and not is_renamed:
        return
    others = _others_of(row, releases)
    if others and before[1:] != [getattr(row, name) for name in fields[1:]]:
        raise Refused(row, [SHARED.format(what=what, title=getattr(row, "title", ""), others=", ".join(others))])
    if is_renamed:
        _rename(row, stored, taking)
    for tag in tags:
        row.tags.remove(tag)
        tag.delete()
    row.save()
    insert_or_update_object(row)


def _rename(row: Any, stored: PurePosixPath, taking: Taking) -> None:
    """Give a private file a name that says nothing; the old one goes when this is committed."""
    with default_storage.open(row.file.name) as opened:
        made = default_storage.save(f"{stored.parent}/{row.uid}{stored.suffix}", opened)
    taking.made.append(Path(default_storage.path(made)))
    owe_private(row.file.name)
    if isinstance(row, Picture):
        for name in _renditions(row):
            owe_private(name)
        row.renditions.all().delete()
    row.file.name = made


def _remove(row: Any, files: Iterable[str]) -> None:
    for name in files:
        owe_private(name)
    row.tags.clear()
    remove_object(row)
    row.delete()


def _renditions(picture: Picture) -> list[str]:
    return list(picture.renditions.values_list("file", flat=True))


def _others_of(row: Any, releases: Sequence[Release]) -> list[str]:
    """Name the releases beside these in which a file or picture stands, or stood in a version."""
    ours = {release.pk for release in releases}
    if isinstance(row, Attachment):
        keys = set(ReleaseAttachment.objects.filter(attachment=row).values_list("release_id", flat=True))
    else:
        keys = set(Version.objects.filter(words__icontains=str(row.uid)).values_list("release_id", flat=True))
        keys |= {
            int(found.object_id) for found in ReferenceIndex.get_references_to(row) if found.model_name == "Release"
        }
    others = Release.objects.filter(pk__in=keys - ours).order_by("path")
    named = [release.address or release.headline for release in others]
    if isinstance(row, Picture):
        rooms = {
            shown.newsroom for shown in NewsroomPicture.objects.filter(picture=row).select_related("newsroom__locale")
        }
        named += sorted(press_path(room.public_path) for room in rooms)
    return named
