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

    @property
    def fingerprint(self) -> str:
        """SHA-256 over the canonical JSON (sorted keys, no white space, UTF-8) of the words."""
        return fingerprint_of(asdict(self))

    def as_json(self) -> dict[str, Any]:
        """Give the words as plain JSON values, for keeping."""
        return asdict(self)


def fingerprint_of(words: Mapping[str, Any]) -> str:
    """Give the fingerprint of words as a version keeps them; what was printed beside them doesn't count."""
    said = {key: value for key, value in words.items() if key != "printed"}
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
