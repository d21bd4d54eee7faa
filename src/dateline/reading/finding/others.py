"""Answers which lines give away that what looks like a release is an event, a vacancy, or what a newspaper wrote."""

import re
from collections.abc import Sequence

VACANCY = 3
"""So many different lines of a vacancy must stand on a page; an advisory may have one of them."""

_HOURS = re.compile(
    r"(?:from\s+|de\s+|von\s+|time\s*:\s*|hora(?:rio)?\s*:\s*)?\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?|h|uhr)?\s*(?:-|–|—|to|a|à|bis|until|às)\s*\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?|h|uhr)?$",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"(?:register|registration|rsvp|(?:buy|get|book)\s+tickets?|tickets?|add\s+to\s+(?:my\s+)?calendar|get\s+directions|apply(?:\s+now|\s+online|\s+here)?|how\s+to\s+apply|(?:a[nñ]adir|agregar)\s+al\s+calendario|inscr[ií]be(?:te|rse)|entradas|comprar\s+entradas|s.inscrire|r[eé]server|inscreva-se|anmelden|jetzt\s+bewerben|postuler|candidatar)\W*$"
    r"|(?:closing\s+date|application\s+deadline|apply\s+by|salary|fecha\s+l[ií]mite|salario|date\s+limite|salaire|prazo\s+de\s+inscri|sal[aá]rio|bewerbungsschluss|gehalt)\s*:",
    re.IGNORECASE,
)
_AT_HOUR = re.compile(
    r"\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?|hs?|hrs?|uhr)\b\.?\s*[–—:-]?\s+[^\W\d_a-z«“\"¿¡]?", re.IGNORECASE
)
_VACANCY = re.compile(
    r"(?:closing\s+date|application\s+deadline|salary|interviews?|contract|hours|how\s+to\s+apply|fecha\s+l[ií]mite|salario|retribuci[oó]n|c[oó]mo\s+(?:solicitar|postular)|date\s+limite|salaire|r[eé]mun[eé]ration|type\s+de\s+contrat|comment\s+postuler|sal[aá]rio|como\s+(?:candidatar|concorrer)|bewerbungsschluss|gehalt|verg[uü]tung)\s*(?::|$)",
    re.IGNORECASE,
)
_CUTTING = re.compile(
    r"[“\"«„](?:[^”\"»“]{6,}[.!?,…]|[^”\"»“]{6,}(?=[”\"»“]\s*[—–-]))[”\"»“],?\s*(?:[—–-]\s*)?[^\W\d_a-z].{2,60}$"
)


def is_call(text: str) -> bool:
    """Tell whether the line gives hours, or calls to register, to buy tickets or to apply."""
    return len(text) <= 60 and (_HOURS.match(text) is not None or _CALLS.match(text) is not None)


def is_programme(text: str) -> bool:
    """Tell whether the line begins with an hour, as the entries of a programme do: '19.30 h Cine'."""
    return text[0].isdigit() and len(text) <= 160 and _AT_HOUR.match(text) is not None


def is_vacancy(texts: Sequence[str]) -> bool:
    """Tell whether lines offer a post: three of salary, contract, interviews, closing date and how to apply."""
    return (
        len({found[0].casefold() for text in texts if len(text) <= 120 and (found := _VACANCY.match(text))}) >= VACANCY
    )


def is_cutting(text: str) -> bool:
    """Tell whether somebody else's words stand in quotation marks before whose they are: '“Uncommon warmth.” — Coastal Courier'."""
    return text[0] in '“"«„' and _CUTTING.match(text) is not None
