"""Readings → kept: sources, findings and drafts. Twice the same changes nothing. It publishes and sends nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from dateline.intake.doubts import Doubt, doubts_of
from dateline.intake.fullest import fullest
from dateline.intake.grow import Growing, grow
from dateline.intake.judge import judge
from dateline.intake.kept_sources import bytes_of
from dateline.intake.models import Finding, Import, Outcome, Source
from dateline.intake.never_again import without_removed
from dateline.intake.old_addresses import claims_of, enter_old
from dateline.intake.room import Room
from dateline.intake.same import Likeness, Relation, likeness
from dateline.intake.shelf import Known, Shelf
from dateline.reading import Reading
from dateline.releases.insert import insert

BATCH = 500  # records compared, planted and indexed together: tuned on 10,000 releases, more gains nothing

POSSIBLE_JOIN = (
    "Another release of the same day has this headline, or this address, and other words. "
    "Say whether they are one release or two."
)
TWO_DAYS = "Its sources give two days: {one} and {other}. Set the right one."


@dataclass
class Found:
    """One record on its way in."""

    source: Source
    ordinal: int
    record: dict[str, Any]
    like: Likeness
    doubts: list[Doubt]
    path: Path
    known: Known
    relation: Relation | None = None  # None: the very same record was found before
    adds: bool = False  # something that was not known: more text, a topic, a field that was empty
    may_be: list[Known] = field(default_factory=list)


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
    sources = _keep_sources(into, without_removed(readings), room)
    arriving = [
        (source, ordinal, record.to_json(), reading.path)
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
        content = b"" if reading.error else bytes_of(reading)
        source = Source(
            found_in=into,
            name=reading.source,
            sha256=room.keep(content) if content else "",
            size_bytes=len(content),
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


def take_in_records(arriving: Sequence[tuple[Source, int, dict[str, Any], Path]], room: Room) -> int:
    """Take in records, each with its source, its place among the source's records and the file that holds the source."""
    likenesses = [likeness(record) for _, _, record, _ in arriving]
    shelf = Shelf(likenesses)
    growing: dict[Known, Growing] = {}  # in the order in which they were met
    founds = []
    for (source, ordinal, record, path), like in zip(arriving, likenesses, strict=True):
        found = Found(source, ordinal, record, like, [], path, known=Known())
        found.doubts = doubts_of(record, room.moment, room.languages)
        _match(found, shelf, growing)
        founds.append(found)
    left = grow(growing.values(), shelf, room)
    findings = [_finding(found, left) for found in founds]
    insert(Finding, findings)
    link = Finding.may_be.through
    link._base_manager.bulk_create(
        link(finding_id=finding.pk, release_id=release_id)
        for finding, found in zip(findings, founds, strict=True)
        for release_id in {known.itself.release_id for known in found.may_be} - {finding.release_id}
    )
    return enter_old(
        (release_id, claim)
        for found in founds
        if (release_id := found.known.itself.release_id)
        for claim in claims_of(found.record, found.source.reading.get("address"))
    )


def _match(found: Found, shelf: Shelf, growing: dict[Known, Growing]) -> None:
    """Find out which release it is, put it to that one, and note what that release may have to gain."""
    exactly = shelf.exactly(found.like)
    if exactly is not None:
        found.known = exactly
        if exactly.release_id and found.record["attachments"]:
            _grow(growing, shelf.with_records(exactly), found)  # perhaps its file lies there this time
        return
    judgement = judge(found.like, shelf.near(found.like))
    found.relation = judgement.relation
    if judgement.is_one_of:
        found.known = judgement.is_one_of[0]
        other = next((one.date for one in found.known.likenesses if one.date != found.like.date), None)
        if other and found.like.date:
            found.doubts.append(_doubt("two-days", TWO_DAYS.format(one=found.record["date"], other=other)))
    if found.known.is_rejected:
        return
    found.may_be = [known for known in judgement.may_be if not known.is_rejected]
    if found.may_be:
        found.doubts.append(_doubt("possible-join", POSSIBLE_JOIN))
    before = fullest(found.known.records) if found.known.records else None
    shelf.add(found.known, found.like, found.record)
    found.adds = before is not None and before != fullest(found.known.records)
    _grow(growing, found.known, found)
    growing[found.known].absorbs += [known for known in judgement.is_one_of[1:] if not known.is_rejected]


def _grow(growing: dict[Known, Growing], known: Known, found: Found) -> None:
    growing.setdefault(known, Growing(known)).arrivals.append((found.record, found.path))


def _finding(found: Found, left: dict[Known, str]) -> Finding:
    known, keys = found.known.itself, found.like.keys
    return Finding(
        source=found.source,
        found_in_id=found.source.found_in_id,
        ordinal=found.ordinal,
        record=found.record,
        outcome=_outcome(found),
        doubts=found.doubts,
        first_doubt=found.doubts[0]["code"][:40] if found.doubts else "",
        release_id=known.release_id,
        left_fingerprint=left.get(known, ""),
        whole_key=keys.whole,
        address_key=keys.address,
        headline_key=keys.headline,
        opening_key=keys.opening,
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


def _doubt(code: str, sentence: str) -> Doubt:
    return {"code": code, "sentence": sentence}
