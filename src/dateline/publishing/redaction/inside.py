"""Whether a passage stands inside a file. Into some files no program can look for certain, and that is said."""

import hashlib
import time
import unicodedata
from dataclasses import dataclass

from dateline.publishing.redaction.looking import found
from dateline.publishing.redaction.looking.found import Looked
from dateline.publishing.redaction.looking.look import SECONDS, look
from dateline.publishing.redaction.passage import Passage

ALL_SECONDS = 60.0  # for all files of a gesture together: a person is waiting
_LETTERS_APART = 5  # of a passage, from which the same letters otherwise spaced are hardly an accident


@dataclass(frozen=True)
class Inside:
    """Whether the words stand in a file, and why that may be said of more of it than was read."""

    stands: bool
    why_unsure: str  # "" where it stands there, or for certain doesn't


class Looking:
    """Looks into files for one passage: into each once, and no longer than a person waits."""

    def __init__(self, passage: Passage, seconds: float = ALL_SECONDS) -> None:
        self.passage = passage
        self._ends_at = time.monotonic() + seconds
        self._known: dict[str, Inside] = {}

    def inside(self, content: bytes) -> Inside:
        """Say whether the passage stands in a file."""
        sha256 = hashlib.sha256(content).hexdigest()
        if sha256 not in self._known:
            left = min(SECONDS, self._ends_at - time.monotonic())
            self._known[sha256] = inside(look(content, left), self.passage)
        return self._known[sha256]


def inside(looked: Looked, passage: Passage) -> Inside:
    """Decide about what was read of a file."""
    if any(passage.stands_in(text) for text in looked.texts):
        return Inside(stands=True, why_unsure="")
    letters = _letters(passage.text)
    if len(letters) >= _LETTERS_APART and any(letters in _letters(text) for text in looked.texts):
        return Inside(stands=False, why_unsure=found.SPACED)
    return Inside(stands=False, why_unsure=looked.doubts[0] if looked.doubts else "")


def _letters(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", text).casefold() if each.isalnum())
