"""The words of a release as one frozen record, and the fingerprint under which approvals and consents stand."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Handout:
    """An attachment as it is handed out."""

    name: str
    sha256: str  # of the public bytes; "" where only the name is known


@dataclass(frozen=True)
class Event:
    """To what an advisory invites the press. Days and hours as the clock on the newsroom's wall shows them."""

    what: str
    who: str
    where: str
    on: str  # ISO day; "" while none is set
    begins: str  # "10:00"; "" while none is set
    ends_on: str  # ISO day; "" where it ends on the day on which it begins
    ends: str  # "11:30"; "" where nobody says


@dataclass(frozen=True)
class Words:
    """Everything that a signatory signs and a version keeps: change any of it and it is another text."""

    kind: str
    headline: str
    subheadline: str
    dateline: str
    place: str
    dated_on: str  # ISO day; "" while none is set
    language: str
    is_teaser: bool
    blocks: tuple[dict[str, Any], ...]  # as in publishing.faces: {"kind": "text", "html": …} and so on
    handouts: tuple[Handout, ...]
    event: Event | None = None  # a media advisory's; other kinds have none

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the canonical JSON (sorted keys, no white space, UTF-8) of the words."""
        return fingerprint_of(self.as_json())

    def as_json(self) -> dict[str, Any]:
        """Give the words as plain JSON values, for keeping; without an event they don't name one."""
        kept = asdict(self)
        if self.event is None:
            del kept["event"]
        return kept


def words_kept(kept: Mapping[str, Any]) -> Words:
    """Give the words again that a version keeps as JSON; what was printed beside them is left out."""
    said = {key: value for key, value in kept.items() if key != "printed"}
    said["blocks"] = tuple(said["blocks"])
    said["handouts"] = tuple(Handout(**handout) for handout in said["handouts"])
    return Words(**{**said, "event": Event(**said["event"]) if said.get("event") else None})


def fingerprint_of(words: Mapping[str, Any]) -> str:
    """Give the fingerprint of words as a version keeps them; what was printed beside them doesn't count."""
    said = {key: value for key, value in words.items() if key != "printed"}
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
