"""A public release → what the index knows of it: stems in order, pairs of neighbours, and marks. Pure.

A pair of neighbouring stems is a term of its own ("__know_right"), so that a phrase is a question like any other: no
database has to look at positions, and the common words of a rare phrase cost nothing.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.publishing.searching.stems import stem, words_in

BREAK = "."  # stands between paragraphs, so that no phrase runs from one into the next


@dataclass(frozen=True, slots=True)
class Indexed:
    """One release as the index has it. No word of it can be read in a sentence again."""

    head: str  # the stems of headline and subheadline
    body: str  # the stems of everything else that is printed as said
    marks: str  # by what it is filtered, parted by spaces


def indexed(head: Iterable[str], body: Iterable[str], language: str, marks: Iterable[str]) -> Indexed:
    """Give what the index keeps of the printed texts."""
    return Indexed(_stems(head, language), _stems(body, language), " ".join(sorted(marks)))


def terms_of(known: Indexed) -> list[str]:
    """Give the terms under which a release is found, sorted: stems, pairs, marks."""
    terms = set(known.marks.split())
    for text in (known.head, known.body):
        stems = text.split()
        terms.update(stems)
        terms.update(pair(one, next_) for one, next_ in itertools.pairwise(stems) if BREAK not in (one, next_))
    terms.discard(BREAK)
    return sorted(terms)


def pair(one: str, next_: str) -> str:
    """Give the term of two neighbouring stems. It begins as no stem and no mark does."""
    return f"__{one}_{next_}"


def year_mark(year: int) -> str:
    """Mark the year of a release's own day."""
    return f"_y_{year:04d}"


def kind_mark(kind: str) -> str:
    """Mark the kind."""
    return f"_k_{_plain(kind)}"


def language_mark(language: str) -> str:
    """Mark the language it is in."""
    return f"_l_{_plain(language)}"


def also_mark(language: str) -> str:
    """Mark another language in which the same release is public."""
    return f"_a_{_plain(language)}"


def topic_mark(language: str, slug: str) -> str:
    """Mark a topic."""
    return f"_t_{_plain(language)}_{_plain(slug)}"


def order_of(day: date, uid: int) -> int:
    """Give the number by which the index is in order of days: the day, then 40 bits of the release's own identity."""
    return day.toordinal() << 40 | uid >> 88


def year_of(order: int) -> int:
    """Give the year of an order."""
    return date.fromordinal(order >> 40).year


def _stems(texts: Iterable[str], language: str) -> str:
    parts = (" ".join(filter(None, (stem(word[0], language) for word in words_in(text)))) for text in texts)
    return f" {BREAK} ".join(part for part in parts if part)


def _plain(name: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in name.lower())
