"""What looking into a file gives. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Why a file may say more than was read: each follows its name and a colon.
PICTURES = "it holds pictures, which no program can read"
DRAWINGS = "it holds drawings, in which letters could stand"
NO_TEXT = "a page of it holds no text, as a scan does"
NOTES = "it holds notes, which may show more than they say"
LETTERS = "some of its letters can't be read"
LOCKED = "it is locked with a password"
DAMAGED = "it is damaged"
OTHERS = "it holds parts of a kind that can't be looked into"
UNKNOWN = "this kind of file can't be looked into"
TOO_MUCH = "it holds more text than can be looked through"
TOO_LARGE = "it is too large to be looked through"
TOO_LONG = "looking into it took too long"
BROKE = "it could not be opened"
SHOWN = "what it shows, no program can read"
SPACED = "the same letters stand in it with other spaces between them"

PACKED = b"PK\x03\x04"  # how a zip begins
APART = " | "  # between strings of which none goes on in the next
MOST_LETTERS = 5_000_000  # two thousand pages, in which words are found in some five seconds


@dataclass(frozen=True)
class Text:
    """A stretch of text in which words stand beside each other: a page, a paragraph, a row."""

    text: str


@dataclass(frozen=True)
class Doubt:
    """Why there may be more than the texts say."""

    why: str


@dataclass(frozen=True)
class Looked:
    """All that was read of a file."""

    texts: tuple[str, ...]
    doubts: tuple[str, ...]  # none where nothing else can stand in it


def capped(found_in: Iterable[Text | Doubt]) -> Iterator[Text | Doubt]:
    """Give as much of what was found as can be looked through, and say so where that is not all; no empty text."""
    left = MOST_LETTERS
    for each in found_in:
        if isinstance(each, Text):
            if len(each.text) > left:
                yield Text(each.text[:left])
                yield Doubt(TOO_MUCH)
                return
            left -= len(each.text)
        if not isinstance(each, Text) or each.text:
            yield each
