"""What a newsroom has for the press."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.publishing.faces.body import PictureFile


@dataclass(frozen=True, slots=True)
class PressPicture:
    """A logo or photograph that reporters may print."""

    name: str
    alt: str
    credit: str
    shown: PictureFile  # as the page has it
    press: PictureFile  # as large as it is


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that happened to what was said."""

    happened_on: date  # in the newsroom's zone
    act: Literal["corrected", "updated", "withdrawn", "redacted"]
    headline: str  # as the release says it now
    language: str
    path: str
    note: str  # "" for what was removed to protect a person


@dataclass(frozen=True, slots=True)
class PressFace:
    """What a newsroom has for the press."""

    lengths: tuple[str, ...]  # the boilerplate, shortest first; plain paragraphs parted by blank lines
    pictures: tuple[PressPicture, ...]
    policy: str  # "" where the newsroom has worded none
    log: tuple[LogEntry, ...]  # newest first, bounded
