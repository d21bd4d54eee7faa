"""The street address of a person's home, in the forms of English, Spanish, French and Portuguese.

An address by itself is an office or an event as a rule; it is a home where the words beside it say so ("lives at",
"domiciliada en"), where it names a flat, or where it follows a person's name. Lines that tell the press where to come
are left alone.
"""

import re
from collections.abc import Iterator

from dateline.preflight.finding import Finding
from dateline.preflight.names import FULL_NAME, is_of_a_person
from dateline.preflight.near import near

CODE = "home-address"
SENTENCE = "what looks like the address of a person's home."

FAR = 45  # characters between "lives at" and the address

_TYPE = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Terrace|Way|Row|Circle|Cir"
    r"|Parkway|Pkwy|Highway|Hwy|Square|Alley)\b\.?"
)
_FLAT = r"(?:,?\s(?:Apt|Apartment|Unit|\#|Room|Trailer|Lot)\.?\s?\#?\w{1,5}\b)"
_ENGLISH = (
    rf"\d{{1,5}}\s(?:(?:[NSEW]|North|South|East|West)\b\.?\s)?(?:[A-Z0-9][\w'’.]*\s){{1,3}}?{_TYPE}(?P<flat>{_FLAT})?"
)
_SPANISH = (
    r"(?:[Cc]alle|C/|[Aa]v\.|[Aa]vda\.|[Aa]venida|[Cc]arrera|[Pp]asaje|[Bb]lvd\.|[Bb]ulevar|[Cc]allejón|[Cc]alzada|[Pp]aseo)\s(?!desde|hace|por\b)[^\n,.;]{1,40}?"
    r",?\s*(?:\#\s?|núm\.\s?|[Nn]o\.\s?|n\.º\s?|casa\s)?\d{1,5}(?:-\d{1,4})?\b(?P<flat2>,\s(?:apartamento|apto\.?|piso|depto\.?|\d{1,2}\.?º)\s?\w{1,4}\b)?"
)
_FRENCH = r"\d{1,4}(?:\s(?:bis|ter))?,?\s(?:rue|avenue|boulevard|place|impasse|allée|chemin|quai|cours|square|route)\s[^\n,.;]{2,40}"
_PORTUGUESE = (
    r"(?:[Rr]ua|R\.|[Tt]ravessa|[Aa]lameda|[Ll]adeira|[Ll]argo|[Ee]strada)\s[^\n,.;]{1,40}?,\s?(?:n[º°o]\.?\s?)?\d{1,5}\b"
    r"(?P<flat3>,\s(?:apto?\.?|apartamento|bloco|casa)\s?\w{1,4}\b)?"
)
_SPANISH_NUMBER = r"\d{1,5}\sde\sla\s(?:calle|avenida|carrera)\s[A-ZÁÉÍÓÚ\d][\w ]{1,30}"
_ADDRESS = re.compile(rf"(?<![\w#-])(?:{_ENGLISH}|{_FRENCH}|{_SPANISH_NUMBER}|{_SPANISH}|{_PORTUGUESE})")
_SIGN = re.compile(r"[0-9][0-9]{0,4}(?![\d%:/]|[.,]\d)")  # its number
_STREETS = (
    " Street", " St.", " St,", " St ", " Ave", " Road", " Rd", " Blvd", " Boulevard", " Lane", " Ln", " Drive", " Dr.", " Dr,",
    " Dr ", " Court", " Ct", " Place", " Pl.", " Terrace", " Way", " Row", " Circle", " Cir.", " Parkway", " Pkwy", " Highway",
    " Hwy", " Square", " Alley", "Calle ", "calle ", "lvd. ", "ulevar ", "C/", "Av. ", "av. ", "Avda", "avda", "venida ", "arrera ", "asaje ",
    "allejón ", "alzada ", "Paseo ", "paseo ", " rue ", " avenue ", " boulevard ", " place ", " impasse ", " allée ", " chemin ",
    " quai ", " cours ", " square ", " route ", "Rua ", "rua ", " R. ", "ravessa ", "lameda ", "Ladeira ", "ladeira ", "Largo ",
    "largo ", "strada ",
)  # fmt: skip
_LIVES = re.compile(
    r"""\b(?:(?:lives?|lived|living|resid(?:es?|ed|ing)|stay(?:s|ed|ing))\s(?:\w+\s){0,2}?(?:at|on|in)
      | (?:his|her|their|family['’]?s?|whose|['’]s)\s(?:own\s)?(?:home|house|apartment|flat|room|residence|trailer)
      | (?:home|house|residence|residential)\saddress | (?:at|from)\shome
      | (?:[Hh]is|[Hh]er|[Tt]heir)\s(?:address|place|door) | family\s(?:at|on|of) | rents?\s(?:\w+\s){0,3}(?:at|on) | door\sof
      | [Vv]iv(?:e|em|en|ía|ían|ió|ia|iam)\s(?:[\w-]+\s){0,3}?(?:en|na|no|em|à) | [Dd]omicili(?:o|ad[oa]s?|ée?s?)\b | [Rr]esid(?:e|em|en|ía|ia|ente)\s(?:\w+\s)?(?:en|na|no|em|à)
      | (?:[Ss]us?|[Ll]a)\s(?:casa|vivienda|apartamento|hogar),?\s(?:de\sla\s\w+,?\s)?(?:en|de) | [Ss]u\s(?:casa|vivienda|apartamento|hogar)
      | [Hh]abit(?:e|ent|ait|ant) | [Dd]emeur(?:e|ent|ant) | [Dd]omicile | [Vv]i(?:t|vent|vait)\s(?:\w+\s)?(?:au|à) | (?:logé|hébergé)e?s?\sau
      | [Mm]or(?:a|am|ava|avam|ador|adora)\s(?:na|no|em|à) | [Rr]esidente\s(?:na|no|em|à) | [Dd]omiciliad[oa]s?\s(?:à|na|no|em)
      | [Cc]asa\s(?:da\sfamília|dele|dela) | sua\scasa
    )""",
    re.VERBOSE,
)
_LIVES_AFTER = re.compile(
    r"^(?:,\s[A-Z]\w+(?:\s[A-Z]\w+)?)?[,\s]{0,2}(?:where\s\w+(?:\s\w+)?\slive|the\s(?:home|house)\sof|donde\s(?:vive|reside)|où\s\w+\s(?:vit|habite)|onde\s(?:mora|vive))"
)
_TITLED = re.compile(r"\b(?:Mr|Ms|Mrs|Sr|Sra|Mme)\.?\s[A-ZÀ-Þ]\w+(?:\s[A-ZÀ-Þ]\w+)?(?:,|\sof|\sde)\s$")
_NAMED = re.compile(rf"(?:^|[.\n]\s*)(?P<name>{FULL_NAME}),\s$")
# Where the press is to come, and whose street is everyone's business.
_INVITES = re.compile(
    r"^\W*(?:where|location|place|address|office|contact|media contact|dónde|donde|lugar|dirección|où|lieu|adresse|onde|local|endereço)\b[^\n]{0,20}:",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:office|clinic|church|court(?:house)?|center|centre|headquarters|suite|shelter|oficina|sede|consulado|iglesia|tribunal"
    r"|clínica|albergue|bureau|siège|mairie|igreja|escritório|contact)\b",
    re.IGNORECASE,
)
_SUITE = re.compile(r"^,?\s(?:Suite|Ste|Floor)\b")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s|\n")


def check(text: str) -> Iterator[Finding]:
    """Find homes; none is certain, since words beside an address are no proof."""
    for start, end in near(text, _SIGN, 60, 60):
        stretch = text[start:end]
        if not any(street in stretch for street in _STREETS):
            continue
        for found in _ADDRESS.finditer(text, start, end):
            if _is_home(text, found):
                yield Finding(CODE, found.span(), SENTENCE)


def _is_home(text: str, found: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    if _INVITES.match(line) or _SUITE.match(text[found.end() : found.end() + 10]):
        return False
    before = _sentence_before(text, found.start())
    cues = list(_LIVES.finditer(before))
    if cues and len(before) - cues[-1].end() <= FAR and not _OFFICE.search(before[cues[-1].end() :]):
        return True
    if _LIVES_AFTER.match(text[found.end() : found.end() + 40]):
        return True
    if _OFFICE.search(before):
        return False
    named = _NAMED.search(before)
    return bool(
        found["flat"]
        or found["flat2"]
        or found["flat3"]
        or _TITLED.search(before)
        or (named and is_of_a_person(named["name"]))
    )


def _sentence_before(text: str, at: int) -> str:
    before = text[max(0, at - 110) : at]
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    return before[ends[-1] :] if ends else before
