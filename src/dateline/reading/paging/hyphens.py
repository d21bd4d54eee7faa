"""Answers whether a word that ends a line with a hyphen goes on in the next, and whether the hyphen is its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.reading.finding.wordlist import words
from dateline.reading.paging.words import HYPHENS

_LETTERS = re.compile(r"[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OWN = words(
    """
    self well non anti ex co half vice pre post mid high low long short full part one two three four five six
    seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third year all
    cross inter multi semi sub un under over so re post pro quasi ultra north south east west franco anglo
    hispano latino afro porte contre avant après demi mi
    """
)
"""What a hyphen joins to the next word as often as it parts a word."""

FEWEST = 2
"""Lines that end with a hyphen from which a document is held to be one that parts words; of a single one nobody can say, so it stays."""


@dataclass(slots=True)
class Hyphens:
    """What a document's words say of those that are parted."""

    whole: set[str] = field(default_factory=set)  # words met within lines, in small letters
    parts_words: bool = False  # so many lines end with a hyphen that the program must have set them
    dropped: int = 0

    def is_own(self, before: str, after: str) -> bool:
        """Tell whether the hyphen at the end of `before` stays, where `after` opens the next line."""
        stem = _LETTERS.search(before[:-1])
        rest = _WORD.match(after)
        if stem is None or rest is None or not after[0].islower():
            return True
        if before[-1] in "‐\u00ad":
            return False
        left, right = stem[0].lower(), rest[0].lower()
        if left + right in self.whole:
            return False
        if f"{left}-{right}" in self.whole or "-" in before[:-1] or left in _OWN or len(left) < 2:
            return True
        return not self.parts_words


def learn(lines: Iterable[str]) -> Hyphens:
    """Learn from all lines of a document."""
    hyphens = Hyphens()
    ends = 0
    for line in lines:
        words = _WORD.findall(line.lower())
        is_parted = line[-1:] in HYPHENS and len(line) > 1
        ends += is_parted
        hyphens.whole.update(words[:-1] if is_parted else words)
    hyphens.parts_words = ends >= FEWEST
    return hyphens
