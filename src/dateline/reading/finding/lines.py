"""Answers where the lines of a text are; a text that lost its line ends is cut where the press would have ended one."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.reading.finding.columns import column_cut
from dateline.reading.finding.datelines import Dateline, dateline_at
from dateline.reading.finding.dates import Printed
from dateline.reading.finding.glued import cuts_of, is_glued
from dateline.reading.finding.headings import Heading
from dateline.reading.finding.labels import Label
from dateline.reading.finding.places import sureness
from dateline.reading.limits import MAX_LINE_LOOKED_AT

EDGE = " \t\r\n\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u0085\u2028\u2029\x1c\x1d\x1e\x1f\u200b\u200e\u200f\u2060\ufeff"
_RULE = re.compile(r"(?:[-_=~–—] ?){8,}\s*$")
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=[^\s\d\[(])")
"""'[8]Court Orders State': text browsers number the links of a page."""
_WIDE = re.compile(r"[ \t\u00a0]{6,}|[ \t\u00a0]{5}(?=[A-Z\"“])")
_PLACE_BEFORE_GAP = re.compile(r"(?<=[\d.)] )([^\W\d_a-z][\w.]+(?:,? [A-Z][\w.]+)?)$")
_ONLY_DAY = re.compile(r"[\d/.-]{6,10}\s*[–—|:-]\s*")
"""'08/29/2017 - For immediate release: …' is one entry of a list."""
_HEADER_GAP = re.compile(r" {3,}(?=[A-Z\d(\"“])")
_RUN_IN = re.compile(
    r"(?P<label>for\s+immediate\s+release|para\s+publicaci[oó]n\s+inmediata|pour\s+diffusion\s+imm[eé]diate|para\s+divulga[cç][aã]o\s+imediata)"
    r"|(?P<contact>(?<=[\d\s.])(?:media\s+|press\s+)?contac(?:ts?|tos?)(?=\s*:|\s{2,}))",
    re.IGNORECASE,
)
_CAPS_DASH = re.compile(
    r"(?<=[\s.)])[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+(?:[ ,]+[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+){0,3}(?:, [A-Z][a-z]{1,5}\.?)?\s*(?:—|--|–|\s-\s)|(?<=\d )[A-Z][a-z]+(?:, [A-Z][\w.]+)?(?= {3,}[A-Z])"
)


WRAPPED = 0.85
"""So many of a page's long lines end near its width, if it was wrapped."""


@dataclass(slots=True)
class Line:
    """One line of a text and what could be told from it alone."""

    start: int  # first character that is not white space
    end: int  # behind the last such character
    text: str  # the characters between
    gap: int  # blank lines above
    kind: int = 0  # what it is by its own words (kinds.py)
    scores: dict[int, float] = field(default_factory=dict)  # how well each role of a release fits (roles.py)
    date: Printed | None = None  # the date that a date line or a dated headline shows
    rest: tuple[int, int] | None = None  # of a dated headline, the headline
    dateline: Dateline | None = None  # what its paragraph opens with
    label: Label | None = None  # the press's label that it begins with
    heading: Heading | None = None  # year or month that it sets for the lines below
    way_on: int | None = None  # where the words that lead on begin, at the end of a paragraph
    is_row: bool = False  # it is a row of a table; `rest` is then the cell of its headline
    why: str = ""  # what a line of the page is to the page


