"""Answers whether a line opens a release with the press's own label: FOR IMMEDIATE RELEASE, COMUNICADO, MEDIA ADVISORY."""

import re
from dataclasses import dataclass

from dateline.reading.finding.dates import Printed, date_at

RELEASE, STATEMENT, ADVISORY, LETTER = "press release", "statement", "media advisory", "open letter"

STRONG = (
    (RELEASE, r"for\s+(?:immediate\s+)?(?:release|distribution|publication)|immediate\s+release|for\s+planning\s+purposes(?:\s+only)?"),
    (ADVISORY, r"(?:media|press|news)\s+(?:advisory|alert|invitation|invite)|photo\s+op(?:portunity)?|advisory\s+to\s+(?:the\s+)?media"),
    (STATEMENT, r"(?:press|public|media|joint)\s+statement"),
    (RELEASE, r"(?:corrected\s+|updated\s+|joint\s+)?(?:press|news|media)\s+release|(?:media|press|news)\s+(?:note|bulletin)|corrected\s+release"),
    (RELEASE, r"para\s+(?:su\s+)?(?:publicaci[oó]n|difusi[oó]n|distribuci[oó]n|divulgaci[oó]n|divulga[cç][aã]o|publica[cç][aã]o)\s+in?mediata"),
    (RELEASE, r"para\s+(?:divulga[cç][aã]o|publica[cç][aã]o|difus[aã]o)\s+imediata"),
    (ADVISORY, r"avis[oe]?\s+(?:a\s+(?:los\s+)?medios|de\s+prensa|de\s+pauta|aux\s+m[eé]dias|[aà]\s+imprensa)|convocatoria\s+(?:de\s+prensa|a\s+(?:los\s+)?medios|a\s+prensa)"),
    (ADVISORY, r"invitation\s+(?:[aà]\s+la\s+|de\s+|aux\s+)?(?:presse|m[eé]dias)|invitaci[oó]n\s+a\s+(?:(?:los\s+)?medios(?:\s+de\s+comunicaci[oó]n)?|(?:la\s+)?prensa)|convite\s+[aà]\s+imprensa|invito\s+(?:alla\s+)?stampa|presseeinladung|einladung\s+zu[rm]\s+presse\w*|convocat[oò]ria\s+de\s+premsa|persuitnodiging|media\s+call|photo\s?call|sugest[aã]o\s+de\s+pauta|note\s+aux\s+r[eé]dactions"),
    (RELEASE, r"comunicado(?:\s+conjunto)?\s+(?:de\s+prensa|p[uú]blico|urgente|a\s+la\s+(?:prensa|opini[oó]n\s+p[uú]blica)|[aà]\s+imprensa|oficial)(?:\s+conjunto)?|bolet[ií]n(?:\s+(?:de\s+prensa|informativo))?"),
    (RELEASE, r"comunicato\s+stampa|nota\s+stampa|nota\s+de\s+premsa|comunicat(?:\s+de\s+premsa)|persbericht"),
    (RELEASE, r"nota\s+(?:de\s+prensa|informativa|de\s+imprensa)|nota\s+[aà]\s+imprensa"),
    (STATEMENT, r"nota\s+(?:p[uú]blica|oficial)|pronunciamiento(?:\s+p[uú]blico)?|posicionamiento"),
    (RELEASE, r"communiqu[eé]\s+de\s+presse(?:\s+commun)?|communiqu[eé]\s+commun|pour\s+(?:diffusion|publication)\s+imm[eé]diate"),
    (RELEASE, r"presse(?:mitteilung|information|meldung|melding|erkl[aä]rung)|medienmitteilung|zur\s+sofortigen\s+ver[oö]ffentlichung"),
)  # fmt: skip
"""What is printed, and the kind of release it announces. The first that fits counts."""

WEAK = (
    (STATEMENT, r"statement|declaraci[oó]n|d[eé]claration|declara[cç][aã]o|erkl[aä]rung"),
    (LETTER, r"open\s+letter|carta\s+abierta|carta\s+aberta|lettre\s+ouverte|offener\s+brief"),
    (ADVISORY, r"advisory|convocatoria|aviso|invitation"),
    (RELEASE, r"comunicado|communiqu[eé]|comunicato|comunicat|bulletin|release|news|noticia"),
)
"""Words that are a label only when they are the whole line."""

NUMBER = r"(?:\s*(?:n[o.º°]+\.?|nr\.?|num\.|#|№)?\s*[A-Z]{0,4}-?\d{1,5}(?:[-/]\d{2,4})?)?"
TAIL = r"(?:\s*(?://|\||–|—|-)\s*(?:please\s+)?(?:excuse\s+cross-?postings?|available\s+online(?:\s+here)?:?))*"


def _compile(words: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<k{i}>{pattern})" for i, (_, pattern) in enumerate(words)), re.IGNORECASE)


_STRONG, _WEAK = _compile(STRONG), _compile(WEAK)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_TAIL = re.compile(TAIL, re.IGNORECASE)
_FURTHER = re.compile(r"(?:,\s*[^\W\d_][\w&’' -]{2,24}){1,3}$")
"""'Press Release, People' names two kinds."""
_STARS = re.compile(r"[\s*_~=#>-]*")
_EVENT = re.compile(r"\s*(?:for|para|pour)\s+[^\W\d_]+,?\s+[^\W\d_]+\.?,?\s+\d{1,2}\W*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s:|/\\–—,;.*~•·_-]*")
_ISSUED = re.compile(r"(?:date|fecha|issued|datum|data|released)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a line."""

    end: int  # where the label, its number and the date behind it end
    words: int  # where the label's own words end
    kind: str  # what kind of release it announces
    date: Printed | None  # the date printed behind it
    is_whole: bool  # nothing else stands on the line
    is_strong: bool  # no headline would begin like that


def label_at(text: str, at: int = 0) -> Label | None:
    """Give the label that the text begins with at that place, with a second label or a date behind it."""
    start = _STARS.match(text, at)
    found = _STRONG.match(text, start.end() if start is not None else at)
    strong = found is not None
    if found is None:
        found = _WEAK.match(text, at)
        if found is None:
            return None
    index = int((found.lastgroup or "k0")[1:])
    kind = (STRONG if strong else WEAK)[index][0]
    end = found.end()
    if end < len(text) and text[end].isalpha() and (not strong or text[end].islower()):
        return None
    number = _NUMBER.match(text, end)
    if number is not None and date_at(text, _skip(text, end)) is None:
        end = number.end()
    tail = _TAIL.match(text, end)
    if tail is not None:
        end = tail.end()
    words = end
    after = _skip(text, end)
    event = _EVENT.match(text, end)
    if event is not None and strong:
        return Label(len(text), words, kind, None, True, True)
    printed = date_at(text, after)
    if printed is not None and printed.year is not None:
        end = printed.end
        after = _skip(text, end)
    elif after < len(text):
        further = label_at(text, after) if after > end else None
        if further is not None and (further.is_strong or further.is_whole):
            kind = further.kind if kind == RELEASE else kind
            return Label(further.end, words, kind, further.date, further.is_whole, True)
        printed = None
    else:
        printed = None
    is_whole = after >= len(text) or (strong and _FURTHER.match(text, end) is not None)
    if not strong and not is_whole:
        return None
    return Label(end, words, kind, printed, is_whole, strong)


def _skip(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    at = found.end() if found is not None else at
    issued = _ISSUED.match(text, at)
    return issued.end() if issued is not None else at
