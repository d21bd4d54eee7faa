"""The known releases with which a batch of records is compared, looked up in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from dateline.intake.bands import MOST_COMPARED, sharing_a_band
from dateline.intake.disagree import Told
from dateline.intake.likeness import Likeness, kept_under, likeness, likenesses, sought_under
from dateline.intake.models import Finding
from dateline.releases.models import Release
from dateline.releases.wording import plain


@dataclass(eq=False)
class Known:
    """A release, kept or about to be, with everything that was found of it."""

    release_id: int | None = None  # None: not planted yet, or rejected
    is_rejected: bool = False
    likenesses: list[Likeness] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)  # records as found; empty for one written in the desk
    became: "Known | None" = None  # the release of which a fuller text has shown it to be a part

    @property
    def records(self) -> list[dict[str, Any]]:
        """What was found of it."""
        return [each.record for each in self.told]

    @property
    def itself(self) -> "Known":
        """The release that it is by now."""
        return self.became.itself if self.became else self


class Shelf:
    """Known releases under their keys; what a batch adds is found again by the records behind it."""

    def __init__(self, wanted: Iterable[Likeness]) -> None:
        self._whole: dict[str, Known] = {}
        self._by_key: dict[tuple[str | int, str | int], list[Known]] = defaultdict(list)
        self._by_release: dict[int, Known] = {}
        wanted = list(wanted)
        self._load_whole(wanted)
        unknown = [one for one in wanted if one.keys.whole not in self._whole]
        self._load_findings(unknown)
        self._load_written(unknown)

    def exactly(self, found: Likeness) -> Known | None:
        """Give the release of which the very same record was found before."""
        known = self._whole.get(found.keys.whole)
        return known.itself if known else None

    def near(self, found: Likeness) -> Mapping[Known, Iterable[Likeness]]:
        """Give the releases that share a key, what is there before what was rejected."""
        sharing = (known.itself for key in sought_under(found) for known in self._by_key.get(key, ())[:MOST_COMPARED])
        near = {known: known.likenesses for known in sharing}
        return dict(sorted(near.items(), key=lambda pair: pair[0].is_rejected))

    def with_records(self, known: Known) -> Known:
        """Give a release with the records of all its findings, of which exact matching has loaded none."""
        if known.release_id and not known.told:
            self._add_findings(Finding.objects.filter(release_id=known.release_id).order_by("pk"))
        return known

    def add(self, known: Known, found: Likeness, told: Told) -> None:
        """Put a record to a release."""
        known.likenesses.append(found)
        known.told.append(told)
        self._put(known, found)

    def _put(self, known: Known, found: Likeness) -> None:
        if not known.is_rejected or found.keys.whole not in self._whole:
            self._whole.setdefault(found.keys.whole, known)
        for key in kept_under(found):
            shelf = self._by_key[key]
            if known not in shelf[-3:]:
                shelf.append(known)

    def _load_whole(self, wanted: list[Likeness]) -> None:
        rows = Finding.objects.filter(whole_key__in={one.keys.whole for one in wanted}).order_by("-pk")
        for whole, release_id in rows.values_list("whole_key", "release_id"):
            known = self._known(release_id)
            before = self._whole.get(whole)
            if before is None or before.is_rejected or not known.is_rejected:  # the oldest that is there wins
                self._whole[whole] = known

    def _load_findings(self, wanted: list[Likeness]) -> None:
        found: dict[int, int | None] = {}
        headlines = {one.keys.headline for one in wanted} - {""}
        names = {key for one in wanted for key in (one.keys.address, one.keys.identifier)} - {""}
        for name, keys in (("headline", headlines), ("address", names), ("identifier", names)):
            if keys:
                rows = Finding.objects.filter(**{f"{name}_key__in": keys}).order_by("-pk")
                found.update(rows.values_list("pk", "release_id"))
        found.update(sharing_a_band(wanted))
        releases = {release_id for release_id in found.values() if release_id}
        rejected = [pk for pk, release_id in found.items() if release_id is None]
        if releases:
            self._add_findings(Finding.objects.filter(release_id__in=releases).order_by("pk"))
        if rejected:
            self._add_findings(Finding.objects.filter(pk__in=rejected).order_by("pk"))

    def _add_findings(self, findings: QuerySet[Finding]) -> None:
        met = {(known, one.keys.whole) for known in self._by_release.values() for one in known.likenesses}
        rows = list(findings.values_list("release_id", "record", "source__name"))
        compared = likenesses((record, "") for _, record, _ in rows)
        for (release_id, record, source), found in zip(rows, compared, strict=True):
            known = self._known(release_id)
            if (known, found.keys.whole) not in met:  # every import of the same source finds the same again
                met.add((known, found.keys.whole))
                self.add(known, found, Told(record, source))

    def _load_written(self, wanted: list[Likeness]) -> None:
        """Put the releases that were written in the desk and have never been found in a source."""
        days = {one.date for one in wanted if one.date}
        for release in Release.objects.filter(findings=None, dated_on__in=days).select_related("locale"):
            like = likeness(_as_found(release))
            known = self._known(release.pk)
            known.likenesses.append(like)
            self._put(known, like)

    def _known(self, release_id: int | None) -> Known:
        if release_id is None:
            return Known(is_rejected=True)
        return self._by_release.setdefault(release_id, Known(release_id=release_id))


def known_of(release_id: int | None) -> Known:
    """Give one release with everything that was found of it."""
    rows = list(Finding.objects.filter(release_id=release_id).order_by("pk").values_list("record", "source__name"))
    compared = likenesses((record, "") for record, _ in rows)
    return Known(release_id, likenesses=list(compared), told=[Told(record, source) for record, source in rows])


def _as_found(release: Release) -> dict[str, Any]:
    text = "\n\n".join(plain(block["value"]) for block in release.body.raw_data if block["type"] == "text")
    return {
        "kind": release.kind, "headline": release.headline, "subheadline": release.subheadline,
        "dateline": release.dateline, "date": release.dated_on.isoformat() if release.dated_on else None,
        "place": release.place, "language": release.language, "teaser": release.is_teaser, "text": text,
        "attachments": [], "contacts": [], "embargo": None, "address": None, "topics": [], "doubts": [], "spans": {},
    }  # fmt: skip
