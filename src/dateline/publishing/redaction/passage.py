"""A passage, and where it stands in a text, in markup or in an address. Pure.

A person names the words; how they happen to be typed must not keep them in: white space of any kind, hyphens and
underscores between them, composed or combined accents, typographic quotes, invisible characters, and capitals unless
they are asked to count. What is not forgiven: another word, a missing accent, a part of a longer word.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from dateline.publishing.addresses import SLUG_LENGTH, slug_words
from dateline.publishing.redaction.marks import MARKS

LEAST_LETTERS = 2  # one letter would stand everywhere

EMPTY = "Say which words are to be removed."
TOO_SHORT = "“{}” is too short: it would be removed all over the text. Name at least a whole word."
IS_THE_MARK = "These are the words that stand where something was removed. Name the words that still stand."

_BETWEEN = r"[\s_\-]+"
_ALIKE = str.maketrans({
    "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\u00ad": None,
})  # fmt: skip


@dataclass(frozen=True)
class Passage:
    """Words that are to be removed."""

    text: str
    matches_case: bool = False

    @property
    def complaint(self) -> str:
        """Say why these words can't be looked for; "" where they can."""
        letters = sum(character.isalnum() for character in self.text)
        if not self.text.strip():
            return EMPTY
        if letters < LEAST_LETTERS:
            return TOO_SHORT.format(self.text.strip())
        return IS_THE_MARK if any(self._pattern.search(_folded(mark)[0]) for mark in MARKS.values()) else ""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Give where the passage stands in a text, as half-open ranges; what a mark says is no match."""
        if len(text) < LEAST_LETTERS:
            return []
        folded, places = _folded(text, matches_case=self.matches_case)
        marked = [(at, at + len(mark)) for mark in MARKS.values() for at in _all(mark, text)]
        found = []
        for match in self._pattern.finditer(folded):
            start, end = places[match.start()], places[match.end() - 1] + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            if not any(begin < end and start < finish for begin, finish in marked):
                found.append((start, end))
        return found

    def stands_in(self, text: str) -> bool:
        """Say whether the passage stands in a text."""
        return bool(self.spans(text))

    def without(self, text: str, mark: str) -> tuple[str, int]:
        """Give a text with the mark in the passage's place, and how often it stood there."""
        spans = self.spans(text)
        for start, end in reversed(spans):
            text = text[:start] + mark + text[end:]
        return text, len(spans)

    def slug_without(self, slug: str) -> str:
        """Give the last part of an address without the passage's words; the same where they aren't in it.

        A slug is cut at its length, so the passage's beginning may be all that is left of it at the end.
        """
        parts, words = slug.split("-"), self._words_of_an_address
        if not words:
            return slug
        kept = _without_run(parts, words)
        if kept == parts and len(slug) > SLUG_LENGTH - len("-".join(words)) - 1:
            kept = next(
                (
                    parts[:-count]
                    for count in range(min(len(words), len(parts)), 0, -1)
                    if parts[-count:] == words[:count]
                ),
                parts,
            )
        return slug if kept == parts else "-".join(part for part in kept if part)

    def is_in_address(self, address: str) -> bool:
        """Say whether an address on the web says the words, in letters, percent-encoded or as the part of a path."""
        words = self._words_of_an_address
        return bool(words) and any(
            self.stands_in(each) or _without_run(slug_words(each), words) != slug_words(each)
            for each in {address, unquote(address)}
        )

    @cached_property
    def longest_plain_run(self) -> str:
        """Give the longest run of ASCII letters and digits: what any database can look for; "" where there is none."""
        return max(re.findall(r"[A-Za-z0-9]+", self.text), key=len, default="")

    @cached_property
    def _words_of_an_address(self) -> list[str]:
        return slug_words(self.text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        folded = _folded(self.text.strip(), matches_case=self.matches_case)[0]
        words = [re.escape(word) for word in re.split(_BETWEEN, folded) if word]
        pattern = _BETWEEN.join(words)
        before = r"(?<![^\W_])" if folded[:1].isalnum() else ""
        after = (
            r"(?![^\W_]|[\u0300-\u036f])" if folded[-1:].isalnum() or unicodedata.combining(folded[-1:] or " ") else ""
        )
        return re.compile(before + (pattern or "(?!)") + after)


def _folded(text: str, *, matches_case: bool = False) -> tuple[str, list[int]]:
    """Give a text as it is compared, and for each of its characters the place in the text that it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if unicodedata.category(character) == "Cf":
            continue
        folded = unicodedata.normalize("NFKD", character).translate(_ALIKE)
        for letter in folded if matches_case else folded.casefold():
            letters.append(letter)
            places.append(at)
    return "".join(letters), places


def _without_run(parts: list[str], words: list[str]) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(parts):
        if parts[at : at + len(words)] == words:
            at += len(words)
        else:
            kept.append(parts[at])
            at += 1
    return kept


def _all(part: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(part), text)]
