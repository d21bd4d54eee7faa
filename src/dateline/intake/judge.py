"""A found record and the releases that share a key with it → which of them it is, if any. Pure."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.intake.same import Likeness, Relation, relation

KnownRelease = TypeVar("KnownRelease", bound=Hashable)  # however the caller names a release

_BEST_FIRST = (Relation.SAME, Relation.OPENS, Relation.EXTENDS)


@dataclass(frozen=True)
class Judgement(Generic[KnownRelease]):
    """What a found record is."""

    relation: Relation  # to the first of `is_one_of`; UNRELATED where there is none
    is_one_of: tuple[
        KnownRelease, ...
    ]  # the known releases that it is: more than one only where it shows them to be one
    may_be: tuple[KnownRelease, ...]  # known releases of its day and headline in other words


def judge(found: Likeness, known: Mapping[KnownRelease, Iterable[Likeness]]) -> Judgement[KnownRelease]:
    """Say which of the known releases, each with everything that was ever found of it, a found record is.

    One contradiction outweighs any agreement: a bare headline that fits two releases must not join them.
    """
    agrees: dict[KnownRelease, Relation] = {}
    may_be: list[KnownRelease] = []
    for release, likenesses in known.items():
        relations = {relation(found, likeness) for likeness in likenesses}
        if Relation.CONFLICT in relations:
            may_be.append(release)
        else:
            for best in _BEST_FIRST:
                if best in relations:
                    agrees[release] = best
                    break
    if not agrees:
        return Judgement(Relation.UNRELATED, (), tuple(may_be))
    ranked = sorted(agrees, key=lambda release: _BEST_FIRST.index(agrees[release]))
    return Judgement(agrees[ranked[0]], _joined(found, ranked, agrees, known), tuple(may_be))


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
