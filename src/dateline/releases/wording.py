"""A release as it stands in memory → its words, as plain and sanitised as they will be kept."""

import html
import re
from dataclasses import astuple
from typing import TYPE_CHECKING, Any

import nh3

from dateline.releases.words import Event, Handout, Words

if TYPE_CHECKING:
    from dateline.releases.models import Release

ALLOWED_TAGS = {"p", "strong", "b", "em", "i", "a", "ul", "ol", "li", "br"}
_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"</(?:p|li|ul|ol)>|<br\s*/?>")


def words_of(release: "Release") -> Words:
    """Take the words of a release, saved or not."""
    return Words(
        kind=release.kind,
        headline=release.headline.strip(),
        subheadline=release.subheadline.strip(),
        # Never composed here: an imported release without a dateline had none, and none is put in its mouth.
        # The desk's form fills the field in where a person writes a new one (releases.dateline.compose).
        dateline=release.dateline.strip(),
        place=release.place.strip(),
        dated_on=release.dated_on.isoformat() if release.dated_on else "",
        language=release.language,
        is_teaser=release.is_teaser,
        blocks=tuple(_block(child) for child in release.body),
        handouts=tuple(
            Handout(
                name=row.name or (row.attachment.name if row.attachment else ""),
                sha256=row.attachment.original_sha256 if row.attachment else "",
            )
            for row in release.release_attachments.all()
        ),
        event=_event(release),
    )


def clean_html(markup: str) -> str:
    """Keep paragraphs, emphasis, lists and links to the web or a mailbox; everything else becomes text or nothing."""
    return nh3.clean(
        markup,
        tags=ALLOWED_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def plain(markup: str) -> str:
    """Give the text of sanitised markup, one line a paragraph."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markup))).strip()


def lede_of(words: Words) -> str:
    """Give the first paragraph of the body as plain text: the default summary."""
    for block in words.blocks:
        if block["kind"] == "text":
            for line in plain(block["html"]).split("\n"):
                if line.strip():
                    return " ".join(line.split())
        if block["kind"] == "quote":
            return str(block["words"])
    return ""


def _event(release: "Release") -> Event | None:
    if release.kind != "media advisory":
        return None
    event = Event(
        what=release.event_what.strip(),
        who=release.event_who.strip(),
        where=release.event_where.strip(),
        on=release.event_on.isoformat() if release.event_on else "",
        begins=f"{release.event_begins:%H:%M}" if release.event_begins else "",
        ends_on=release.event_ends_on.isoformat() if release.event_ends_on else "",
        ends=f"{release.event_ends:%H:%M}" if release.event_ends else "",
    )
    return event if any(astuple(event)) else None


def _block(child: Any) -> dict[str, Any]:
    value = child.value
    match child.block_type:
        case "text":
            return {"kind": "text", "html": clean_html(value.source)}
        case "quote":
            return {"kind": "quote", **{key: value[key].strip() for key in ("words", "speaker", "title")}}
        case "list":
            return {"kind": "list", "lines": [str(line).strip() for line in value]}
        case "image":
            image = value["image"]
            return {
                "kind": "image",
                "picture": str(image.uid) if image else "",
                "sha256": image.get_file_hash() if image else "",
                "credit": image.credit if image else "",
                "alt": value["alt"],
                "caption": value["caption"],
            }
    raise ValueError(f"A body has no block of the kind {child.block_type!r}.")
