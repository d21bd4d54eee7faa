"""A full name beside an age under 18, in the ways in which English, Spanish, French and Portuguese print the two.

Two capitalized words are taken for a name, unless one of them is a word of institutions or the calendar. A first name
alone, initials, a name in quotation marks of its own and one that the text says to be changed are left alone.
"""

import re
from collections.abc import Iterator

from dateline.preflight.finding import Finding, Span
from dateline.preflight.names import FULL_NAME, is_of_a_person
from dateline.preflight.near import near

CODE = "child"
SENTENCE = "what looks like the full name of someone under 18 beside their age."

_NAME = rf"(?P<name>{FULL_NAME})"
_NUMBERS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
    "es": "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete",
}
_SPELT = "|".join(sorted({word for words in _NUMBERS.values() for word in words.split()}, key=len, reverse=True))
_AGE = rf"(?:1[0-7]|[1-9]|(?i:{_SPELT}))"
_MONTHS = r"(?:[1-9]|1\d|2[0-4])[\s-](?:months?|weeks?|meses|mois|semanas|semaines)"
_OLD = r"(?:years?[\s-]old|yrs?\.?\sold|yo\b|y/o|años de edad|ans d['’]âge|anos de idade|(?:months?|weeks?)[\s-]old)"
_YEARS = rf"(?:{_OLD}|años|ans|anos|years)"
_STOP = r"(?=\s*(?:[,;)–—]|\.(?!\d)|$|\s(?:and|y|et|e)\s[A-ZÀ-Þ]))"
_CHILD = (
    r"(?:girl|boy|child|son|daughter|teen(?:ager)?|student|youth|minor|brother|sister|niñ[oa]|menor|joven|adolescente|hij[oa]"
    r"|fill?e|garçon|enfant|jeune|fils|mineure?|menin[oa]|criança|jovem|filh[oa]|garot[oa])"
)

