"""Takes what was claimed of a text and gives marks and leftovers, so that each character stands in one place."""

import re
from collections.abc import Iterable

from dateline.reading.record import Leftover, Mark, Reading, Span

NESTED = ("date", "place")
"""Fields whose spans lie inside the dateline where the release has one."""

ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
LINK_NUMBER = re.compile(r"\[\d{1,3}\]")
"""Text browsers print '[8]' before each link of a page."""
SEPARATORS = frozenset(".,;:!|/\\·•–—―-_*=~#<>()[]{}«»“”\"'‹›→←▸►…+&@°■●▪")


def settle(text: str, fields: Iterable[Span], marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], tuple[Leftover, ...]]:
    """Fill the gaps between claims: white space and lone punctuation become marks, all else a leftover."""
    claims: list[tuple[int, int, Mark | None]] = [(s, e, None) for s, e in fields if s < e]
    claims += [(m.span[0], m.span[1], m) for m in marks if m.span[0] < m.span[1]]
    claims.sort(key=lambda claim: claim[0])
    out: list[Mark] = []
    left: list[Leftover] = []
    at = 0
    for start, end, mark in claims:
        if start > at:
            _gap(text, at, start, out, left)
        if mark is not None:
            out.append(mark)
        at = end
    if at < len(text):
        _gap(text, at, len(text), out, left)
    return tuple(out), tuple(left)


def _gap(text: str, start: int, end: int, marks: list[Mark], left: list[Leftover]) -> None:
    chunk = text[start:end]
    inner = chunk.strip()
    if not inner:
        marks.append(Mark((start, end), "white space"))
        return
    if not inner.strip(ZERO_WIDTH):
        marks.append(Mark((start, end), "white space"))
        return
    first = start + (len(chunk) - len(chunk.lstrip()))
    last = first + len(inner)
    if first > start:
        marks.append(Mark((start, first), "white space"))
    if LINK_NUMBER.fullmatch(inner):
        marks.append(Mark((first, last), "link number"))
    elif len(inner) < 200 and all(c in SEPARATORS or c.isspace() or c in ZERO_WIDTH for c in inner):
        marks.append(Mark((first, last), "punctuation"))
    else:
        left.append(Leftover((first, last), inner))
    if last < end:
        marks.append(Mark((last, end), "white space"))


def top_level(spans: Iterable[tuple[str, tuple[Span, ...]]]) -> list[Span]:
    """Give the spans that no other field holds: date and place inside the dateline are left out."""
    fields = dict(spans)
    holder = fields.get("dateline", ())
    out: list[Span] = []
    for name, each in fields.items():
        inside = name in NESTED
        out.extend(x for x in each if not (inside and any(s <= x[0] and x[1] <= e for s, e in holder)))
    return out


class Unpartitioned(AssertionError):
    """A character stands in no place, or in two: a bug of reading, never a fault of the source."""


def check(text: str, reading: Reading) -> None:
    """Raise `Unpartitioned` unless fields, marks and leftovers hold every character of the text exactly once."""
    spans = [span for release in reading.releases for span in top_level(release.spans.items())]
    spans += [mark.span for mark in reading.marks]
    spans += [leftover.span for leftover in reading.leftovers]
    at = 0
    for start, end in sorted(spans):
        if start != at:
            fate = "lost" if start > at else "twice"
            raise Unpartitioned(f"{reading.source}: characters {min(at, start)} to {max(at, start)} are {fate}")
        if end <= start:
            raise Unpartitioned(f"{reading.source}: an empty span at {start}")
        at = end
    if at != len(text):
        raise Unpartitioned(f"{reading.source}: characters {at} to {len(text)} are lost")
