"""Split: a person marks where, in the source of a doubtful record, a second release begins."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Max

from dateline.intake.enter_act import Hand, enter_act, require_over
from dateline.intake.filling import fill
from dateline.intake.models import Act, Finding
from dateline.intake.rewrite import draft_in_hand, rewrite
from dateline.intake.room import Room
from dateline.intake.source_text import text_of
from dateline.intake.take_in import Arriving, take_in_records
from dateline.reading import Reading, Record, read_source
from dateline.reading.source import Source as ReadSource
from dateline.releases.refused import Refused

OUTSIDE = "The mark lies outside this record. Choose a line between its first and its last."
DISCARDED = "The raw source was discarded, so there is nothing left to split. Write the second release by hand."
BEFORE, BEHIND = "before the mark", "behind the mark"
NOTHING_THERE = "No release could be made out {}. Mark the line with which the second one's headline begins."


@transaction.atomic
def split(finding: Finding, at: int, hand: Hand) -> list[Finding]:
    """Read a record's two parts anew: the draft keeps the first, what lies behind is taken in like anything found.

    `at` counts code points of the source's text. Gives the findings that were added. Raises Refused, with nothing
    changed, where a part holds no release.
    """
    into = finding.found_in
    require_over(into)
    text = text_of(finding.source)
    if not text:
        raise Refused(into, [DISCARDED])
    start, end = extent(finding)
    if not start < at < end:
        raise Refused(into, [OUTSIDE])
    before, behind = _records(text[start:at], BEFORE), _records(text[at:end], BEHIND)
    release = draft_in_hand(finding.release_id)
    rewrite(release, lambda draft: fill(draft, before[0].to_json()), hand)
    added = _take_in(finding, [(record, start) for record in before[1:]] + [(record, at) for record in behind])
    enter_act(into, Act.What.SPLIT, hand, finding=finding)
    return added


def extent(finding: Finding) -> tuple[int, int]:
    """Give the first and the last place of a record in its source's text; (0, 0) where it tells none."""
    spans = [span for spans in finding.record.get("spans", {}).values() for span in spans]
    return (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else (0, 0)


def _records(part: str, where: str) -> list[Record]:
    readings = read_source(ReadSource(where, Path(), data=part.encode()))
    records = [record for reading in readings for record in reading.releases]
    if not records:
        raise Refused("a record", [NOTHING_THERE.format(where)])
    return records


def _take_in(finding: Finding, found: Sequence[tuple[Record, int]]) -> list[Finding]:
    """Take in records that were found in parts of a text, each with the place at which its part begins."""
    source, into = finding.source, finding.found_in
    last = source.findings.aggregate(last=Max("ordinal"))["last"]
    place = Path(into.asked[0]) if into.asked else Path()
    reading = Reading(source.name, source.format, source.encoding or None, path=place)
    arriving = [
        Arriving(source, last + number, _shifted(record.to_json(), by), reading)
        for number, (record, by) in enumerate(found, 1)
    ]
    take_in_records(arriving, Room(into, map(Path, into.asked)))
    return list(source.findings.filter(ordinal__gt=last).order_by("ordinal"))


def _shifted(record: dict[str, Any], by: int) -> dict[str, Any]:
    """Give a record whose spans count from the beginning of the whole text."""
    spans = {name: [[start + by, end + by] for start, end in each] for name, each in record["spans"].items()}
    return {**record, "spans": spans}
