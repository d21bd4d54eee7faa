"""What a version keeps → what a page shows of it: exactly the words, as they were printed that day. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dateline.publishing import faces
from dateline.publishing.advisories import moments_of
from dateline.publishing.redaction.marks import is_mark
from dateline.releases.dateline import with_dash


def words_face(words: dict[str, Any], printed: dict[str, Any], dated_on: date, lede: str) -> dict[str, Any]:
    """Turn kept words, and what was printed with them, into the fields of a ReleaseFace."""
    files = {file["name"]: file for file in printed["files"]}
    return {
        "kind": words["kind"],
        "headline": words["headline"],
        "subheadline": words["subheadline"],
        "partners": tuple(faces.PartnerFace(**partner) for partner in printed["partners"]),
        "dateline": with_dash(words["dateline"], words["language"]),
        "place": words["place"],
        "dated_on": dated_on,
        "language": words["language"],
        "is_teaser": words["is_teaser"],
        "lede": lede,
        "blocks": tuple(_block(block, printed["pictures"]) for block in words["blocks"]),
        "attachments": tuple(
            faces.AttachmentFace(
                name=handout["name"],
                path=files.get(handout["name"], {}).get("path", ""),
                media_type=files.get(handout["name"], {}).get("media_type", ""),
                size_bytes=files.get(handout["name"], {}).get("size_bytes", 0),
                is_removed=is_mark(handout["name"]),
            )
            for handout in words["handouts"]
        ),
        "boilerplate": printed["boilerplate"],
        "event": event_face(words["event"], printed["zone"]) if "event" in words else None,
    }


def event_face(event: dict[str, str], zone: str) -> faces.EventFace:
    """Show to what a release invites, in the zone that was printed with it."""
    moments = moments_of(event, zone)
    return faces.EventFace(
        what=event["what"],
        who=event["who"],
        where=event["where"],
        starts_at=moments.starts_at if moments else None,
        ends_at=moments.ends_at if moments else None,
    )


def picture_file(kept: dict[str, Any]) -> faces.PictureFile:
    """Show one copy of a picture as it is kept."""
    told = ("path", "width", "height", "media_type", "size_bytes")
    return faces.PictureFile(**{name: kept[name] for name in told})


def copies_in(pictures: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """List the copies of printed pictures, as they are kept."""
    return [copy for picture in pictures for copy in (picture["press"], *picture["shown"])]


def files_in(printed: dict[str, Any]) -> list[dict[str, Any]]:
    """List all files that are handed out with a version: attachments, and its pictures in every size."""
    return [*printed["files"], *copies_in(printed["pictures"].values())]


def version_path(release: str, number: int) -> str:
    """Give the permanent address of what a release said in an earlier version."""
    return f"{release}versions/{number}/"


def _block(block: dict[str, Any], pictures: dict[str, Any]) -> faces.Block:
    match block["kind"]:
        case "text":
            return faces.TextBlock(html=block["html"])
        case "quote":
            return faces.QuoteBlock(words=block["words"], speaker=block["speaker"], title=block["title"])
        case "list":
            return faces.ListBlock(lines=tuple(block["lines"]))
        case "image":
            picture = pictures[block["picture"]]
            return faces.ImageBlock(
                shown=tuple(picture_file(copy) for copy in picture["shown"]),
                press=picture_file(picture["press"]),
                alt=block["alt"],
                credit=block["credit"],
                caption=block["caption"],
            )
    raise ValueError(f"A version has no block of the kind {block['kind']!r}.")
