"""Answers whether a paragraph opens with a dateline: place, date, or both, up to the dash that ends them.

The grammar is one loop: an optional bracket, then places, dates and the names of wires in any order with commas,
brackets and short dashes between them, then an end: a dash, ".-", a colon, a pipe, a closing bracket or a full stop.
How strong the end must be depends on what stood before it: with a date, nearly any; with a place alone, a dash.
"""

import re
from dataclasses import dataclass

from dateline.reading.finding.colons import opens_with_colon
from dateline.reading.finding.dates import Printed, date_at, may_begin_date
from dateline.reading.finding.places import place_at, sureness, without_wire

_OPEN = re.compile(r"[(\[]?\s*")
_BETWEEN = re.compile(
    r"(?:[\s,;|/·•]|\)|\(|\.(?=[\s,])|[-–—―](?!\d))*(?:(?:el|le|a|on|am|den|em|dated?|aos)\s+)?", re.IGNORECASE
)
_LIGHT = re.compile(r"[\s,;–—―-]*")
_WIRE = re.compile(r"(?:/(?:PRNewswire|[^/\n]{2,40})/|\((?:[^\W\d_]|[\w .&/-]){3,40}\))")
_DASH = re.compile(r"[\s)\].,]*(?:[.,]?\s?[-–—―]{1,3}|--+|\.[-–—―])[\s]*")
_WEAK = re.compile(r"\s*(?:\)[:.,]?|[|:]|\.)\s+|\)\s*$|\.\s*$")
_SPACES = re.compile(r"[\s,.]{2,}")
_STOP = re.compile(r"[ .,\u00a0]+")
_STATE = re.compile(r"[,\s]+((?:[A-Z]\.?){2}|[A-Z][a-z]{2,4}\.)(?=\s)")
_UPPER_OR_QUOTE = re.compile(r"[\"“”«'‘’(¿¡]*[^\W\d_a-zà-öø-ÿ]|[\"“«‘'$€]|\d")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a paragraph opens with."""

    start: int  # of the dateline as printed, brackets included
    end: int  # of the dateline as printed, without the dash that ends it
    body: int  # where the body begins
    date: Printed | None
    place: tuple[int, int] | None
    strength: int  # 3 a date with a dash; 2 a sure place with a dash; 1 may be one, if the page has others


_YEAR = re.compile(r"(?:19|20)\d\d|\d[/.-]\d")


def may_open_with_dateline(text: str) -> bool:
    """Tell cheaply whether a paragraph is worth a look: a capital or digit first, and something that could end a dateline."""
    first = text[0]
    if not (first.isupper() or first.isdigit() or first in "([" or (first.isalpha() and text[1:2] in "9876543210")):
        return False
    head = text[:110]
    return (
        "–" in head or "—" in head or "--" in head or ".-" in head or " - " in head or ")" in head or ": " in head or "|" in head
        or "  " in head or "―" in head or "- " in head or _YEAR.search(head) is not None
    )  # fmt: skip


def dateline_at(text: str, at: int = 0) -> Dateline | None:
    """Give the dateline that stands there, or None."""
    opened = _OPEN.match(text, at)
    begin = opened.end() if opened is not None else at
    has_bracket = "(" in text[at:begin] or "[" in text[at:begin]
    date: Printed | None = None
    place: tuple[int, int] | None = None
    pos, last = begin, begin
    order = ""
    for _ in range(5):
        if date is None:
            printed = date_at(text, pos)
            if printed is not None:
                date, pos, last, order = printed, printed.end, printed.end, order + "d"
                pos = _between(text, pos)
                continue
        wire = _WIRE.match(text, _spaced(text, last)) if order else None
        if wire is not None and not (date is None and date_at(text, wire.start() + 1) is not None):
            if place is None and sureness(wire[0][1:-1]) >= 2 and "NEWS" not in wire[0].upper():
                place = (wire.start() + 1, wire.end() - 1)
                order += "p"
            pos = last = wire.end()
            order += "w"
            pos = _between(text, pos)
            continue
        if place is None:
            found = _place(text, pos)
            if found is not None:
                place = (pos, found)
                pos, last, order = found, found, order + "p"
                pos = _between(text, pos)
                continue
        break
    if not order or order == "w":
        return None
    found_whole = _ended(text, at, begin, last, date, place, has_bracket, order)
    if found_whole is None and date is not None and place is not None and date.end <= place[0]:
        return _ended(text, at, begin, date.end, date, None, has_bracket, "d")
    if found_whole is None and place is not None and date is not None and date.year is None and not has_bracket:
        return _ended(text, at, begin, place[1], None, place, has_bracket, "p")
    return found_whole


def _spaced(text: str, pos: int) -> int:
    found = _LIGHT.match(text, pos)
    return pos if found is None else found.end()


def _between(text: str, pos: int) -> int:
    found = _BETWEEN.match(text, pos)
    return pos if found is None else found.end()


def _place(text: str, pos: int) -> int | None:
    """The end of a place, cut back where a date begins inside what looks like one ("México, D.F., a 21 de")."""
    end = place_at(text, pos)
    if end is None:
        return None
    end = without_wire(text, pos, end)
    cut = pos
    while (stop := _STOP.search(text, cut, end)) is not None:
        if may_begin_date(text, stop.end()) and date_at(text, stop.end()) is not None:
            end = stop.start() + (stop[0][:2] == ".,")
            break
        cut = stop.end()
    while end > pos and text[end - 1] in " ,-":
        end -= 1
    last = max(text.rfind(" ", pos, end), text.rfind(",", pos, end), pos - 1) + 1
    if text[end - 1 : end] == "." and end - last > 7:  # a full stop, not an abbreviation
        end -= 1
    return end if end > pos else None


def _ended(
    text: str,
    at: int,
    begin: int,
    last: int,
    date: Printed | None,
    place: tuple[int, int] | None,
    bracket: bool,
    order: str,
) -> Dateline | None:
    closed = last
    if text[last : last + 1] in (")", "]"):
        closed = last + 1
    rate = sureness(text[place[0] : place[1]]) if place is not None else 0
    if place is not None and rate == 0:
        return None
    whole = date is not None and date.year is not None
    if place is not None and date is not None and rate < 3 and date.end <= place[0]:
        if any(c in text[date.end : place[0]] for c in "•·"):
            return None  # 'OCT 9, 2021 • MABEL THURSTON' names who posted it
    if place is not None and date is not None and rate < 2:
        if date.end <= place[0] and not _is_apposed(text, date.end, place, last, bracket):
            return None
        between = text[place[1] : date.start] if place[1] <= date.start else ","
        if "(" in between and "," not in between and len(text[slice(*place)].split()) > 2:
            return None  # 'Ashby Lights Its Bridge. (May 4, 2011)'
        if not any(c in between for c in ",.()/") or len(text[slice(*place)].split()) > 4:
            return None
        if last + 2 >= len(text) and ("," not in between or _names(text[slice(*place)]) > 3):
            return None  # 'Clinic Extends Evening Hours (October 3, 2013)' is a headline
        if text[last : last + 1] == ":":  # 'Radio Ribera, 2/02/2021: entrevista' is a newspaper cutting
            return None
    dash = _DASH.match(text, last)
    if dash is not None and dash.end() - last <= 12:
        if date is not None and (place is not None or whole):
            strength = 3 if whole or rate >= 2 else 2 if rate else 1
        elif (place is not None and rate >= 2) or (
            place is not None and text[last : last + 1] == "." and len(text[place[0] : place[1]].split()) <= 4
        ):
            strength = 2
        else:
            strength = 1
        if (
            place is not None
            and date is None
            and text[last : dash.end()].strip() in "-–—"
            and text[last] not in " .—"
            and dash.end() == last + 1
        ):
            return None  # a hyphen inside a word
        if date is None and len(text) - dash.end() < 15:
            return None  # 'FARM SURVEY -- 2'
        return Dateline(at, _trim(text, at, closed), dash.end(), date, place, strength)
    if text[last : last + 2] == ": " and place is not None and not bracket and begin == place[0]:
        if opens_with_colon(text, place, date, rate):
            return Dateline(at, _trim(text, at, last), last + 2, date, place, 2)
    weak = _WEAK.match(text, last)
    if date is not None and whole and (weak is not None or closed >= len(text)):
        body = weak.end() if weak is not None else len(text)
        if place is not None and rate >= 1:
            return Dateline(at, _trim(text, at, closed), body, date, place, 3)
        if bracket or (weak is not None and "|" in weak[0]):
            return Dateline(at, _trim(text, at, closed), body, date, place, 3)
        return Dateline(at, _trim(text, at, closed), body, date, place, 1)
    if place is not None and whole and rate >= 2 and text[last : last + 2] == "  ":
        return Dateline(at, _trim(text, at, closed), _SPACES.match(text, last).end(), date, place, 3)  # type: ignore[union-attr]
    if place is not None and date is None and not bracket:
        return _with_lost_dash(text, at, place, rate)
    if place is not None and whole and rate >= 2 and order in ("pd", "pdw"):
        return Dateline(at, _trim(text, at, closed), closed, date, place, 2)
    return None


def _names(place: str) -> int:
    """How many words of a place begin with a capital: San Isidro el Alto has three."""
    return sum(word[0].isupper() for word in place.split())


def _is_apposed(text: str, end: int, place: tuple[int, int], last: int, has_bracket: bool) -> bool:
    """Tell whether an unknown place behind a date belongs to it: by a comma, a bracket, or a dash on either side."""
    between = text[end : place[0]]
    if len(text[slice(*place)].split()) > 4 or "\t" in between:
        return False
    if "," in between or "(" in between or has_bracket:
        return text[last : last + 1] in (")", "]") or _DASH.match(text, last) is not None
    dash = _DASH.match(text, last)
    return any(d in between for d in "–—") and dash is not None and any(d in dash[0] for d in "–—")


def _with_lost_dash(text: str, at: int, place: tuple[int, int], rate: int) -> Dateline | None:
    """A place followed by two spaces or more, where a conversion has dropped the dash."""
    for end in (place[1], _first_gap(text, place)):
        if end is None:
            continue
        state = _STATE.match(text, end)
        stop = state.end() if state is not None and not text[place[0] : end].count(",") else end
        gap = _SPACES.match(text, stop)
        if gap is None and not (state is not None and text[place[0] : end].isupper()):
            continue
        body = gap.end() if gap is not None else stop
        name = text[place[0] : stop]
        sure = sureness(" ".join(name.split()))
        if (
            sure >= 2
            and "  " in text[end : body + 1]
            and _UPPER_OR_QUOTE.match(text, gap.end() if gap is not None else body + 1)
        ):
            return Dateline(
                at, _trim(text, at, stop), body, None, (place[0], _trim(text, at, stop)), 2 if sure == 3 else 1
            )
    return None


def _first_gap(text: str, place: tuple[int, int]) -> int | None:
    gap = text.find("  ", place[0], place[1] + 1)
    return gap if gap > 0 else None


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t,;\u00a0":
        end -= 1
    return end
