"""Answers where a page whose cards ran together must be cut: 'June 3, 2019Clinic Adds Saturday Hours', 'are ready.Read More'."""

import re
from itertools import islice

_DATE = re.compile(
    r"(?<=(?:19|20)\d\d)(?=[A-ZÀ-Þ¿¡“\"«])|(?<=[a-zà-ÿ.!?…”\"])(?=(?:[A-Z][a-zà-ÿ]{2,9}\.? \d{1,2}, |\d{1,2} (?:de )?[A-Za-zà-ÿ]{3,10} (?:de )?)(?:19|20)\d\d)"
)
_LINK = re.compile(
    r"(?<=[\w.!?…”\"»])(?=(?:Read [Mm]ore|READ MORE|Continue [Rr]eading|Learn [Mm]ore|Leer [Mm]ás|Ver [Mm]ás|Seguir leyendo|Lire la suite|En savoir plus|Leia [Mm]ais|Saiba [Mm]ais|Weiterlesen|Leggi tutto)\b)"
)
_SENTENCE = re.compile(r"(?<=[a-zà-ÿ0-9][.!?])(?=[A-ZÀ-Þ][a-zà-ÿ])|(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][a-zà-ÿ]+ )")
_GLUED = re.compile(r"(?:19|20)\d\d[A-ZÀ-Þ¿¡“«][a-zà-ÿ]")
_NAMES = re.compile(r"\b(?:Mc|Mac|De|Di|La|Le|Van|Fitz|O)$|\b(?:You|Face|Linked|Whats|Insta|Tik|Word|Git|My|e|i)$")

GLUED = 2
"""So many dates must be glued to what follows or precedes before the page is taken for one that ran together."""


def is_glued(text: str) -> bool:
    """Tell whether the cards of a page ran together."""
    return sum(1 for _ in islice(_GLUED.finditer(text), GLUED)) >= GLUED


def cuts_of(line: str) -> list[int]:
    """Give the places where such a line is cut: at its dates and links, and between a headline and its sentence."""
    places = {found.start() for found in _DATE.finditer(line)} | {found.start() for found in _LINK.finditer(line)}
    if places:
        for found in _SENTENCE.finditer(line):
            if not _NAMES.search(line, max(0, found.start() - 8), found.start()):
                places.add(found.start())
    return sorted(places)