def lines_of(text: str) -> list[Line]:
    """Give the lines that hold anything, in order."""
    out: list[Line] = []
    at = 0
    gap = 0
    glued = is_glued(text)
    for raw in text.splitlines(keepends=True):
        left = raw.lstrip(EDGE)
        if not left:
            gap += 1
            at += len(raw)
            continue
        if _RULE.match(left):  # a line that is drawn parts as a blank one does
            gap += 1
            at += len(raw)
            continue
        if left[0] == "[" and (link := _LINK_NUMBER.match(left)) is not None and left[link.end() :].strip(EDGE):
            left = left[link.end() :]
        start = at + len(raw) - len(left)
        inner = left.rstrip(EDGE)
        at += len(raw)
        if len(inner) > 55 and (cuts := (_unglued(inner) if glued else []) or _cuts(inner)):
            for s, e in cuts:
                out.append(Line(start + s, start + e, inner[s:e], gap))
                gap = 0
        elif ("    " in inner or "\t" in inner) and (cut := column_cut(inner)) is not None:
            out.append(Line(start, start + cut[0], inner[: cut[0]], gap))
            out.append(Line(start + cut[1], start + len(inner), inner[cut[1] :], 0))
        else:
            out.append(Line(start, start + len(inner), inner, gap))
        gap = 0
    return _unwrapped(text, out)


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Join lines that were wrapped at a width: the line below goes on in small letters, or fills a wrapped page."""
    low = [
        n
        for n in range(1, len(lines))
        if not lines[n].gap
        and 50 <= len(lines[n - 1].text) <= 110
        and lines[n].text[0].islower()
        and not _POSTED.match(lines[n].text)
        and not O_BULLET.match(lines[n].text)
    ]
    if len(low) < 2:
        return lines
    width = max(len(lines[n - 1].text) for n in low)
    long = [len(line.text) for line in lines if len(line.text) > width * 0.78]
    fitting = sum(size <= width + 12 for size in long)
    is_wrapped = len(low) >= 3 and width <= 100 and fitting >= WRAPPED * len(long)
    joins = set(low)
    prose = _prose_blocks(lines, joins) if is_wrapped else []
    if is_wrapped:
        for n in range(1, len(lines)):
            above, below = lines[n - 1].text, lines[n].text
            word = len(below.partition(" ")[0])
            full = width - word - 2 < len(above) <= width + 12 and above[-1] not in ":" and prose[n]
            if (
                full
                and not lines[n].gap
                and not _FRESH.match(below)
                and above.strip("=-_*~")
                and below.strip("=-_*~")
                and not (len(below) <= 40 and _DAY.match(below))
                and (above[-1] not in ".!?" or _in_prose(lines, n, joins))
            ):
                joins.add(n)
    if is_wrapped:
        joins.update(n for n in range(1, len(lines)) if _is_link_wrapped(text, lines[n - 1], lines[n]))
    runs: list[tuple[Line, Line]] = []  # set as one line at the end: line by line would be quadratic
    for n, line in enumerate(lines):
        if n in joins and "\t" not in line.text and "\t" not in runs[-1][1].text:
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return [
        first
        if first is last
        else Line(first.start, last.end, text[first.start : last.end].translate(BREAKS), first.gap)
        for first, last in runs
    ]


def _is_link_wrapped(text: str, above: Line, below: Line) -> bool:
    """Tell whether a numbered link goes on in the line below it: text browsers number where a link begins, not its lines."""
    if below.gap or not 55 <= len(above.text) <= 90 or len(below.text) > 60:
        return False
    return text[max(0, above.start - 1)] == "]" and text[below.start - 1] != "]" and below.text[0] not in "[*+"


def _prose_blocks(lines: list[Line], joins: set[int]) -> list[bool]:
    """For each line, whether the lines between the same blank ones are running text: one goes on in small letters, or the last ends."""
    out: list[bool] = []
    first = 0
    for n in range(1, len(lines) + 1):
        if n == len(lines) or lines[n].gap:
            is_prose = lines[n - 1].text[-1] in '.!?…”"»' or any(k in joins for k in range(first, n))
            out.extend([is_prose] * (n - first))
            first = n
    return out


def _in_prose(lines: list[Line], n: int, joins: set[int]) -> bool:
    return n - 1 in joins or n + 1 in joins


_POSTED = re.compile(
    r"(?:publi|post|submi|by\s|por\s|par\s|von\s|ler\s|leer\s|lire\s|read\s|more\b|continue)|(?=.{0,30}\d{4}).{0,50}$",
    re.IGNORECASE,
)
O_BULLET = re.compile(r"o\s{1,4}(?=[A-ZÀ-Ý\d\"“«¿¡])")
"""'o  Headline': text browsers print the dot of a list as a small letter."""
_FRESH = re.compile(r"[-–—•*·●▪◦‣>#]|\d{1,2}[.)]\s|[A-ZÀ-Ý]{3,}[A-ZÀ-Ý\s]*:|[\w\s]{2,20}:\s|FOR\s|###")
_DAY = re.compile(r"\D{0,14}\b\d{1,2}\b\D{0,22}\b(?:19|20)\d\d\W*$")
"""A line that holds nothing but a day; it is no end of the sentence above."""
BREAKS = {ord(c): " " for c in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
"""What ends a line, made a blank where two lines are one."""


def _unglued(text: str) -> list[tuple[int, int]]:
    places = cuts_of(text)
    return _trimmed(text, [0, *places, len(text)]) if places else []


def _cuts(text: str) -> list[tuple[int, int]]:
    """Cut a long line at wide gaps, and where a label, a contact or a dateline runs in; none: []."""
    spans: list[tuple[int, int]] = []
    if "     " in text and len(text) > 250:
        at = 0
        for gap in _WIDE.finditer(text):
            if gap.start() - at < 40 and dateline_at(text[at : gap.end() + 60]) is not None:
                continue
            place = _PLACE_BEFORE_GAP.search(text, max(at, gap.start() - 40), gap.start())
            if place is not None and sureness(place[1]) >= 2:
                spans.append((at, place.start(1)))
                at = place.start(1)
                continue
            spans.append((at, gap.start()))
            at = gap.end()
        spans.append((at, len(text)))
    else:
        spans.append((0, len(text)))
    out: list[tuple[int, int]] = []
    for s, e in spans:
        out.extend(_run_in(text, s, e))
    return [(s, e) for s, e in out if s < e] if len(out) > 1 else []


def _run_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    window = text[start : min(end, start + MAX_LINE_LOOKED_AT)]
    if (
        end - start < 55
        or ("mm" not in window[:300].lower() and "diata" not in window)
        or not (found := _RUN_IN.search(window))
        or not found["label"]
    ):
        return [(start, end)]
    stops = [m.start() for m in _RUN_IN.finditer(window)]
    after = stops[0] + len(found["label"])
    if _ONLY_DAY.fullmatch(window, 0, stops[0]):
        return [(start, end)]
    if window[after : after + 3] == "   ":
        stops.extend(m.start() for m in _HEADER_GAP.finditer(window, after))
        return _trimmed(text, [start, *(start + s for s in sorted(set(stops))), end])
    dash = _CAPS_DASH.search(window, max(stops[-1] + 8, after + 4) if len(stops) > 1 else after + 1)
    if dash is not None:
        stops.append(dash.start())
    elif len(stops) == 1 and len(window) - after > 60:
        return (
            [(start, end)]
            if stops[0] == 0 and ":" in window[after : after + 3]
            else _trimmed(text, [start, start + stops[0], end])
        )
    return _trimmed(text, [start, *(start + s for s in stops), end])


def _trimmed(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    out = []
    for s, e in pairwise(cuts):
        while s < e and text[s] in EDGE:
            s += 1
        while e > s and text[e - 1] in EDGE:
            e -= 1
        if s < e:
            out.append((s, e))
    return out
