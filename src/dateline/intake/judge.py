"""A found record and the releases that share a key with it → which of them it is, if any. Pure."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.intake.likeness import UNDATED, Likeness
from dateline.intake.same import Relation, is_named_alike, may_be_of_one_day, relation

KnownRelease = TypeVar("KnownRelease", bound=Hashable)  # however the caller names a release

_BEST_FIRST = (Relation.SAME, Relation.OPENS, Relation.EXTENDS)


@dataclass(frozen=True)
class Judgement(Generic[KnownRelease]):
    """What a found record is."""

    relation: Relation  # to the first of `is_one_of`; UNRELATED where there is none
    is_one_of: tuple[
        KnownRelease, ...
    ]  # the known releases that it is: more than one only where it shows them to be one
    may_be: tuple[KnownRelease, ...]  # known releases of which something speaks for it, and something against


def judge(found: Likeness, known: Mapping[KnownRelease, Iterable[Likeness]]) -> Judgement[KnownRelease]:
    """Say which of the known releases, each with everything that was ever found of it, a found record is.

    One contradiction outweighs any agreement: a bare headline that fits two releases must not join them.
    """
    agrees: dict[KnownRelease, Relation] = {}
    may_be: list[KnownRelease] = []
    for release, likenesses in known.items():
        likenesses = list(likenesses)
        relations = {relation(found, likeness) for likeness in likenesses}
        is_related = relations != {Relation.UNRELATED}
        if Relation.CONFLICT in relations or (is_related and _is_of_another_day(found, likenesses)):
            may_be.append(release)
        else:
            for best in _BEST_FIRST:
                if best in relations:
                    agrees[release] = best
                    break
    if not agrees:
        return Judgement(Relation.UNRELATED, (), tuple(may_be))
    ranked = sorted(agrees, key=lambda release: _BEST_FIRST.index(agrees[release]))
    is_one_of = _joined(found, ranked, agrees, known)
    if found.day == UNDATED and found.text:  # what says no day fits each of two days
        days = _days(known[ranked[0]])
        may_be += [release for release in ranked if release not in is_one_of and _days(known[release]) != days]
    return Judgement(agrees[ranked[0]], is_one_of, tuple(may_be))


def _is_of_another_day(found: Likeness, known: Sequence[Likeness]) -> bool:
    """Say whether a release is known to be of another day, though a source of it that names none would fit."""
    if any(is_named_alike(found, one) for one in known):
        return False
    return any(not may_be_of_one_day(found, one) for one in known)


def _days(known: Iterable[Likeness]) -> set[int]:
    return {one.day for one in known} - {UNDATED}


def _joined(
    found: Likeness,
    ranked: Sequence[KnownRelease],
    agrees: Mapping[KnownRelease, Relation],
    known: Mapping[KnownRelease, Iterable[Likeness]],
) -> tuple[KnownRelease, ...]:
    """Take the best, and beside it only teasers that this fuller text shows to be the same release."""
    if not found.text or found.is_teaser:
        return (ranked[0],)  # a short record may fit several; it shows nothing about them
    others = (
        release
        for release in ranked[1:]
        if agrees[release] is Relation.EXTENDS and all(one.is_teaser for one in known[release])
    )
    return (ranked[0], *others)
