"""Few candidates → the same in order of relevance. Pure.

How often a word stands in a text counts less each time and less in a long text (as in BM25), a headline counts more,
an opening a little more, and words that stand side by side as they were asked for count most.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SATURATION = 1.2  # BM25's k1
USUAL_STEMS = 220  # of a release of 2,500 characters
HEADLINE, OPENING, SIDE_BY_SIDE = 3.0, 0.5, 4.0
OPENING_LENGTH = 300  # characters of stems: the first two paragraphs


@dataclass(frozen=True, slots=True)
class Candidate:
    """What ranking needs of a release."""

    order: int
    head: str
    body: str


def ranked(candidates: Iterable[Candidate], alternatives: Sequence[Sequence[str]]) -> list[int]:
    """Give the candidates' orders, the most relevant first, the newer first of two alike."""
    scored = [(max(_score(each, stems) for stems in alternatives), each.order) for each in candidates]
    return [order for _, order in sorted(scored, reverse=True)]


def has_row(candidate: Candidate, phrases: Sequence[str]) -> bool:
    """Say whether every phrase stands in one row."""
    texts = (f" {candidate.head} ", f" {candidate.body} ")
    return all(any(f" {phrase} " in text for text in texts) for phrase in phrases)


def _score(candidate: Candidate, terms: Sequence[str]) -> float:
    head, body = f" {candidate.head} ", f" {candidate.body} "
    opening = body[:OPENING_LENGTH]
    long = 0.25 + 0.75 * len(body) / 6 / USUAL_STEMS  # a stem and its space are about six characters
    stems = [term for term in terms if "_" not in term]
    score = 0.0
    for known in stems:
        asked = f" {known} "
        often = body.count(asked)
        score += often * (SATURATION + 1) / (often + SATURATION * long)
        score += HEADLINE * (asked in head) + OPENING * (asked in opening)
    for one, next_ in itertools.pairwise(stems):
        side_by_side = f" {one} {next_} "
        score += SIDE_BY_SIDE * (side_by_side in head) + SIDE_BY_SIDE / 2 * (side_by_side in body)
    return score
