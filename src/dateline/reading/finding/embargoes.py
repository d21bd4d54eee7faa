"""Answers until when a release is held: 'EMBARGOED UNTIL 12:01 A.M. PT, TUESDAY, MARCH 24, 2015'."""

import re
from datetime import datetime, timedelta, timezone

from dateline.reading.finding.dates import dates_in

_LINE = re.compile(
    r"[\s*_(\[-]*(?:strictly\s+|under\s+|news\s+)*(?:embargo(?:ed)?\b|embargad[oa]\b|sous\s+embargo|sperrfrist|hold\s+for\s+release|not\s+for\s+(?:release|publication)\s+(?:until|before)|bajo\s+embargo|sob\s+embargo|no\s+publicar\s+(?:hasta|antes))",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"until|hasta|jusqu|at[eé]\b|bis\b|before|:|for|a\s+las|antes", re.IGNORECASE)
_TIME = re.compile(
    r"(?P<h>\d{1,2})(?:\s?[:h.]\s?(?P<m>\d{2}))?\s*(?:(?P<ap>[ap])\.?\s?m\b\.?|(?P<h24>h(?:rs?|oras|eures)?\b|uhr\b)|(?<=\d{2})(?=\s|$|,))|(?P<noon>noon|mediod[ií]a|midi|meio-dia)|(?P<midnight>midnight|medianoche|minuit|meia-noite)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(?P<zone>[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|Eastern|Central|Mountain|Pacific)\b")
_STANDARD = {"E": -5, "C": -6, "M": -7, "P": -8}


def is_embargo_line(text: str) -> bool:
    """Tell whether the line announces an embargo."""
    return _LINE.match(text) is not None and (_UNTIL.search(text) is not None or len(text) < 30)


def embargo_in(text: str, day_first: bool = True) -> str | None:
    """Give the moment as ISO, with an offset where the zone is printed; None if the day is not shown."""
    dates = [d for d in dates_in(text) if d.year is not None]
    day = dates[0].day(day_first) if dates else None
    if day is None:
        return None
    rest = text[: dates[0].start] + " " + text[dates[0].end :]
    hour, minute = 0, 0
    for found in _TIME.finditer(rest):
        if found["noon"]:
            hour = 12
        elif found["midnight"]:
            hour = 0
        elif found["ap"] or found["m"] or found["h24"]:
            hour, minute = int(found["h"]), int(found["m"] or 0)
            if found["ap"]:
                hour = hour % 12 + (12 if found["ap"].lower() == "p" else 0)
        else:
            continue
        break
    if hour > 23 or minute > 59:
        hour, minute = 0, 0
    moment = datetime(day.year, day.month, day.day, hour, minute)
    zone = _ZONE.search(rest)
    if zone is not None:
        moment = moment.replace(tzinfo=timezone(timedelta(hours=_offset(zone["zone"], moment))))
    return moment.isoformat()


def _offset(zone: str, moment: datetime) -> int:
    """Hours from UTC; 'PT' and 'Pacific' follow the United States' summer time, second Sunday of March to first of November."""
    if zone in ("GMT", "UTC"):
        return 0
    if zone in ("BST", "CET"):
        return 1
    if zone == "CEST":
        return 2
    base = _STANDARD[zone[0]]
    if zone[1:] == "DT":
        return base + 1
    if zone[1:] == "ST":
        return base
    march, november = datetime(moment.year, 3, 1), datetime(moment.year, 11, 1)
    begins = march + timedelta(days=(6 - march.weekday()) % 7 + 7, hours=2)
    ends = november + timedelta(days=(6 - november.weekday()) % 7, hours=2)
    return base + (1 if begins <= moment.replace(tzinfo=None) < ends else 0)
