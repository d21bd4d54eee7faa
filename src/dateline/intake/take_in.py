"""Readings → kept: sources, findings and drafts. Twice the same changes nothing. It publishes and sends nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from dateline.intake.bands import insert_bands
from dateline.intake.disagree import Told, disagreements
from dateline.intake.doubts import Doubt, doubts_of
from dateline.intake.fullest import WITHHELD, fullest
from dateline.intake.grow import Growing, grow
from dateline.intake.judge import judge
from dateline.intake.kept_sources import size_of
from dateline.intake.likeness import Likeness, likenesses
from dateline.intake.models import Finding, Import, Outcome, Source
from dateline.intake.never_again import without_removed
from dateline.intake.old_addresses import claims_of, enter_old
from dateline.intake.room import Room
from dateline.intake.same import Relation
from dateline.intake.shelf import Known, Shelf
from dateline.intake.translations import Linked, link_translations
from dateline.reading import Reading
from dateline.releases.insert import insert

BATCH = 500  # records compared, planted and indexed together: tuned on 10,000 releases, more gains nothing

POSSIBLE_JOIN = (
    "Another release has this headline, this address or most of these words, and something in it is another. "
    "Say whether they are one release or two."
)


@dataclass(frozen=True)
class Arriving:
    """One record of one source, to be taken in."""

    source: Source
    ordinal: int
    record: dict[str, Any]
    reading: Reading

    @property
    def file_name(self) -> str:
        """The name of the file that it is, where another source hands that file out; else ""."""
        return self.reading.path.name if self.reading.is_handed_out else ""


@dataclass
class Found:
    """One record on its way in."""

    arriving: Arriving
    like: Likeness
    doubts: list[Doubt]
    known: Known
    relation: Relation | None = None  # None: the very same record was found before
    adds: bool = False  # something that was not known: more text, a topic, a field that was empty
    may_be: list[Known] = field(default_factory=list)

    @property
    def source(self) -> Source:
        """Where it was found."""
        return self.arriving.source

    @property
    def record(self) -> dict[str, Any]:
        """What was found, in its JSON shape."""
        return self.arriving.record


def batches(readings: Iterable[Reading], size: int = BATCH) -> Iterator[list[Reading]]:
    """Part readings into runs of about `size` records; a source is never parted."""
    batch: list[Reading] = []
    records = 0
    for reading in readings:
        batch.append(reading)
        records += max(1, len(reading.releases))
        if records >= size:
            yield batch
            batch, records = [], 0
    if batch:
        yield batch


@transaction.atomic
def take_in(into: Import, readings: Sequence[Reading], room: Room) -> int:
    """Keep one batch of readings, whole or not at all; give how many addresses of an older site it has made known.

    A source that this import has kept already, before it was killed, is passed over.
    """
    room.lock(into)
    sources = _keep_sources(into, without_removed(readings, room.hash_of), room)
    arriving = [
        Arriving(source, ordinal, record.to_json(), reading)
        for source, reading in sources
        for ordinal, record in enumerate(reading.releases)
    ]
    return sum(take_in_records(arriving[start : start + BATCH], room) for start in range(0, len(arriving), BATCH))


def _keep_sources(into: Import, readings: Iterable[Reading], room: Room) -> list[tuple[Source, Reading]]:
    """Write the rows of the sources, their bytes first. What only is handed out with a release is no source."""
    kept = []
    for reading in readings:
        if reading.format == "attachment":
            continue
        size = 0 if reading.error else size_of(reading)
        source = Source(
            found_in=into,
            name=reading.source,
            sha256=room.keep(reading) if size else "",
            size_bytes=size,
            format=reading.format or "",
            encoding=reading.encoding or "",
            reading={key: value for key, value in reading.to_json().items() if key not in ("releases", "text")},
            text="" if reading.format == "text" else reading.text,
            is_unreadable=reading.error is not None,
            leftover_count=sum(1 for left in reading.leftovers if left.text.strip()),
        )
        kept.append((source, reading))
    names = [source.name for source, _ in kept]
    met = set(into.sources.filter(name__in=names).values_list("name", "sha256"))
    new = []
    for source, reading in kept:
        if (source.name, source.sha256) not in met:
            met.add((source.name, source.sha256))
            new.append((source, reading))
    insert(Source, [source for source, _ in new])
    return new


def take_in_records(arriving: Sequence[Arriving], room: Room) -> int:
    """Take in records, and give how many addresses of an older site they have made known."""
    compared = likenesses((each.record, each.file_name) for each in arriving)
    shelf = Shelf(compared)
    growing: dict[Known, Growing] = {}  # in the order in which they were met
    founds = []
    for each, like in zip(arriving, compared, strict=True):
        found = Found(each, like, doubts_of(each.record, room.moment, room.languages), known=Known())
        if _match(found, shelf, growing):
            founds.append(found)
    left = grow(growing.values(), shelf, room)
    _keep_findings(founds, left)
    return enter_old(
        (release_id, claim)
        for found in founds
        if (release_id := found.known.itself.release_id) and found.record.get("pubstatus") != WITHHELD
        for claim in claims_of(found.record, found.source.reading.get("address"))
    )


def _match(found: Found, shelf: Shelf, growing: dict[Known, Growing]) -> bool:
    """Find out which release it is, put it to that one, and note what that release may have to gain.

    False for a file that completes none: another source hands it out, and that is all it is.
    """
    exactly = shelf.exactly(found.like)
    if exactly is not None:
        found.known = exactly
        if exactly.release_id and (found.record["attachments"] or found.record.get("pictures")):
            _grow(growing, shelf.with_records(exactly), found)  # perhaps its file lies there this time
        return True
    judgement = judge(found.like, shelf.near(found.like))
    found.relation = judgement.relation
    if not judgement.is_one_of and found.arriving.reading.is_handed_out:
        return False
    if judgement.is_one_of:
        found.known = judgement.is_one_of[0]
        known = [told for one in judgement.is_one_of for told in one.told]
        found.doubts += disagreements(Told(found.record, found.source.name), known)
    if found.known.is_rejected:
        return True
    found.may_be = [known for known in judgement.may_be if not known.is_rejected]
    if found.may_be:
        found.doubts.append({"code": "possible-join", "sentence": POSSIBLE_JOIN})
    before = fullest(found.known.records) if found.known.told else None
    shelf.add(found.known, found.like, Told(found.record, found.source.name))
    found.adds = before is not None and before != fullest(found.known.records)
    _grow(growing, found.known, found)
    growing[found.known].absorbs += [known for known in judgement.is_one_of[1:] if not known.is_rejected]
    return True


def _grow(growing: dict[Known, Growing], known: Known, found: Found) -> None:
    growing.setdefault(known, Growing(known)).arrivals.append((found.record, found.arriving.reading))


def _keep_findings(founds: Sequence[Found], left: dict[Known, str]) -> None:
    findings = [_finding(found, left) for found in founds]
    insert(Finding, findings)
    link_translations(
        Linked(finding.pk, finding.release_id, found.like, found.record.get("translations", ()))
        for finding, found in zip(findings, founds, strict=True)
        if "translations" in found.record or found.record["address"] or "identifier" in found.record
    )
    insert_bands((finding.pk, found.like) for finding, found in zip(findings, founds, strict=True))
    link = Finding.may_be.through
    link._base_manager.bulk_create(
        link(finding_id=finding.pk, release_id=release_id)
        for finding, found in zip(findings, founds, strict=True)
        for release_id in {known.itself.release_id for known in found.may_be} - {finding.release_id}
    )


def _finding(found: Found, left: dict[Known, str]) -> Finding:
    known, keys = found.known.itself, found.like.keys
    return Finding(
        source=found.source,
        found_in_id=found.source.found_in_id,
        ordinal=found.arriving.ordinal,
        record=found.record,
        outcome=_outcome(found),
        doubts=found.doubts,
        first_doubt=found.doubts[0]["code"][:40] if found.doubts else "",
        release_id=known.release_id,
        left_fingerprint=left.get(known, ""),
        whole_key=keys.whole,
        address_key=keys.address,
        headline_key=keys.headline,
        identifier_key=keys.identifier,
    )


def _outcome(found: Found) -> str:
    if found.known.is_rejected:
        return Outcome.REJECTED
    if found.relation is None:
        return Outcome.SAME
    if found.doubts:
        return Outcome.DOUBTFUL
    if found.relation is Relation.UNRELATED:
        return Outcome.NEW
    if not found.adds:
        return Outcome.SAME
    return Outcome.FULLER if found.relation is Relation.EXTENDS else Outcome.MERGED
