"""Answers how the lines of a body make paragraphs: wrapped lines are joined, lists keep their lines."""

import re
from collections.abc import Sequence

from dateline.reading.record import Span

_BULLET = re.compile(r"(?:[-–—•*·●▪◦‣>]|\d{1,2}[.)]|[a-z]\))\s")
_ENDS = '.!?:;”"»’)…'


def wraps_at(lengths: Sequence[int], ends: Sequence[str]) -> int | None:
    """Give the width at which the lines were wrapped by hand, or None where each line is a paragraph."""
    if len(lengths) < 3:
        return None
    width = max(lengths)
    if width > 110 or width < 50:
        return None
    open_ends = sum(length > width * 0.7 and end not in _ENDS for length, end in zip(lengths, ends, strict=True))
    return width if open_ends * 3 >= len(lengths) and open_ends >= 2 else None


def folded(text: str) -> str:
    """Fold white space."""
    return " ".join(text.split())


def paragraphs(source: str, spans: Sequence[tuple[Span, int]]) -> str:
    """Join pieces of a body, each with the blank lines above it (-1: the same line goes on)."""
    texts = [folded(source[s:e]) for (s, e), _ in spans]
    width = wraps_at([len(t) for t in texts], [t[-1:] for t in texts])
    out: list[str] = []
    for number, (text, (_, gap)) in enumerate(zip(texts, spans, strict=True)):
        if not text:
            continue
        if not out:
            out.append(text)
            continue
        above = texts[number - 1]
        if gap < 0:
            out.append(" " + text)
        elif gap > 0 or (len(above) > 120 and width is None):
            out.append("\n\n" + text)
        elif width is not None and len(above) > width * 0.6 and not _BULLET.match(text):
            out.append(" " + text)
        else:
            out.append("\n" + text)
    return "".join(out)


def joined(source: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Merge spans that only white space parts; let each other span reach over the white space behind it."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and out[-1][1] < start and source[out[-1][1] : start].isspace():
            out[-1] = (out[-1][0], end)
        else:
            if out:
                stop = out[-1][1]
                while stop < start and source[stop].isspace():
                    stop += 1
                out[-1] = (out[-1][0], stop)
            out.append((start, end))
    return tuple(out)
