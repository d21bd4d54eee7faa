"""Several records of one release → the one record that says most. Pure, and the same in whatever order they come."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.intake.likeness import is_cut_off, is_teaser, words

_FILLED_FROM_OTHERS = ("headline", "subheadline", "dateline", "date", "place", "language", "embargo", "address")
_GATHERED = ("attachments", "topics")
# What few sources have (reading.record), so that it may be missing from a record.
_FILLED_IF_THERE = ("identifier", "pictures")
_GATHERED_IF_THERE = ("translations",)
_USUAL_KIND = "press release"
WITHHELD = "withheld"  # ninjs' pubstatus of what was never public


def fullest(records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Give the record with the fullest text, its empty fields filled from the others, topics and attachments of all.

    Records are in the shape of `Record.to_json`; spans and doubts stay behind with the findings.
    """
    taken = taken_from(records)
    best = {**records[taken["text"]], "spans": {}, "doubts": []}
    for name in (*_FILLED_FROM_OTHERS, "kind"):
        best[name] = records[taken[name]][name]
    for name in _FILLED_IF_THERE:
        if records[taken[name]].get(name):
            best[name] = records[taken[name]][name]
    best["teaser"] = bool(best["teaser"]) or not best["text"].strip()
    ranked = _ranked(records)
    for name in _GATHERED:
        best[name] = _distinct(value for record in ranked for value in record[name])
    for name in _GATHERED_IF_THERE:
        if every := _distinct(value for record in ranked for value in record.get(name, ())):
            best[name] = every
    files_at: dict[str, str] = {}
    for record in ranked:
        files_at = {**record.get("files_at", {}), **files_at}
    if files_at:
        best["files_at"] = files_at
    if any(record.get("pubstatus") == WITHHELD for record in records):
        best["pubstatus"] = WITHHELD
    return best


def taken_from(records: Sequence[dict[str, Any]]) -> Mapping[str, int]:
    """Say from which of the records each field is taken, by its place among them; "text" stands for the body."""
    order = _order(records)
    taken = {"text": order[0]}
    for name in (*_FILLED_FROM_OTHERS, *_FILLED_IF_THERE):
        taken[name] = next((at for at in order if records[at].get(name)), order[0])
    uncut = (at for at in order if records[at]["headline"] and not is_cut_off(records[at]["headline"]))
    taken["headline"] = next(uncut, taken["headline"])
    # What is printed outweighs what is stated beside it (a post's own date): that may be the day of its moving.
    printed = (at for at in order if records[at]["date"] and "date" not in records[at].get("basis", ()))
    taken["date"] = next(printed, taken["date"])
    taken["kind"] = next((at for at in order if records[at]["kind"] != _USUAL_KIND), order[0])
    return taken


def _ranked(records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [records[at] for at in _order(records)]


def _order(records: Sequence[dict[str, Any]]) -> list[int]:
    if len(records) == 1:
        return [0]
    return sorted(range(len(records)), key=lambda at: _fullness(records[at]), reverse=True)


def _fullness(record: dict[str, Any]) -> tuple[bool, int, bool, str]:
    printed = {name: value for name, value in record.items() if name not in ("spans", "doubts")}
    as_text = json.dumps(printed, sort_keys=True, ensure_ascii=False)
    # Of two texts of the same words, the one that knows its headings, lists and links.
    return not is_teaser(record), len(words(record["text"])), bool(record.get("markup")), as_text


def _distinct(values: Iterable[str]) -> list[str]:
    return list({" ".join(value.split()).casefold(): value for value in reversed(list(values))}.values())[::-1]
