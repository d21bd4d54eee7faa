"""Several records of one release → the one record that says most. Pure, and the same in whatever order they come."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.intake.same import likeness

_FILLED_FROM_OTHERS = ("headline", "subheadline", "dateline", "date", "place", "language", "embargo", "address")
_USUAL_KIND = "press release"


def fullest(records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Give the record with the fullest text, its empty fields filled from the others, topics and attachments of all.

    Records are in the shape of `Record.to_json`; spans and doubts stay behind with the findings.
    """
    ranked = sorted(records, key=_fullness, reverse=True) if len(records) > 1 else records
    best = {**ranked[0], "spans": {}, "doubts": []}
    for name in _FILLED_FROM_OTHERS:
        best[name] = next((record[name] for record in ranked if record[name]), None)
    best["headline"] = _uncut_headline(ranked) or best["headline"]
    best["kind"] = next((one["kind"] for one in ranked if one["kind"] != _USUAL_KIND), _USUAL_KIND)
    best["teaser"] = bool(best["teaser"]) or not best["text"].strip()
    for name in ("attachments", "topics"):
        best[name] = _distinct(value for record in ranked for value in record[name])
    return best


def _fullness(record: dict[str, Any]) -> tuple[bool, int, str]:
    like = likeness(record)
    printed = {name: value for name, value in record.items() if name not in ("spans", "doubts")}
    return not like.is_teaser, len(like.text), json.dumps(printed, sort_keys=True, ensure_ascii=False)


def _uncut_headline(ranked: Iterable[dict[str, Any]]) -> str | None:
    return next((r["headline"] for r in ranked if r["headline"] and not likeness(r).headline_is_cut), None)


def _distinct(values: Iterable[str]) -> list[str]:
    return list({" ".join(value.split()).casefold(): value for value in reversed(list(values))}.values())[::-1]
