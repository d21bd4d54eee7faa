"""The page that a release will be, before it is: by the template that will make it."""

from datetime import UTC, datetime
from typing import Any

from django.urls import reverse

from dateline.publishing.faces import ReleaseFace
from dateline.publishing.gather.record import Record
from dateline.publishing.printed import names_printed
from dateline.publishing.render.release import render_release
from dateline.publishing.said import words_face
from dateline.releases.models import Picture, Release, ReleaseAttachment
from dateline.releases.wording import lede_of
from dateline.releases.words import Words


def preview(release: Release, mode: str) -> bytes:
    """Render a release as it stands in memory; `mode` is the CMS's name of the preview and changes nothing."""
    newsroom = release.newsroom
    record = Record()
    room = record.rooms[newsroom.public_path]
    words = release.words
    now = datetime.now(UTC).astimezone(newsroom.zone)
    printed = {
        **names_printed(release, words, newsroom),
        "files": [_file(row) for row in release.release_attachments.all() if row.attachment],
        "pictures": _pictures(words),
    }
    kept = words.as_json()
    kept["blocks"] = [b for b in kept["blocks"] if b["kind"] != "image" or b["picture"] in printed["pictures"]]
    return render_release(
        room,
        ReleaseFace(
            **words_face(kept, printed, release.dated_on or now.date(), lede_of(words)),
            path=release.address or f"{room.path}",
            uid=release.uid.urn,
            feed_id=release.feed_id or release.uid.urn,
            is_over=False,
            calendar_path="",
            topics=(),
            contacts=record.contact_faces(row.contact for row in release.release_contacts.all()) or room.contacts,
            translations=(),
            changes=(),
            public_at=now,
            changed_at=None,
            superseded_by="",
        ),
    )


def _file(row: ReleaseAttachment) -> dict[str, Any]:
    original = row.attachment
    return {
        "name": row.name or original.name,
        "path": original.url,
        "media_type": "",
        "size_bytes": original.file_size or 0,
    }


def _original(picture: Picture) -> dict[str, Any]:
    return {
        "path": reverse("kept_file", args=[picture.file.name]),
        "width": picture.width,
        "height": picture.height,
        "media_type": "",  # by the ending of its name
        "size_bytes": picture.get_file_size() or 0,
    }


def _pictures(words: Words) -> dict[str, Any]:
    uids = [block["picture"] for block in words.blocks if block["kind"] == "image" and block["picture"]]
    return {
        str(picture.uid): {
            "press": (original := _original(picture)),
            "shown": [original],
        }
        for picture in Picture.objects.filter(uid__in=uids)
    }
