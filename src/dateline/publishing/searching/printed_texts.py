"""The texts of a version that a reader can find: what is printed as said. Pure."""

import html
import re
from collections.abc import Iterator
from typing import Any

_END = re.compile(r"</(?:p|li|ul|ol)>|<br\s*/?>")
_TAG = re.compile(r"<[^>]+>")


def head_of(words: dict[str, Any]) -> list[str]:
    """Give headline and subheadline."""
    return [text for text in (words["headline"], words["subheadline"]) if text]


def body_of(words: dict[str, Any]) -> list[str]:
    """Give the paragraphs in order, then the names of partners and files. No boilerplate: every release has it."""
    printed = words["printed"]
    return [
        *([words["dateline"]] if words["dateline"] else []),
        *paragraphs_of(words),
        *(partner["name"] for partner in printed["partners"]),
        *(handout["name"] for handout in words["handouts"]),
    ]


def paragraphs_of(words: dict[str, Any]) -> Iterator[str]:
    """Give the paragraphs of the body as plain text, quotes with their speakers."""
    for block in words["blocks"]:
        match block["kind"]:
            case "text":
                yield from _paragraphs(block["html"])
            case "quote":
                yield " ".join(block["words"].split())
                if by := ", ".join(part for part in (block["speaker"], block["title"]) if part):
                    yield by
            case "list":
                yield from block["lines"]
            case "image":
                yield from (text for text in (block["caption"], block["alt"], block["credit"]) if text)


def _paragraphs(markup: str) -> Iterator[str]:
    for part in _END.split(markup):
        if text := " ".join(html.unescape(_TAG.sub("", part)).split()):
            yield text
