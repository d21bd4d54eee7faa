"""A release as data: IPTC ninjs 3.0, one JSON object, its fields in the order in which a person reads them.

Source: https://iptc.org/std/ninjs/ninjs-schema_3.0.json. Withdrawn releases have none: their address answers 410.
"""

import json
from collections.abc import Iterator
from typing import Any

from dateline.publishing.addresses import PDF_NAME, TEXT_NAME
from dateline.publishing.faces import AttachmentFace, ContactFace, ImageBlock, NewsroomFace, ReleaseFace
from dateline.publishing.render import dates
from dateline.publishing.render.body import body_of
from dateline.publishing.render.catalogue import Catalogue, catalogue
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.environment import environment, kind_title
from dateline.publishing.render.links import web_address
from dateline.publishing.render.removals import removed_on
from dateline.publishing.render.text import body_text

STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#",
}
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def render_ninjs(room: NewsroomFace, release: ReleaseFace) -> bytes:
    """Render a release, or one of its earlier versions, as JSON; what is empty is left out."""
    told = _told(room, release, catalogue(room.language))
    # A field a line: a person can read it, and the fast encoder, which knows no indent, can write it.
    lines = [f" {_ENCODE(name)}: {_ENCODE(value)}" for name, value in told.items() if value not in ("", [])]
    return clean_bytes("{\n" + ",\n".join(lines) + "\n}\n")


def _told(room: NewsroomFace, release: ReleaseFace, words: Catalogue) -> dict[str, Any]:
    return {
        "standard": STANDARD,
        "uri": release.uid,
        "type": "text",
        "representationType": "partial" if release.is_teaser else "full",
        "version": str(release.number),
        "firstCreated": release.public_at.isoformat(),
        "versionCreated": (release.said_at or release.public_at).isoformat(),
        "contentCreated": dates.noon(release.dated_on, room.zone),  # its own day; the hour is not known
        "pubStatus": "usable",
        "language": release.language,
        "edNote": " ".join(_notes(room, release, words)),
        "headlines": [
            *_valued({"role": "main"}, release.headline),
            *_valued({"role": "subheadline"}, release.subheadline),
        ],
        "descriptions": [
            *_valued({"role": "summary", "contentType": "text/plain"}, release.lede),
            *_valued({"role": "boilerplate", "contentType": "text/plain"}, release.boilerplate),
        ],
        "bodies": [*_bodies(room, release)],
        "by": ", ".join((room.name, *(partner.name for partner in release.partners))),
        "located": release.place,
        "genres": [{"name": kind_title(release.kind, room.language), "literal": release.kind}],
        "subjects": [{"name": topic.name, "literal": topic.path} for topic in release.topics],
        "organisations": [*_organisations(room, release)],
        "people": [_contact(contact) for contact in release.contacts],
        "infoSources": [{"name": room.name, "role": "publisher", "literal": room.uid}],
        "renditions": [*_renditions(room, release)],
        "associations": [*_associations(room, release)],
        "altIds": [{"role": "permanent address", "value": f"{room.site_address}{release.path}"}],
    }


def _notes(room: NewsroomFace, release: ReleaseFace, words: Catalogue) -> Iterator[str]:
    if release.superseded_by:
        yield words.gettext("This is an earlier version. What the release says now:")
        yield f"{room.site_address}{release.superseded_by}"
    labels = {"corrected": words.gettext("Corrected"), "updated": words.gettext("Updated")}
    for change in release.changes:
        yield f"{labels[change.act]}, {dates.long_moment(change.changed_at, room.language)}: {change.note}"
    yield from (removed_on(removal, words) for removal in release.removals)
    if release.is_teaser:
        yield words.gettext("Only the opening of this release has been found.")


def _bodies(room: NewsroomFace, release: ReleaseFace) -> Iterator[dict[str, Any]]:
    blocks = environment(room.language).get_template("blocks.html")
    html = blocks.render(
        body=body_of(release), language=release.language, address=room.site_address, is_page=False
    ).strip()
    plain = "\n\n".join(part for part in body_text(release) if part)
    count = len(plain.split())
    for kind, value in (("text/html", html), ("text/plain", plain)):
        yield from _valued({"role": "main", "contentType": kind, "wordCount": count}, value)


def _organisations(room: NewsroomFace, release: ReleaseFace) -> Iterator[dict[str, Any]]:
    yield {"name": room.name, "rel": "author", "literal": room.uid}
    for partner in release.partners:
        url = web_address(partner.url)
        yield {"name": partner.name, "rel": "author", **({"uri": url} if url else {})}


def _contact(contact: ContactFace) -> dict[str, Any]:
    reach = [{"type": "phone", "value": contact.phone}, {"type": "email", "value": contact.email}]
    reach = [{"role": contact.role or "media contact", **each} for each in reach if each["value"]]
    return {"name": contact.name, "rel": "media contact", **({"contactInfo": reach} if reach else {})}


def _renditions(room: NewsroomFace, release: ReleaseFace) -> Iterator[dict[str, Any]]:
    """Name the other forms; where the site's own address is not known, none can be named (RFC 3986: href is a URI)."""
    forms = [("page", "", "text/html"), ("pdf", PDF_NAME, "application/pdf")]
    if not release.superseded_by:
        forms.append(("text", TEXT_NAME, "text/plain"))
    for name, file, kind in forms:
        if room.site_address:
            yield {"name": name, "href": f"{room.site_address}{release.path}{file}", "contentType": kind}


def _associations(room: NewsroomFace, release: ReleaseFace) -> Iterator[dict[str, Any]]:
    for block in release.blocks:
        if isinstance(block, ImageBlock):
            yield _picture(room, release, block)
    for file in release.attachments:
        if file.path:
            yield _attachment(room, release, file)


def _picture(room: NewsroomFace, release: ReleaseFace, block: ImageBlock) -> dict[str, Any]:
    told = {"uri": _part(release, block.press.path), "type": "picture", "rel": "picture", "by": block.credit}
    told |= {"name": block.caption or block.alt or _last(block.press.path)}
    described = [*_valued({"role": "alt text"}, block.alt), *_valued({"role": "caption"}, block.caption)]
    copies = [("main", block.press), ("preview", block.shown[-1])]
    copies += [("thumbnail", block.shown[0])] if len(block.shown) > 1 else []
    renditions = [
        {
            "name": name,
            "contentType": copy.media_type,
            "width": copy.width,
            "height": copy.height,
            "sizeInBytes": copy.size_bytes,
            **_href(room, copy.path),
        }
        for name, copy in copies
    ]
    return {**{k: v for k, v in told.items() if v}, "descriptions": described, "renditions": renditions}


def _attachment(room: NewsroomFace, release: ReleaseFace, file: AttachmentFace) -> dict[str, Any]:
    rendition = {"name": "main", "contentType": file.media_type, "sizeInBytes": file.size_bytes}
    return {
        "uri": _part(release, file.path),
        "type": "component",
        "rel": "attachment",
        "name": file.name,
        "renditions": [{**rendition, "originalFilename": file.name, **_href(room, file.path)}],
    }


def _valued(told: dict[str, Any], value: str) -> list[dict[str, Any]]:
    return [{**told, "value": value}] if value else []


def _href(room: NewsroomFace, path: str) -> dict[str, str]:
    return {"href": f"{room.site_address}{path}"} if room.site_address else {}


def _part(release: ReleaseFace, path: str) -> str:
    return f"{release.uid}#{_last(path)}"


def _last(path: str) -> str:
    return path.rsplit("/", 1)[-1]
