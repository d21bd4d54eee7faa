"""Answers whether what looks like a release is an event, a vacancy, or what a newspaper wrote."""

import re
from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.roles import BODY, HEAD

_HOURS = re.compile(
    r"(?:from\s+|de\s+|von\s+)?\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?|h|uhr)?\s*(?:-|–|—|to|a|à|bis|until|às)\s*\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?|h|uhr)?$",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"(?:register|registration|rsvp|buy\s+tickets?|get\s+tickets?|tickets?|add\s+to\s+(?:my\s+)?calendar|get\s+directions|apply(?:\s+now|\s+online|\s+here)?|how\s+to\s+apply|(?:a[nñ]adir|agregar)\s+al\s+calendario|inscr[ií]be(?:te|rse)|entradas|comprar\s+entradas|s.inscrire|r[eé]server|inscreva-se|anmelden|jetzt\s+bewerben|postuler|candidatar)\W*$"
    r"|(?:closing\s+date|application\s+deadline|apply\s+by|salary|fecha\s+l[ií]mite|salario|date\s+limite|salaire|prazo\s+de\s+inscri|sal[aá]rio|bewerbungsschluss|gehalt)\s*:",
    re.IGNORECASE,
)
_CUTTING = re.compile(r"[“\"«„](?:[^”\"»“]{6,}[.!?,…]|[^”\"»“]{6,}(?=[”\"»“]\s*[—–-]))[”\"»“],?\s*(?:[—–-]\s*)?[^\W\d_a-z].{2,60}$")
"""'“Playing of uncommon warmth.” — Coastal Courier': somebody else's words, and whose."""


def is_something_else(segment: Sequence[tuple[Line, int]]) -> bool:
    """Tell whether hours, a call to register or to apply, or a cutting's source give the segment away."""
    for line, role in segment:
        if line.kind in (kinds.DATELINE, kinds.END) or line.way_on is not None:
            return False
        if len(line.text) > 240:
            return False
    for line, role in segment:
        if len(line.text) <= 60 and (_HOURS.match(line.text) or _CALLS.match(line.text)):
            return True
        if role in (HEAD, BODY) and line.kind in (kinds.TEXT, kinds.TRAILED, kinds.DATED):
            own = line.text[slice(*line.rest)] if line.rest else line.text
            if role == HEAD and _CUTTING.match(own):
                return True
    return False
