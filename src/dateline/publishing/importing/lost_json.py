"""The loss report as JSON, in pieces: a hundred thousand releases are not held in memory."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from dateline.intake.models import Import
from dateline.publishing.importing.lost import as_json, became, lines, sums_of

SCHEMA = "dateline loss report 1"


def loss_json(into: Import, *, to_hand_out: bool) -> Iterator[str]:
    """Give the report as the pieces of one JSON object; the keys are those of `lost`'s records."""
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "to_hand_out": to_hand_out,
        "import": {"started_at": into.started_at.isoformat(), "was_public": into.was_public},
        "sums": as_json(sums_of(into, to_hand_out=to_hand_out)),
        "links_checked": False,  # an import asks no other host whether what a release links is still there
    }
    yield _dumped(head)[:-1] + ',"releases":['
    yield from _listed(as_json(line) for line in lines(into, to_hand_out=to_hand_out))
    yield '],"old_addresses":['
    yield from _listed(as_json(one) for one in became(into, to_hand_out=to_hand_out))
    yield "]}\n"


def _listed(records: Iterator[dict[str, Any]]) -> Iterator[str]:
    for comma, record in zip(chain([""], iter(lambda: ",", None)), records, strict=False):
        yield comma + "\n" + _dumped(record)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
