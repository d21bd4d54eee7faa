"""Two texts that share most of their words → what differs, and whether that is an edit or another release. Pure.

An editor mends a word, adds a paragraph or puts "the mayor" for a name. A template keeps its sentences and changes the
names, the numbers and the days. So it is not how much differs that decides, but whether something stands *in the place* of
something else that it can't mean as well.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.intake.shingles import printed_words
from dateline.reading.finding.wordlist import words

ENOUGH_SHARED = 0.75  # of the shorter text's words: less is another text with the same paragraph
MOST_ADDED = 0.4  # of the longer text's words: more behind a whole release may be a second one
MOST_REWORDED = 0.1  # of the shared words put otherwise: more is another text on the same matter
GROWN_FROM = 0.95  # of the shorter text's words stand in the longer one
EDGE_WORDS = 30  # a greeting before, a signature behind
PAGE_WORDS = 14  # a page's head and number within a text
SPELT_ALIKE = 0.75  # as difflib counts it
LONG_WORD = 5  # letters; a shorter one put otherwise throughout ("that", "which") is a matter of style
LONGEST = 2_000  # words compared, 12 pages: a report of two hundred would cost seconds

_PAGE = re.compile(r"p|pp|page|p[aá]gina|seite|side", re.IGNORECASE)
# What a template changes though it is not capitalised everywhere.
_COUNTED = words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred first second third fourth
    fifth sixth seventh eighth ninth tenth monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december dos tres cuatro cinco seis
    siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta
    ochenta noventa cien lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo
    junio julio agosto septiembre octubre noviembre diciembre deux trois quatre cinq six sept huit neuf dix
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
    septembre octobre novembre décembre segunda terça quarta quinta sexta janeiro fevereiro março maio junho
    julho setembro outubro dezembro
    """
)


@dataclass(frozen=True)
class Edit:
    """Words of one text, and what the other has in their place; one of them may be none."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    at_edge: bool  # before the first or behind the last shared word


@dataclass(frozen=True)
class Comparison:
    """Two texts side by side."""

    shared: int  # words
    shorter: int  # words of the shorter text
    longer: int
    contradictions: tuple[Edit, ...]  # a name, number or day in the place of another
    edits: tuple[Edit, ...]  # all other differences that a person would call one: no spelling, no page heads

    @property
    def is_one(self) -> bool:
        """Whether one is an edited form of the other."""
        reworded = sum(min(len(edit.one), len(edit.other)) for edit in self.edits)
        return (
            not self.contradictions
            and self.shared >= ENOUGH_SHARED * self.shorter
            and self.longer - self.shared <= MOST_ADDED * self.longer
            and reworded <= MOST_REWORDED * self.shared
        )

    @property
    def is_grown(self) -> bool:
        """Whether one is the other with more in its midst; behind its end might be another release."""
        has_more_around = any(edit.at_edge for edit in self.edits)
        return not self.contradictions and not has_more_around and self.shared >= GROWN_FROM * self.shorter

    @property
    def is_one_but_for_a_fact(self) -> bool:
        """Whether nearly nothing differs but one name or number: a correction, or the next of a series."""
        return len(self.contradictions) <= 1 and self.shared >= 0.95 * self.longer


def compare(one: str, other: str, *, is_opening: bool = False) -> Comparison:
    """Compare two texts; with `is_opening`, the first with as much of the second as it could be the opening of."""
    ours, theirs = printed_words(one)[:LONGEST], printed_words(other)[:LONGEST]
    if is_opening:
        theirs = theirs[: len(ours)]
    mine, yours = [word.casefold() for word in ours], [word.casefold() for word in theirs]
    shorter, longer = sorted((len(mine), len(yours)))
    if (Counter(mine) & Counter(yours)).total() < ENOUGH_SHARED * shorter:
        return Comparison(0, shorter, longer, (), ())
    shared, raw = _differences(mine, yours)
    names = _names(ours) | _names(theirs)
    spans = [
        Edit(tuple(ours[a:b]), tuple(theirs[c:d]), a == c == 0 or (b == len(ours) and d == len(theirs)))
        for a, b, c, d in raw
    ]
    if is_opening and spans and spans[-1].at_edge:
        spans = spans[:-1]  # where the opening was cut off says nothing
    spans = [edit for edit in spans if not _is_spelling(edit)]
    often = Counter(_folded(edit) for edit in spans if edit.one and edit.other)
    wrong, edits = [], []
    for edit in spans:
        if _contradicts(edit, names) or (often[_folded(edit)] > 1 and _is_renamed(edit, names)):
            wrong.append(edit)
        elif not _is_around(edit):
            edits.append(edit)
    return Comparison(shared, shorter, longer, tuple(wrong), tuple(edits))


def headlines_contradict(one: str, other: str) -> bool:
    """Say whether two headlines are one sentence about two things ("… in Ardley", "… in Benmore")."""
    found = compare(one, other)
    return found.shared >= 2 and bool(found.contradictions)


def _differences(one: Sequence[str], other: Sequence[str]) -> tuple[int, list[tuple[int, int, int, int]]]:
    """Give the number of shared words and the spans that differ. What both begin and end with costs nothing."""
    start, most = 0, min(len(one), len(other))
    while start < most and one[start] == other[start]:
        start += 1
    end = 0
    while end < most - start and one[-1 - end] == other[-1 - end]:
        end += 1
    middle = SequenceMatcher(None, one[start : len(one) - end], other[start : len(other) - end], autojunk=False)
    shared, spans = start + end, []
    for tag, a, b, c, d in middle.get_opcodes():
        if tag == "equal":
            shared += b - a
        else:
            spans.append((a + start, b + start, c + start, d + start))
    return shared, spans


def _names(words: Sequence[str]) -> set[str]:
    """Give the words that are never printed small: names, and here and there the first of a sentence."""
    small = {word for word in words if word.islower()}
    return {word.casefold() for word in words if word[0].isupper() and word.casefold() not in small}


def _contradicts(edit: Edit, names: set[str]) -> bool:
    """Say whether both sides have a name, number or day that the other side hasn't."""
    one, other = ([w for w in _folds(side) if _is_fact(w, names)] for side in (edit.one, edit.other))
    return any(_unexplained(one, _folds(edit.other))) and any(_unexplained(other, _folds(edit.one)))


