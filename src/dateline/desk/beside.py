"""A found record and its source's text → the text around it in pieces, each with the fields that stand in it. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dateline.preflight.fields import fields_of_record

AROUND = 400  # characters shown before and behind a record, so that one sees what it was cut from
MOST = 30_000  # characters shown at once: a release has some 3,000; two glued together fit many times over

# Doubts that name no passage are about a field.
ABOUT = {
    "no-date": "date", "day-or-month": "date", "date-above": "date", "dates-shifted": "date", "no-such-day": "date",
    "dates-differ": "date", "two-days": "date", "date-ahead": "date", "no-headline": "headline",
    "headline-unsure": "headline", "embargo": "embargo", "embargo-ahead": "embargo", "language": "language",
    "long-place": "place", "long-dateline": "dateline",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A run of the source's text in which the same fields stand."""

    text: str
    at: int  # its first code point in the source
    fields: tuple[str, ...]  # none: what belongs to no field of this record
    is_doubted: bool


@dataclass(frozen=True)
class Beside:
    """What is shown of a source beside a release."""

    pieces: tuple[Piece, ...]
    before: int  # characters of the source that are not shown, above
    behind: int  # and below

    @property
    def fields(self) -> list[str]:
        """The fields that are marked, in the order of the source."""
        return list(dict.fromkeys(field for piece in self.pieces for field in piece.fields))


def beside(text: str, record: Mapping[str, Any], doubts: Iterable[Mapping[str, Any]]) -> Beside:
    """Cut the source's text around a record; the passage of each doubt is marked."""
    marks = [
        (max(0, start), min(end, len(text)), name)
        for name, spans in record.get("spans", {}).items()
        for start, end in spans
        if start < min(end, len(text))
    ]
    first = min((start for start, _, _ in marks), default=0)
    last = max((end for _, end, _ in marks), default=min(len(text), MOST))
    begin, stop = max(0, first - AROUND), min(len(text), last + AROUND)
    stop = min(stop, begin + MOST)
    doubted = _doubted(text, record, doubts, (first, last))
    edges = {begin, stop} | {
        edge
        for start, end, _ in [*marks, *((*span, "") for span in doubted)]
        for edge in (start, end)
        if begin < edge < stop
    }
    places = sorted(edges)
    pieces = [
        Piece(
            text[start:end],
            start,
            tuple(dict.fromkeys(name for a, b, name in marks if a < end and start < b)),
            any(a < end and start < b for a, b in doubted),
        )
        for start, end in pairwise(places)
    ]
    return Beside(tuple(pieces), begin, len(text) - stop)


def lines_of(text: str, first: int, last: int) -> list[tuple[int, str]]:
    """Give the lines of a record at which a second release may begin: their place in the source and their words."""
    found = ((first + match.start(), match[0].strip()) for match in re.finditer(r"[^\n]*\S[^\n]*", text[first:last]))
    return [(at, words[:120]) for at, words in found if at > first]


def _doubted(
    text: str, record: Mapping[str, Any], doubts: Iterable[Mapping[str, Any]], within: tuple[int, int]
) -> list[tuple[int, int]]:
    spans = record.get("spans", {})
    words = {field.name: field.text for field in fields_of_record(record)}
    found: list[tuple[int, int]] = []
    for doubt in doubts:
        field = doubt.get("field") or ABOUT.get(doubt["code"], "")
        if doubt.get("span"):
            found += _passage(text, words.get(field, ""), doubt["span"], within)
        else:
            found += [(start, end) for start, end in spans.get(field, ())]
    return found


def _passage(text: str, words: Any, span: tuple[int, int], within: tuple[int, int]) -> list[tuple[int, int]]:
    """Find a passage of a field in the source, however its white space was laid out there."""
    parts = [re.escape(part) for part in words[span[0] : span[1]].split()]
    if not parts:
        return []
    return [match.span() for match in re.compile(r"\s+".join(parts)).finditer(text, *within)]
