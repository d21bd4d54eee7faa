"""What sources say of a release's other languages → releases with one translation key, whichever was imported first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Page

from dateline.intake.likeness import Likeness, bare_identifier, name_key
from dateline.intake.models import Counterpart, Finding
from dateline.releases.insert import insert
from dateline.releases.models import Release


@dataclass(frozen=True)
class Linked:
    """A finding of this batch, and what it says of its counterparts."""

    finding_id: int
    release_id: int | None
    like: Likeness
    translations: Sequence[str] = field(default=())  # addresses and identifiers

    @property
    def names(self) -> list[str]:
        """The keys by which another source may name it."""
        return [key for key in (self.like.keys.address, self.like.keys.identifier) if key]

    @property
    def named(self) -> list[str]:
        """The keys of what it names; a page that lists its own address among its languages names itself, and is left out."""
        keys = dict.fromkeys(name_key(bare_identifier(name)) for name in self.translations)
        return [key for key in keys if key and key not in self.names]


def link_translations(linked: Iterable[Linked]) -> None:
    """Give releases of which one source names the other, in two languages, one translation key.

    Only a draft that has no counterpart yet is moved to another's key: what is public was said with those it had.
    """
    linked = [each for each in linked if each.names or each.translations]
    if not linked:
        return
    insert(
        Counterpart, [Counterpart(finding_id=each.finding_id, named_key=key) for each in linked for key in each.named]
    )
    pairs = {frozenset(pair) for pair in _pairs(linked)}
    if pairs:
        _join(sorted(sorted(pair) for pair in pairs if len(pair) == 2))


def _pairs(linked: Sequence[Linked]) -> Iterator[tuple[int, int]]:
    """Give the releases of which one names the other, by their keys."""
    by_name: dict[str, set[int]] = defaultdict(set)
    naming: dict[str, set[int]] = defaultdict(set)
    for each in linked:
        if each.release_id:
            for key in each.names:
                by_name[key].add(each.release_id)
            for key in each.named:
                naming[key].add(each.release_id)
    if naming:
        known = Finding.objects.filter(Q(address_key__in=naming) | Q(identifier_key__in=naming), release__isnull=False)
        for address, identifier, release in known.values_list("address_key", "identifier_key", "release_id"):
            for one in {*naming.get(address, ()), *naming.get(identifier, ())} if release else ():
                yield one, release
    if by_name:
        known = Counterpart.objects.filter(named_key__in=by_name, finding__release__isnull=False)
        for key, release in known.values_list("named_key", "finding__release_id"):
            for one in by_name[key]:
                yield one, release


def _join(pairs: Sequence[Sequence[int]]) -> None:
    keys = {key for pair in pairs for key in pair}
    releases = {release.pk: release for release in Release.objects.filter(pk__in=keys).order_by("pk")}
    groups: dict[object, set[int]] = defaultdict(set)  # translation key → the languages that it has
    grown = Release.objects.filter(translation_key__in={each.translation_key for each in releases.values()})
    for key, locale in grown.values_list("translation_key", "locale_id"):
        groups[key].add(locale)
    for pair in pairs:
        # The one that stays: what is public first, then what has counterparts already, then the older.
        stays, moves = sorted(
            (releases[key] for key in pair),
            key=lambda each: (not each.has_been_public, len(groups[each.translation_key]) == 1, each.pk),
        )
        of = groups[stays.translation_key]
        is_free = not moves.has_been_public and len(groups[moves.translation_key]) == 1
        if stays.translation_key != moves.translation_key and is_free and moves.locale_id not in of:
            del groups[moves.translation_key]
            of.add(moves.locale_id)
            moves.translation_key = stays.translation_key
            Page.objects.filter(pk=moves.pk).update(translation_key=stays.translation_key)
