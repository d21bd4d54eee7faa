"""Answers whether a line is a heading of the page that completes the dates below it: '2014', 'MARCH', 'March 2014'."""

import re
from dataclasses import dataclass

from dateline.reading.finding.months import month_number

_YEAR = re.compile(r"(?<![\d/.,-])(?:19[5-9]\d|20\d\d)(?![\d/]|[.,]\d|-\d)")
_MONTH_YEAR = re.compile(r"(?P<m>[^\W\d_]{3,12})\.?,?\s*(?:de\s+|del\s+)?(?P<y>(?:19|20)\d\d)?\s*:?$")
_EDIT = re.compile(r"\s*\[(?:edit|editar|modifier|bearbeiten|modifica)[^\]]*\]$", re.IGNORECASE)
"""What a wiki prints beside its headings."""
_ARCHIVE = re.compile(
    r"[^\d]*?(?:press|news|media|release|statement|archive|archivo|comunicado|bolet[ií]n|nota|noticia|prensa|presse|communiqu|salle|sala|arquivo|imprensa|year|a[nñ]o|ann[eé]e|ano|arch[ií]v|actualit|publica)[^\d]*?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The year, the month, or both, that hold for what stands below."""

    year: int | None
    month: int | None


def heading_of(text: str) -> Heading | None:
    """Give what a line completes, or None where it is no heading of the calendar."""
    if len(text) > 70:
        return None
    text = _EDIT.sub("", text).strip(" ▼▶►▸▾+")
    if not text:
        return None
    brief = text.count(" ") <= 3
    found = _MONTH_YEAR.match(text.strip("[]-–—*#= ()")) if brief else None
    if found is not None:
        month = month_number(found["m"]) if len(found["m"]) > 2 else None
        if month is not None and not (found["y"] is None and text[0].islower()):
            return Heading(int(found["y"]) if found["y"] else None, month)
    if "19" not in text and "20" not in text:
        return None
    years = _YEAR.findall(text)
    if len(years) != 1:
        return None
    rest = _YEAR.sub("", text).strip(" -–—:*|»›>()[]#=\t/.,")
    if not rest or (_ARCHIVE.fullmatch(rest) and len(rest.split()) <= 8):
        return Heading(int(years[0]), None)
    return None
