"""Answers whether a line above a release names or locates its sender, or addresses it, instead of being its headline."""

import re
from collections.abc import Sequence

from dateline.reading.finding.contacts import is_reachable
from dateline.reading.finding.lines import Line

SUBJECT = re.compile(
    r"(?:re|ref\.?|asunto|assunto|objet|objeto|subject|betreff|betrifft|oggetto|title|headline|t[ií]tulo|titular|titre|titel|titolo)\s*:\s*(?=[^\W\d]|[\"“«¿¡‘'])",
    re.IGNORECASE,
)
"""The line of a letter that says what it is about; what stands behind it can be the headline."""

_ADDRESSED = re.compile(
    r"(?:from|issued\s+by|date\s+of\s+issue|issued|for\s+use|(?:press\s+release|news\s+release|release|ref|reference|referencia|refer[eê]ncia|r[eé]f[eé]rence)\s*(?:no|number|nr|n[º°])?\.?(?=\s*:)|release\s+date|emitido\s+por|emis\s+par|herausgeber|to|cc|attn|de|para|a|à|pour|von|an|source|via|tel|tél|fax|phone|telephone|web|e-?mail|date|fecha|data)\b\.?\s*:|c/o\s|dear\s|estimad[oa]s?\s|news\s+provided\s+by\b|share\s+this\b|in\s+[\"“]",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?<![\w$£€.,])\d{1,5}[A-Za-z]?,?\s+(?:(?-i:[A-Z0-9])[\w.'’-]*\.?,?\s+){1,4}(?:street|st|road|rd|avenue|ave|blvd|boulevard|lane|drive|highway|square)\b"
    r"|\b(?:suite|floor|p\.?\s?o\.?\s+box|apartado|casilla|piso|c[oó]digo\s+postal|c\.p|cep|bo[iî]te\s+postale|b\.p|postfach)\b\.?\s*(?:postal\s*)?(?:n[.º°]*\s*)?\d|\d(?:st|nd|rd|th|º|°)?\s+(?:floor|piso)\b"
    r"|^(?:calle|av|avda|avenida|carrera|carrer|rua|via|piazza|plaza|pra[cç]a)\b\.?\s+.{2,50}\d"
    r"|^\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|cours|quai|all[eé]e|impasse)\b|(?:straße|strasse|str\.|platz|weg|gasse)\s+\d",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<!\d)\d{5}(?:-\d{3,4})?$|(?:^|[–—-]\s*)\d{5}\s+[^\W\d_]")
CAPTION = re.compile(
    r"(?:(?:pie\s+de\s+)?foto(?:graf[ií]a)?s?|(?:stock\s+)?photos?|im[aá]gen(?:es)?|images?|caption|legenda|l[eé]gende|bild(?:unterschrift)?|pictured?|cr[eé]dito?s?)(?:\s+(?:credit|caption|by|por|par))?\s*(?:\([^)]{1,40}\))?\s*:\s",
    re.IGNORECASE,
)
"""'Foto: la toma de muestras' says what a picture shows, or who made it."""
ABOUT = re.compile(
    r"(?:about|acerca\s+del?|sobre|quem\s+somos|qui[eé]nes\s+somos|[àa]\s+propos\s+d[eu]s?|über|om|source|fuente|notes?\s+(?:to|for)\s+editors?|notas?\s+(?:a|para)\s+(?:los\s+)?editores)\b\s*(?:(?:the|el|la|las|los|l['’]|o|a|os|as)\s+)?",
    re.IGNORECASE,
)
"""Openings of the paragraph that tells who the sender is."""

_ELSEWHERE = re.compile(
    r"(?:related(?!\s+(?:programs?|programmes?|events?|activities))|see\s+also|also\s+(?:from|in)|you\s+(?:may|might)\s+also|recommended|more\s+(?:news|from|stories|press|releases)|other\s+(?:news|releases|stories|press)|recent\s+(?:news|posts|releases)|latest|next\b|previous\b|prev\b"
    r"|leia\s+(?:tamb[eé]m|mais)|veja\s+tamb[eé]m|lea\s+tambi[eé]n|v[eé]ase\s+tambi[eé]n|relacionad[oa]s|m[aá]s\s+(?:noticias|comunicados|art[ií]culos)|otras\s+(?:noticias|notas)|otros\s+comunicados|[uú]ltim[oa]s\s|mais\s+not[ií]cias|outras\s+not[ií]cias|not[ií]cias\s+relacionadas|te\s+puede\s+interesar"
    r"|[àa]\s+lire\s+aussi|voir\s+aussi|autres\s+(?:communiqu|actualit)|articles?\s+(?:li[eé]s|similaires|relacionad)|siguiente|anterior|próxim[oa]\b|suivant|pr[eé]c[eé]dent|posted\s+in\b|tagged\b|modal\s+title)",
    re.IGNORECASE,
)


def is_address(text: str) -> bool:
    """Tell whether the line says where the sender sits, or to whom it writes."""
    if _ADDRESSED.match(text) or "@" in text or "www." in text or "http" in text or is_reachable(text):
        return True
    if len(text) > 110:
        return False
    if _CODE.search(text) is not None:
        return True
    return text.count(" ") <= 9 and any(c.isdigit() for c in text) and _has_street(text)


_FIELD = re.compile(r"(?-i:[^\W\d_a-z])[\w .º°’'/-]{1,26}:\s*\S")


def fields_of(lines: Sequence[Line]) -> set[int]:
    """Give the numbers of lines that are fields of a letterhead: two or more 'Name: value' below each other."""
    out: set[int] = set()
    run: list[int] = []
    for number, line in enumerate(lines):
        fits = len(line.text) <= 110 and _FIELD.match(line.text) is not None and SUBJECT.match(line.text) is None
        if line.gap or not fits:
            out.update(run if len(run) >= 2 else ())
            run = []
        if fits:
            run.append(number)
    out.update(run if len(run) >= 2 else ())
    return out


def is_seat(text: str) -> bool:
    """Tell whether the line says where the sender sits: street, box, post code, site."""
    if len(text) > 110:
        return False
    return "www." in text or _CODE.search(text) is not None or _has_street(text)


_IN_A_SENTENCE = re.compile(r"(?<!\w)[^\W\d_A-Z]+\s+$")  # "the fire at", before a number of a house


def _has_street(text: str) -> bool:
    """Tell whether a street stands as in an address: first, or behind a name, never behind a word of a sentence."""
    found = _STREET.search(text)
    return found is not None and not _IN_A_SENTENCE.search(text[: found.start()])


def is_about(text: str) -> bool:
    """Tell whether the line heads a section about the sender, or notes behind the release."""
    return len(text) <= 110 and ABOUT.match(text) is not None


def is_elsewhere(text: str) -> bool:
    """Tell whether the line begins a list of other releases at the foot or side of one."""
    return len(text) <= 80 and _ELSEWHERE.match(text.lstrip("<>«»←→⇒⇐ ")) is not None and text[-1] not in ".!?:;,”"