_BESIDE = (
    # Maria Lopez, 9, … | Kevin Portillo (11) | Sofía Menjívar, 17, | Luz Coc, 8 months,
    re.compile(rf"{_NAME}\s*[,(–—]\s*(?:(?:just|only|now|apenas|solo|sólo|à peine|só)\s)?(?:{_AGE}(?:\s{_YEARS})?|{_MONTHS}){_STOP}"),
    # …, age 16 | …, aged 4 | …, de 9 años | …, âgé de 15 ans | …, com 12 anos | …, who is 7 | …, 15 years old
    re.compile(
        rf"{_NAME}(?:,\s*|\s*\(|\s)(?:age[d:]?\s{_AGE}\b(?!\s*(?:to|-|–))|âgée?\sde\s{_AGE}\sans|{_AGE}[\s-]{_OLD}"
        rf"|an?\s{_AGE}[\s-](?:year|month|week)s?[\s-]old"
        rf"|(?:who|que|quien|qui)\s(?:is|was|turned|tiene|tenía|a|avait|tem|tinha)\s(?:just\s|only\s)?{_AGE}(?:\s{_YEARS}|{_STOP}))"
    ),
    re.compile(rf"{_NAME},?\s(?:de|con|com|d['’])\s?(?:{_AGE}\s(?:años|anos|ans)|{_MONTHS})(?!\s(?:de(?!\sedad|\sidade)|después|depois|en|no|na)\b)"),
    re.compile(rf"{_NAME},?\s(?:is|was|turned|tiene|tenía|cumplió|a|avait|tem|tinha)\s{_AGE}(?:\s(?:years\sold|años|anos|ans)(?!\sd)|{_STOP}|\sand\b)"),
    # 16-year-old Juan Perez | a 10-year-old girl, Keily Ramos
    re.compile(rf"\b{_AGE}[-\s](?:year|month|week)s?[-\s]old(?:\s{_CHILD})?(?:\s(?:named|called))?,?\s{_NAME}"),
    # la menor de 12 años Rosa Elena Cux | un garçon de 13 ans, Samir Benali | o menino de 7 anos Davi Rocha
    re.compile(rf"\b{_CHILD}\s(?:de|d['’])\s?(?:{_AGE}\s(?:años|ans|anos)|{_MONTHS})(?:\sde\s(?:edad|idade))?,?\s(?:llamad[oa]\s|nommée?\s|chamad[oa]\s)?{_NAME}"),
)  # fmt: skip
# Words between the two that make years of something else: "has worked here for 16 years", "lleva 16 años".
_NO_AGE = re.compile(
    r"\b(?:for|has|have|had|lived|worked|served|sentenced|over|after|within|past|next|last|prison|condenad[oa]s?|lleva|hace"
    r"|desde|durante|por|tras|depuis|pendant|il y a|plus|moins|condamnée?|há|faz|quase|mais|menos|cerca|casi|más|almost|nearly"
    r"|more|less|than|about|said|told|says|dijo|dice|disse|diz|dit|declaró|afirmó|llevan)\b"
)
_AGO = re.compile(r"\b(?:hace|hacía|il y a|há|faz|fazia)\s$", re.IGNORECASE)  # so many years ago
_GAP = r"(?P<gap>,?\s(?:(?![A-ZÀ-Þ])[\w'’-]+\s){0,4})"
_AGED = (
    rf"(?:{_AGE}[\s-](?:year|month|week)s?[\s-]old|(?:turned|aged?|is\sonly|is\sjust|of)\s{_AGE}(?![\w-]|\s(?:years?|percent|them|the|those)\b)"
    rf"|{_AGE}\s(?:años|anos|ans)(?!\s(?:de(?!\sedad|\sidade)|d['’]|después|depois|après|atrás|antes|en|no|na|dans|à|por|para)\b))"
)
_LOOSE = (
    re.compile(rf"{_NAME}{_GAP}{_AGED}"),  # Estefanía Coj, una niña de 7 años | Jennifer Xicay, who turned 15
    re.compile(rf"\b{_AGED}{_GAP}{_NAME}"),  # A sus 13 años, Melvin Ortega
)
_AGE_WORDS = (
    "old",
    " años",
    " anos",
    " ans",
    "turned ",
    "age ",
    "aged ",
    "is only ",
    "is just ",
    "girl of ",
    "boy of ",
    "child of ",
)
_BESIDE_OF_ANY = _BESIDE[:4] + _BESIDE[5:]  # all but the one in which "old" must stand
_SIGN = re.compile(  # an age in digits: after a comma, a bracket or a word that gives ages, or before "years" …
    r"[1-9](?:(?<=1)[0-9]|(?<=2)[0-4])?(?![\d%:/]|[.,]\d)"
    r"(?:(?<=[,(–—]\s\d)|(?<=[,(–—]\s\d\d)|(?<=[(–—]\d)|(?<=[(–—]\d\d)"
    r"|(?<=[a-zía:]\s\d)|(?<=[a-zía:]\s\d\d)"
    r"|(?=[\s-](?:y|años|anos|ans\b|month|meses|mois|week|sem)))"
)
_SPELT_SIGN = re.compile(
    r"[\s-](?:years?[\s-]old|años|ans|anos)\b"
)  # … or in words, which nobody writes without "years"
_SPELT_GATE = ("year-old", "years old", "years-old", " años", " ans", " anos")
_CHANGED = re.compile(
    r"not (?:his|her|their) real name|real name|name (?:has been|was|is) changed|names? changed|pseudonym"
    r"|nombre (?:ficticio|cambiado|real|supuesto)|seudónimo|prénoms? (?:a été |ont été |d['’]emprunt|modifié|changé|fictif)"
    r"|pseudonyme|nome (?:fictício|trocado)|pseudônimo",
    re.IGNORECASE,
)
FAR = 70  # characters from an age to the end of a name
SAID_NEAR = 120  # characters within which a text says that a name was changed


def check(text: str) -> Iterator[Finding]:
    """Find full names of children beside their ages. Grammar is no proof, so none is certain."""
    met: list[Span] = []
    for start, end in near(text, _SIGN, FAR, FAR):
        _find(text, start, end, met)
    if any(gate in text for gate in _SPELT_GATE):
        for start, end in near(text, _SPELT_SIGN, FAR, FAR):
            _find(text, start, end, met)
    for span in sorted(met):
        yield Finding(CODE, span, SENTENCE)


def _find(text: str, begin: int, until: int, met: list[Span]) -> None:
    stretch = text[begin:until]
    patterns: tuple[re.Pattern[str], ...] = _BESIDE if "old" in stretch else _BESIDE_OF_ANY
    if any(word in stretch for word in _AGE_WORDS):
        patterns += _LOOSE
    for pattern in patterns:
        for found in pattern.finditer(text, begin, until):
            start, end = found.span()
            if any(start < known_end and known_start < end for known_start, known_end in met):
                continue
            if is_of_a_person(found["name"]) and not _is_changed(text, found) and not _is_no_age(found):
                met.append((start, end))


def _is_no_age(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 12) : found.start()]
    return _NO_AGE.search(found.groupdict().get("gap") or "") is not None or _AGO.search(before) is not None


def _is_changed(text: str, found: re.Match[str]) -> bool:
    return _CHANGED.search(text, max(0, found.start() - 40), found.end() + SAID_NEAR) is not None
