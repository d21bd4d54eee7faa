"""Answers who is named as a media contact: name, role, phone and mail, from one line or several."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.reading.record import Contact, Span

OPENING = re.compile(
    r"(?:(?:media|press|news|for\s+(?:more|further|additional)\s+information,?\s+)?\s*contacts?(?:\s*/\s*contactos?)?(?:\s+(?:information|info|details|person|for\s+media|for\s+press))?"
    r"|contactos?(?:\s*/\s*contacts?)?(?:\s+(?:para|de|con)\s+(?:la\s+|los\s+)?(?:prensa|medios|comunicaci[oó]n))?|contacts?\s+(?:de\s+)?(?:presse|m[eé]dias?)|contatos?(?:\s+(?:para|de|com)\s+(?:a\s+)?imprensa)?"
    r"|(?:media|press|presse|prensa|imprensa)(?:\s+(?:enquiries|inquiries|relations|office|officer))?|relations\s+(?:avec\s+les\s+)?m[eé]dias|assessoria\s+de\s+imprensa|informaci[oó]n\s+(?:para\s+)?(?:la\s+)?prensa|m[aá]s\s+informaci[oó]n"
    r"|para\s+m[aá]s\s+informaci[oó]n|pour\s+(?:plus\s+d['’])?informations?|renseignements|informations?|for\s+(?:interviews?|the\s+press|the\s+media|press|media|questions)(?:\s+(?:and|or)\s+\w+)?(?:\s+inquiries)?|para\s+(?:entrevistas?|la\s+prensa|a\s+imprensa|prensa|medios)|pour\s+(?:la\s+presse|toute\s+(?:question|demande))|pressekontakt|(?:r[uü]ck)?fragen\s+an|kontakt|medienkontakt)\s*(?=[:–—\t-]|$|\s{2,})(?:[:–—-]\s*|\s+|$)",
    re.IGNORECASE,
)
STRONG_OPENING = re.compile(
    r"(?:(?:media|press)\s+)?contacts?\b|contactos?\b|contatos?\b|pressekontakt|para\s+m[aá]s\s+informaci[oó]n|for\s+(?:more|further)\s+information,?\s+contact|imprensa\s*:|prensa\s*:|presse\s*:|press\s*:|media\s*:",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w/.,$-])(?:\+\s?\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)\s?|\d{1,5}[\s./-])?\d{2,5}(?:[\s./-]\d{2,5}){1,4}(?:,?\s?(?:ext\.?|x|extension|poste|anexo)\s?\d{1,5})?(?![\w/])",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_NO_PHONE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?: \d{1,2})?|(?:(?:19|20)\d\d[\s./-]?)+")
"""Days, and years in a row, are no telephone numbers."""
_PHONEISH = re.compile(r"\d{2,5}\)?[\s./-]{1,2}\d{2,4}[\s./-]?\d{2,4}")
_NAME = re.compile(
    r"(?:(?:Dr|Dra|Rev|Mr|Ms|Mrs|Lic|Ing|Prof|Fr|Sr|Sra|Mtro|Mtra)\.\s?)?[^\W\d_a-zà-öø-ÿ][\w'’.-]*(?:\s+(?:(?:de|del|la|van|von|da|dos|di|el|al|le)\s+)?[^\W\d_a-zà-öø-ÿ][\w'’.-]*){1,4}"
)
_SPLIT = re.compile(r"\s*(?:[,;|·•/\t]|\s[–—-]\s|\s{3,}|\n)\s*")
_KIND = re.compile(
    r"(?:phone|tel|tél|téléphone|teléfono|telefone|cell?|cel|mobile|móvil|e-?mail|correo|mail|office|oficina|m|t|p|o|c|whatsapp|fax|ext)\.?\s*:?\s*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^\W\d][^:\n@]{1,45}:\s*(?=[^\W\d_a-z])")
_COMPANY = re.compile(r"(?:company|organi[sz]ation|empresa|organizaci[oó]n|soci[eé]t[eé]|firma)\b", re.IGNORECASE)
_PRESS = re.compile(
    r"(?<=[.·|;•)])\s+(?=(?:(?:media|press)(?:\s+(?:inquiries|enquiries|contacts?|relations))?|prensa|imprensa|presse|medios)\s*:)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:[Cc]ontact|[Cc]all|[Rr]each|[Cc]ontacte|[Cc]ontactar|[Ll]lame|[Ll]lamar|con|[Cc]ontacter|[Aa]ppeler|[Cc]ontate|[Ll]igue(?:\s+para)?)\s+(?:a\s+|con\s+|to\s+)?(?P<name>"
    + _NAME.pattern
    + ")"
)
OFFICE = re.compile(
    r"\b(?:office|press|media|department|team|desk|center|centre|union|coalition|council|committee|alliance|association|society|network|communications|relations|affairs|gabinete|oficina|prensa|imprensa|comunicaci[oó]n|comunica[cç][aã]o|unidad|departamento|secretar[ií]a|direcci[oó]n|assessoria|service|presse|bureau|sindicato|federaci[oó]n|casa|red|rede|frente|local)\b",
    re.IGNORECASE,
)
"""Words in the names of offices and organizations, which aren't persons."""
_IN_TOWN = re.compile(r"\bIn\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2}\s*:\s*|\bEn\s+[A-Z]\w+\s*:\s*")


