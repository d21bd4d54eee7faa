"""A found record, or the words of a release → the fields that checks read, each with its name and its place. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import Any

from dateline.releases.wording import plain
from dateline.releases.words import Words

_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']+)["']""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """One piece of text with a name of its own."""

    name: str  # for programs: "text", "attachments.2", "pictures.0.caption"
    place: str  # for people, as a sentence begins: "In the headline"
    text: str
    is_long: bool = False  # of several paragraphs


def fields_of_record(record: Mapping[str, Any]) -> Iterator[Field]:
    """Give what of a found record could be said in public. Media contacts are meant to be found, so they are no risk."""
    for name in ("headline", "subheadline"):
        yield Field(name, f"In the {name}", record.get(name) or "")
    yield Field("text", "In the text", record.get("text") or "", is_long=True)
    for number, name in enumerate(record.get("attachments", ())):
        yield Field(f"attachments.{number}", f"In the name of attachment {number + 1}", name)
    for number, picture in enumerate(record.get("pictures", ())):
        for part in ("address", "alt", "caption"):
            yield Field(
                f"pictures.{number}.{part}", f"In the {_PARTS[part]} of picture {number + 1}", picture.get(part, "")
            )
    for number, link in enumerate(_HREF.findall(record.get("markup") or "")):
        yield Field(f"links.{number}", f"In the address of link {number + 1}", link)


def fields_of_words(words: Words) -> Iterator[Field]:
    """Give what the words of a release say. Where an event takes place is meant to be found, so it is no risk."""
    yield Field("headline", "In the headline", words.headline)
    yield Field("subheadline", "In the subheadline", words.subheadline)
    for number, block in enumerate(words.blocks):
        name, place = f"blocks.{number}", f"In block {number + 1}"
        match block["kind"]:
            case "text":
                yield Field(name, place, plain(block["html"]), is_long=True)
                for at, link in enumerate(_HREF.findall(block["html"])):
                    yield Field(f"{name}.links.{at}", f"In the address of link {at + 1} of block {number + 1}", link)
            case "quote":
                yield Field(name, place, f"{block['words']}\n{block['speaker']}\n{block['title']}", is_long=True)
            case "list":
                yield Field(name, place, "\n".join(block["lines"]), is_long=True)
            case "image":
                yield Field(name, place, f"{block['alt']}\n{block['caption']}", is_long=True)
    for number, handout in enumerate(words.handouts):
        yield Field(f"attachments.{number}", f"In the name of attachment {number + 1}", handout.name)
    if words.event:
        what, who, *_ = astuple(words.event)
        yield Field("event.what", "In what the invitation is to", what)
        yield Field("event.who", "In who will be there", who)


_PARTS = {"address": "name", "alt": "description", "caption": "caption"}
