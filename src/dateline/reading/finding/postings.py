"""Answers whether a line only says when and by whom something was posted, and what else stands beside the date."""

import re
from dataclasses import dataclass

from dateline.reading.finding.dates import Printed, dates_in
from dateline.reading.finding.links import is_furniture, is_read_on
from dateline.reading.finding.months import is_weekday

_POSTING = re.compile(
    r"(?:posted|published|submitted|released|issued|created|updated|date|dated|publicado|postado|fecha|data|publi[eé]e?|mis\s+en\s+ligne|post[eé]|ver[oö]ffentlicht|erstellt|publisert|publicada|enviado|on|el|le|em|am|den|by|por|par|von|av|at|a\s+las|a\s+la|[aà]s|[aà]|um|kl|hrs?|h|uhr|de|del|last|vom|dal|du|op|il|released?\s+date|for\s+release|from|in|en|the|author|autor|written|escrito|redacci[oó]n|reda[cç][aã]o|admin|webmaster|new|nuevo|staff|news)\b[\s:.,]*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:\d{1,2}\s?[:h.]\s?\d{2}(?:[:.]\d{2})?(?:\s?h)?|\d{1,2}\s?h)?\s*(?:[ap]\.?\s?m\.?|hrs?|horas|uhr)?(?:\s*(?:\(?[ECMP][SD]?T\)?|GMT|UTC|CET|[+-]\d{4}|(?:eastern|central|mountain|pacific|atlantic|local)\s+(?:(?:daylight|standard|summer)\s+)?time|hora\s+local|heure\s+locale))*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:by|por|par|von|de|autor|author|submitted\s+by|posted\s+by|publicado\s+por|written\s+by|published\s+by|escrito\s+por|redactado\s+por|[eé]crit\s+par)\b\s*:?\s+[\w.'’ -]{2,40}$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:last\s+)?(?:updated|modified)|actualizad|mis\s+[aà]\s+jour|atualizad|aktualisiert", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:\.{4,}|_{3,}|\||·|•|//|\t+|\s{3,}|[»›])\s*|(?<=\.)\s{2,}|\s{2,}")
_SIGNS = ("  ", "|", "\t", "·", "•", "//", "»", "›")
_TWO_SPACES = re.compile(r"\s\s")
"""A line without any of these is one piece; cutting it would try each of its characters."""
_HOUR_BEHIND = re.compile(
    r"[\s,–—-]*(?:(?:at|a\s+las|[aà]s?|um|om|kl\.?)\s+)?\d{1,2}[:.h]\d{2}(?:\s*(?:[ap]\.?m\.?|hs?|hrs?|uhr)\b\.?)?(?=\s*[\])|])",
    re.IGNORECASE,
)
"""'[30/06/2021 14:05] Headline': the hour that a bracket or bar closes belongs to the date."""
_EDGE = " \t,.;:!|–—-·•()[]*/>»›\u00a0"


@dataclass(frozen=True, slots=True)
class Beside:
    """A line with a date: the date, and the pieces of the line that are not about posting."""

    date: Printed
    pieces: tuple[tuple[int, int], ...]  # spans of what stands beside, in order, white space and separators cut off
    is_updated: bool  # the date is that of a later change
    is_alone: bool  # nothing but posting words shares the date's own piece


def pieces_of(text: str) -> list[tuple[int, int]]:
    """Cut a line at bars, dots, tabs and wide gaps; spans without the separators."""
    if not any(sign in text for sign in _SIGNS) and (text.isascii() or not _TWO_SPACES.search(text)):
        return [(0, len(text))]
    out: list[tuple[int, int]] = []
    at = 0
    for stop in _SPLIT.finditer(text):
        if stop.start() > at:
            out.append((at, stop.start()))
        at = stop.end()
    if at < len(text):
        out.append((at, len(text)))
    return out


def is_byline(text: str) -> bool:
    """Tell whether the text names who posted something, without a date."""
    return len(text) <= 60 and _BY.match(text) is not None


def beside_date(text: str) -> Beside | None:
    """Read a line that holds one whole date; None if it holds none, or the date stands within a sentence."""
    whole = [d for d in dates_in(text) if d.year is not None]
    if not whole:
        return None
    date = whole[0]
    pieces: list[tuple[int, int]] = []
    is_alone = False
    for start, end in pieces_of(text):
        if start <= date.start < end:
            before = _left(text, start, min(date.start, end))
            after = _right(text, min(date.end, end), end)
            pieces.extend(p for p in (before, after) if p is not None)
            is_alone = before is None and after is None
            continue
        piece = text[start:end].strip(_EDGE)
        if not piece or is_furniture(piece) or is_read_on(piece) or _BY.match(piece) or is_posting(piece):
            continue
        first = start + text[start:end].index(piece)
        pieces.append((first, first + len(piece)))
    return Beside(date, tuple(pieces), _UPDATED.search(text, 0, date.start) is not None, is_alone)


def _left(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end].strip(_EDGE)
    if (
        not piece
        or is_posting(piece)
        or _BY.match(re.sub(r"\s+(?:on|el|le|em|am|at)$", "", piece, flags=re.IGNORECASE))
    ):
        return None
    words = piece.split()
    if all(is_weekday(w) or is_posting(w) for w in words):
        return None
    first = start + text[start:end].index(piece)
    last = first + len(piece)
    return first, last + (text[last : last + 1] == "!")


def _right(text: str, start: int, end: int) -> tuple[int, int] | None:
    hour = _HOUR_BEHIND.match(text, start, end)
    if hour is not None:
        start = hour.end()
    piece = text[start:end].strip(_EDGE)
    if not piece or is_posting(piece) or is_furniture(piece) or _BY.match(piece):
        return None
    first = start + text[start:end].index(piece)
    return first, first + len(piece)


def is_posting(text: str) -> bool:
    """Tell whether nothing remains of the text without posting words and times of day."""
    at = 0
    size = len(text)
    if size > 60:
        return False
    while at < size:
        if text[at] in _EDGE:
            at += 1
            continue
        found = _POSTING.match(text, at)
        if found is None or found.end() == at:
            found = _TIME.match(text, at)
        if found is None or found.end() == at:
            return False
        at = found.end()
    return True