@dataclass(frozen=True, slots=True)
class Called:
    """A contact and where each of its values stands."""

    contact: Contact
    spans: tuple[Span, ...]


def phone_in(text: str) -> re.Match[str] | None:
    """Give the first telephone number: at least seven digits, and no date."""
    for found in PHONE.finditer(text):
        digits = sum(c.isdigit() for c in found[0])
        if 7 <= digits <= 15 and not _NO_PHONE.fullmatch(found[0]):
            return found
    return None


def is_reachable(text: str) -> bool:
    """Tell whether the line holds a telephone number or an address of mail."""
    if "@" in text and EMAIL.search(text):
        return True
    return _PHONEISH.search(text) is not None and phone_in(text) is not None


def opening_of(text: str) -> int | None:
    """Give the place where a contact line's own words end: 'Media contact: '; None if it has none."""
    found = OPENING.match(text)
    return None if found is None else found.end()


def contacts_in(text: str, offset: int) -> list[Called]:
    """Read the contacts of a block; `offset` is the block's place in the source."""
    return [
        Called(called.contact, tuple((start + offset, end + offset) for start, end in called.spans))
        for called in _contacts_in(text)
    ]


@lru_cache(maxsize=1024)
def _contacts_in(text: str) -> tuple[Called, ...]:
    """Read a block by itself; an office prints the same one under all that it says."""
    out: list[Called] = []
    name: tuple[str, int] | None = None
    role: tuple[str, int] | None = None
    phone: tuple[str, int] | None = None
    email: tuple[str, int] | None = None

    def close() -> None:
        nonlocal name, role, phone, email
        if name or phone or email:
            spans = tuple(sorted((v[1], v[1] + len(v[0])) for v in (name, role, phone, email) if v and v[1] >= 0))
            values = [v[0] if v else None for v in (name, role, phone, email)]
            out.append(Called(Contact(*(" ".join(v.split()) if v else None for v in values)), spans))
        name = role = phone = email = None

    skip = _PRESS.search(text)
    first = skip.start() if skip is not None and is_reachable(text[skip.end() :]) else 0
    for token, at in _tokens(text[first:]):
        at += first
        mail = EMAIL.search(token)
        call = phone_in(token)
        asked = _ASKED.search(token)
        if asked is not None and (mail is not None or call is not None):
            if name is not None and (phone or email):
                close()
            if name is None or not (phone or email):
                name = (asked["name"], at + asked.start("name"))
        if mail is not None:
            if email is not None:
                close()
            email = (mail[0], at + mail.start())
            if call is not None and phone is None and (call.end() <= mail.start() or call.start() >= mail.end()):
                phone = (call[0], at + call.start())
            continue
        if call is not None:
            before = token[: call.start()].strip(" :(")
            if before and _NAME.match(before) and not _KIND.match(before):
                if name is not None and (phone or email):
                    close()
                if name is None:
                    name = (before.rstrip(" :"), at + token.index(before))
            if phone is not None and name is not None and email is None:
                again = name
                close()
                name = (again[0], -1)  # the same person's second number
            if phone is None:
                phone = (call[0], at + call.start())
            continue
        word = token.strip()
        label = _LABEL.match(word)
        if label is not None:
            if _COMPANY.match(word) and name is None:
                role = (word[label.end() :], at + token.index(word) + label.end())
                continue
            word = word[label.end() :]
        asked_for = _ASKED.match(word)
        if asked_for is not None:
            word = asked_for["name"]
        if not word or _KIND.fullmatch(word) or opening_of(word + ":") == len(word) + 1:
            continue
        person = _NAME.fullmatch(re.sub(r"\s*\([^)]*\)\s*$", "", word))
        if person is not None and not (phone or email) and name is not None and role is None:
            if OFFICE.search(name[0]) and not OFFICE.search(word):
                role, name = name, (word, at + token.index(word))
                continue
            role = (word, at + token.index(word))
        elif person is not None and (name is None or phone or email):
            if name is not None or phone or email:
                close()
            bare = re.sub(r"\s*\([^)]*\)\s*$", "", word)
            name = (bare, at + token.index(bare))
            note = re.search(r"\(([^)]*)\)\s*$", word)
            if note is not None and note[1]:
                role = (note[1], at + token.index(word) + note.start(1))
        elif role is None and name is not None and len(word) <= 80 and not word.startswith("("):
            role = (word, at + token.index(word))
        elif name is None and word[0].isupper() and len(word) <= 60:
            name = (word, at + token.index(word))
    close()
    return tuple(out)


def _tokens(text: str) -> list[tuple[str, int]]:
    """The block's pieces between commas, bars, dashes and line ends, and their places; telephone numbers stay whole."""
    guarded = list(text)
    for found in PHONE.finditer(text):
        for i in range(found.start(), found.end()):
            if guarded[i] in ",;|·•/\t–—- ":
                guarded[i] = "\0"
    for found in _IN_TOWN.finditer(text):
        for i in range(found.start(), found.end()):
            guarded[i] = "\n"
    shape = "".join(guarded)
    out: list[tuple[str, int]] = []
    at = 0
    for stop in _SPLIT.finditer(shape):
        out.append((text[at : stop.start()], at))
        at = stop.end()
    out.append((text[at:], at))
    return out
