"""A release → where each of its fields comes from: source, place in it, how sure, and what other sources say instead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.intake.disagree import differing
from dateline.intake.filling import fill
from dateline.intake.fullest import fullest, taken_from
from dateline.intake.models import Finding
from dateline.releases.models import Release

FIELDS = ("kind", "headline", "subheadline", "dateline", "date", "place", "language", "text", "embargo", "address")
COMPARED = ("date", "headline", "place", "text")
# By what reading and taking in say of a field when it isn't sure of it.
DOUBTED_BY = {"headline-unsure": "headline", "no-headline": "headline", "no-date": "date", "date-ahead": "date"}


class Sure(StrEnum):
    """How sure a value is."""

    PRINTED = "printed"  # it stands in the source, at the place that is given
    STATED = "stated"  # the source says it beside the text: a post's date, a mail's subject
    CONCLUDED = "concluded"  # from the whole text (its language, that it is only an opening), at no one place
    DOUBTFUL = "doubtful"  # a person should look


@dataclass(frozen=True, slots=True)
class Witness:
    """One source and what it says of one field."""

    source: str  # its name
    finding_id: int
    value: str
    spans: tuple[tuple[int, int], ...]  # where it stands, in code points of the source's text; empty where at no place
    sure: Sure
    because: str  # what states it, or the doubt as a sentence; "" for what is printed


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one field comes from."""

    field: str
    taken: Witness
    agreeing: tuple[Witness, ...]  # other sources that say the same
    differing: tuple[
        tuple[Witness, str, str], ...
    ]  # others that don't: what the taken one says there, and what they do


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A record with its source, as it is compared."""

    finding_id: int
    source: str
    record: Mapping[str, Any]
    doubts: Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a whole release comes from."""

    fields: tuple[Provenance, ...]  # those that have a value, in the order of FIELDS
    sources: tuple[str, ...]  # every source that had it, in the order in which they were met
    is_edited: bool  # a person has changed the words since, so that they are no source's any more


def provenance_of(release: Release) -> Origin:
    """Say where each field of a release comes from; of one that was written in the desk, that it has no source."""
    rows = Finding.objects.filter(release=release).order_by("pk").select_related("source")
    met = [Witnessed(row.pk, row.source.name, row.record, row.doubts) for row in rows]
    if not met:
        return Origin((), (), is_edited=False)
    return Origin(
        fields=provenance(met),
        sources=tuple(dict.fromkeys(each.source for each in met)),
        is_edited=_is_edited(release, [dict(each.record) for each in met]),
    )


def provenance(met: Sequence[Witnessed]) -> tuple[Provenance, ...]:
    """Say of each field which record it was taken from, and what the others say. Pure."""
    records = [dict(each.record) for each in met]
    taken = taken_from(records)
    return tuple(_of_field(name, met[taken.get(name, taken["text"])], met) for name in FIELDS if _has(name, records))


def _of_field(name: str, taken: Witnessed, met: Iterable[Witnessed]) -> Provenance:
    agreeing, other = [], []
    for each in met:
        if each is taken or not each.record[name]:
            continue
        values = differing(name, dict(taken.record), dict(each.record)) if name in COMPARED else None
        if values is not None:
            other.append((_witness(name, each), *values))
        elif name in COMPARED or each.record[name] == taken.record[name]:
            agreeing.append(_witness(name, each))
        else:
            other.append((_witness(name, each), str(taken.record[name]), str(each.record[name])))
    return Provenance(name, _witness(name, taken), tuple(agreeing), tuple(other))


def _witness(name: str, said: Witnessed) -> Witness:
    spans = tuple((span[0], span[1]) for span in said.record["spans"].get(name, ()))
    sure, because = _sureness(name, said, has_place=bool(spans))
    return Witness(said.source, said.finding_id, str(said.record[name] or ""), spans, sure, because)


def _sureness(name: str, said: Witnessed, *, has_place: bool) -> tuple[Sure, str]:
    for doubt in said.doubts:
        if "span" not in doubt and name in (doubt.get("field"), DOUBTED_BY.get(doubt["code"])):
            return Sure.DOUBTFUL, doubt["sentence"]
    if basis := said.record.get("basis", {}).get(name):
        return Sure.STATED, basis
    return (Sure.PRINTED, "") if has_place else (Sure.CONCLUDED, "")


def _has(name: str, records: Iterable[Mapping[str, Any]]) -> bool:
    return any(record[name] for record in records)


def _is_edited(release: Release, records: Sequence[dict[str, Any]]) -> bool:
    """Say whether the words differ from those that the sources give; pictures, which lie elsewhere, don't count."""
    as_found = Release(locale=release.locale)
    fill(as_found, fullest(records))
    names = ("kind", "headline", "subheadline", "place", "dateline", "dated_on", "is_teaser")
    texts = ([b["value"] for b in each.body.raw_data if b["type"] != "image"] for each in (as_found, release))
    return any(getattr(as_found, name) != getattr(release, name) for name in names) or len({*map(repr, texts)}) > 1
