"""What differs between two wordings, in pieces that a person can read. Pure."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

FIELDS = (
    ("kind", "Kind"),
    ("headline", "Headline"),
    ("subheadline", "Subheadline"),
    ("dateline", "Dateline"),
    ("place", "Place"),
    ("dated_on", "Date"),
    ("language", "Language"),
)
EVENT = (
    ("what", "What"),
    ("who", "Who"),
    ("on", "Day"),
    ("begins", "Begins at"),
    ("ends", "Ends at"),
    ("ends_on", "Last day"),
    ("where", "Where"),
)
ONLY_FORM = "The same words; emphasis, links or the order of blocks differ."
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.S)
_BREAK = re.compile(r"</(?:p|li|ul|ol)>|<br\s*/?>")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Piece:
    """A stretch of words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True)
class Difference:
    """One field, or one paragraph of the text, that differs."""

    label: str
    pieces: tuple[Piece, ...]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Compare two wordings (releases.words.Words as JSON), field by field and paragraph by paragraph."""
    found = [
        Difference(label, _pieces(str(before[field]), str(after[field])))
        for field, label in FIELDS
        if before[field] != after[field]
    ]
    found += _event(before.get("event") or {}, after.get("event") or {})
    if before["is_teaser"] != after["is_teaser"]:
        now, was = ("opening only", "full text") if after["is_teaser"] else ("full text", "opening only")
        found.append(Difference("Known of the text", (Piece("gone", was), Piece("new", now))))
    if list(before["blocks"]) != list(after["blocks"]):
        changed = _paragraphs(_lines(before["blocks"]), _lines(after["blocks"]))
        found += changed or [Difference("Text", (Piece("same", ONLY_FORM),))]
    if list(before["handouts"]) != list(after["handouts"]):
        found += _handouts(before["handouts"], after["handouts"])
    return found


def _event(before: Mapping[str, str], after: Mapping[str, str]) -> list[Difference]:
    return [
        Difference(label, _pieces(before.get(name, ""), after.get(name, "")))
        for name, label in EVENT
        if before.get(name, "") != after.get(name, "")
    ]


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    old, new = before.split(), after.split()
    pieces: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece("same", " ".join(old[a:b])))
            continue
        if a < b:
            pieces.append(Piece("gone", " ".join(old[a:b])))
        if c < d:
            pieces.append(Piece("new", " ".join(new[c:d])))
    return tuple(pieces)


def _paragraphs(before: Sequence[str], after: Sequence[str]) -> list[Difference]:
    found = []
    for what, a, b, c, d in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for at in range(max(b - a, d - c)):
            old = before[a + at] if a + at < b else ""
            new = after[c + at] if c + at < d else ""
            found.append(Difference("Text", _pieces(old, new)))
    return found


def _lines(blocks: Sequence[Mapping[str, Any]]) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        match block["kind"]:
            case "text":
                lines += _plain(block["html"])
            case "quote":
                speaker = ", ".join(part for part in (block["speaker"], block["title"]) if part)
                lines.append(f"“{block['words']}” — {speaker}")
            case "list":
                lines += [f"• {line}" for line in block["lines"]]
            case "image":
                lines.append(" · ".join(str(block[key]) for key in ("alt", "caption", "credit") if block[key]))
    return lines


def _plain(markup: str) -> list[str]:
    shown = _BREAK.sub("\n", _LINK.sub(r"\2 (\1)", markup))
    return [line for raw in html.unescape(_TAG.sub("", shown)).split("\n") if (line := " ".join(raw.split()))]


def _handouts(before: Sequence[Mapping[str, str]], after: Sequence[Mapping[str, str]]) -> list[Difference]:
    old, new = [file["name"] for file in before], [file["name"] for file in after]
    pieces = [Piece("gone", name) for name in old if name not in new]
    pieces += [Piece("new", name) for name in new if name not in old]
    return [
        Difference("Attachments", tuple(pieces or [Piece("same", "The same names; another file, or another order.")]))
    ]