def _is_fact(word: str, names: set[str]) -> bool:
    return word[0].isdigit() or word in names or word in _COUNTED


def _unexplained(facts: Sequence[str], words: Sequence[str]) -> Iterator[str]:
    return (fact for fact in facts if not any(_may_be(fact, word) for word in words))


def _may_be(one: str, other: str) -> bool:
    """Say whether two words may be one, spelled twice: "Sen", "Senator"; never two numbers."""
    if one == other:
        return True
    if one[0].isdigit() or other[0].isdigit() or one in _COUNTED or other in _COUNTED:
        return False
    if min(len(one), len(other)) >= 2 and (one.startswith(other) or other.startswith(one)):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SPELT_ALIKE


def _is_spelling(edit: Edit) -> bool:
    """Say whether both sides are the same letters, parted otherwise."""
    return bool(edit.one) and "".join(_folds(edit.one)) == "".join(_folds(edit.other))


def _is_renamed(edit: Edit, names: set[str]) -> bool:
    """Say whether what was changed more than once is no slip of the pen: "Benton" → "Denton", "bakery" → "laundry"."""
    one, other = _folds(edit.one), _folds(edit.other)
    if any(word in names for word in one) and any(word in names for word in other):
        return True
    are_long = max(map(len, one)) >= LONG_WORD and max(map(len, other)) >= LONG_WORD
    return are_long and not any(_may_be(a, b) for a in one for b in other)


def _is_around(edit: Edit) -> bool:
    """Say whether it is only what a mail or a page puts around a text."""
    more = edit.one or edit.other
    if edit.one and edit.other:
        return False
    if edit.at_edge:
        return len(more) <= EDGE_WORDS
    has_page = any(_PAGE.fullmatch(word) for word in more) and any(word.isdigit() for word in more)
    return len(more) <= PAGE_WORDS and (has_page or all(word.isdigit() for word in more))


def _folds(words: Sequence[str]) -> list[str]:
    return [word.casefold() for word in words]


def _folded(edit: Edit) -> tuple[str, ...]:
    return (*_folds(edit.one), "→", *_folds(edit.other))
