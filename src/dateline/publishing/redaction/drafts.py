"""Takes something out of a release's own row and out of every revision that the CMS has kept of it."""

import json
from datetime import datetime
from typing import Any

from django.db import models
from wagtail.admin.models import FormState
from wagtail.models import Comment, CommentReply, Page, Revision

from dateline.publishing.redaction.taking import HandedOut, Shown, Taking, is_no_words
from dateline.releases.models import Picture, Release

PLACE_OF_REVISIONS = "drafts and revisions"
# Not words: made by the tree, fixed by the verbs, or a choice from a list.
_ADDRESS = "address_slug"
_NOT_IN_THE_ROW = frozenset({"slug", "path", "url_path", "room", "address", "status"})


def out_of_row(release: Release, taking: Taking) -> None:
    """Take it out of a release in memory and what hangs on it; the caller saves.

    A public release's row says what its current version says, so the same words are changed in the same way.
    """
    place = PLACE_OF_REVISIONS if release.current_id else "draft"
    for name in _text_fields(type(release)):
        setattr(release, name, taking.text(getattr(release, name) or "", place))
    release.address_slug = taking.slug(release.address_slug, place) if release.address_slug else ""
    raw = json.loads(json.dumps(list(release.body.raw_data)))
    body = _stream_without(raw, taking, place)
    if body != raw:
        release.body = json.dumps(body)
    for row in release.release_attachments.all():
        _out_of_attachment(row, taking, place)


def out_of_revisions(release: Release, taking: Taking) -> None:
    """Take it out of every revision of the page, the draft that waits included, and out of the comments on it."""
    found = Revision.objects.filter(object_id=str(release.pk), base_content_type__model="page")
    for revision in found.order_by("pk"):
        content = _content_without(revision.content, release.address, taking)
        title = taking.text(revision.object_str, PLACE_OF_REVISIONS)[:255]
        if content != revision.content or title != revision.object_str:
            Revision.objects.filter(pk=revision.pk).update(content=content, object_str=title)
    for comment in Comment.objects.filter(page_id=release.pk):
        said = taking.text(comment.text, "comments")
        if said != comment.text:
            Comment.objects.filter(pk=comment.pk).update(text=said)
    for reply in CommentReply.objects.filter(comment__page_id=release.pk):
        said = taking.text(reply.text, "comments")
        if said != reply.text:
            CommentReply.objects.filter(pk=reply.pk).update(text=said)


def stop_open_editors(release: Release, at: datetime) -> None:
    """Put a new revision in the place of the latest, so that an editor that still shows the old words saves over none."""
    latest = Revision.objects.filter(pk=release.latest_revision_id).first()
    if latest is None:
        return
    old, latest.pk, latest.created_at = latest.pk, None, max(at, latest.created_at)
    Revision.objects.bulk_create([latest])
    rows = Page.objects.filter(pk=release.pk)
    rows.update(latest_revision=latest, latest_revision_created_at=latest.created_at)
    rows.filter(live_revision=old).update(live_revision=latest)


def forget_previews() -> None:
    """Forget what the desk keeps of forms that were typed into and not saved; the next keystroke makes them anew."""
    FormState.objects.all().delete()


def _content_without(content: dict[str, Any], address: str, taking: Taking) -> dict[str, Any]:
    fields = _text_fields(Release)
    made = dict(content)
    for key, value in content.items():
        if key in fields and value:
            made[key] = taking.text(value, PLACE_OF_REVISIONS)
        elif key == _ADDRESS and value:
            made[key] = taking.slug(value, PLACE_OF_REVISIONS)
        elif key == "address":
            made[key] = address
        elif key == "body" and value:
            raw = json.loads(value)
            without = _stream_without(raw, taking, PLACE_OF_REVISIONS)
            made[key] = json.dumps(without) if without != raw else value
        elif key == "release_attachments":
            made[key] = [_attachment_without(row, taking) for row in value]
        elif isinstance(value, list):
            made[key] = taking.anything(value, PLACE_OF_REVISIONS)
    return made


def _stream_without(raw: list[dict[str, Any]], taking: Taking, place: str) -> list[dict[str, Any]]:
    """Give a body, as the CMS keeps it, without what is taken."""
    what = taking.what
    picture = (
        Picture.objects.filter(uid=what.uid).values_list("pk", flat=True).first() if isinstance(what, Shown) else None
    )
    made = []
    for block in raw:
        if block["type"] == "text":
            block = {**block, "value": taking.html(block["value"], place)}
        elif block["type"] == "image" and picture is not None and block["value"]["image"] == picture:
            taking.places[place] += 1
            block = {**block, "type": "text", "value": f"<p>{taking.mark}</p>"}
        else:
            block = {**block, "value": taking.anything(block["value"], place)}
        made.append(block)
    return made


def _attachment_without(row: dict[str, Any], taking: Taking) -> dict[str, Any]:
    what = taking.what
    if isinstance(what, HandedOut):
        if row.get("attachment") in what.rows or what.is_named(row.get("name") or ""):
            taking.places[PLACE_OF_REVISIONS] += 1
            return {**row, "attachment": None, "name": taking.mark}
        return row
    return {
        key: value if is_no_words(key) else taking.anything(value, PLACE_OF_REVISIONS) for key, value in row.items()
    }


def _out_of_attachment(row: models.Model, taking: Taking, place: str) -> None:
    what = taking.what
    if isinstance(what, HandedOut):
        if row.attachment_id in what.rows or what.is_named(row.name):
            row.attachment, row.name = None, taking.mark
            row.save()
            taking.places[place] += 1
        return
    name = taking.text(row.name, place)
    if name != row.name:
        row.name = name[:255]
        row.save()


def _text_fields(model: type[models.Model]) -> list[str]:
    """Name the fields of a model in which a person's words can stand, those that others add one day included."""
    return [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and field.name not in (_ADDRESS, *_NOT_IN_THE_ROW)
    ]
