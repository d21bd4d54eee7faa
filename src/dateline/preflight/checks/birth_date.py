"""The day on which a person was born, in the words of English, Spanish, French and Portuguese.

The day itself is read by `reading.finding.dates`, as everywhere. Movements are born too, and laws speak of who was born
after a day: neither is a person.
"""

import re
from collections.abc import Iterator

from dateline.preflight.finding import Finding
from dateline.preflight.near import near
from dateline.reading.finding.dates import dates_in

CODE = "birth-date"
SENTENCE = "what looks like a person's date of birth."

OLDEST = 1920  # who was born earlier is in history books; tuned on nothing, it only spares anniversaries
FAR = 48  # characters from the word to the day: "born in the village of … on"

_WORD = re.compile(
    r"""\b(?:
      (?P<label>D[./]?\s?O[./]?\s?B\b\.?|DN(?=\s?:)|[Bb]irth\s?date|(?:[Dd]ate|[Dd]ay)\s+of\s+birth
        |[Ff]echa\s+de\s+nac(?:imiento)?\b|F\.\s?(?:de\s)?nac\.|[Dd]ate\s+de\s+naissance|[Dd]ata\s+(?:de\s+nascimento|nasc\.)
        |(?:DATE\s+OF\s+BIRTH|FECHA\s+DE\s+NACIMIENTO|DATE\s+DE\s+NAISSANCE|DATA\s+DE\s+NASCIMENTO))
    | [Bb]orn\b | b\.(?=\s) | [Bb]irthday\b | into\sthe\sworld\b | turn(?:s|ed)?\s\d{1,2}\s(?=on\b)
    | [Nn]acid[oa]s?\b | al\smundo\b | [Cc]umpl(?:e|ió|irá)\s\d{1,2}(?:\saños)? | [Nn]ació\b | [Nn]acieron\b | [Cc]umpleaños\b
    | [Nn]ée?s?\b
    | [Nn]ascid[oa]s?\b | [Nn]asceu\b | [Nn]asceram\b | [Aa]niversário\b
    )""",
    re.VERBOSE,
)
_SIGN = re.compile(r"[0-9](?:(?<=[12])[09][0-9]{2}|[/.-][0-9]{1,2}[/.-][0-9]{2})")  # a year
_NOT_BETWEEN = re.compile(
    r"[;!?]|(?<!\b[SMF]t)\.\s+(?-i:[A-ZÀ-Þ])|\n\s*\n|\b(?:after|before|since|until|between|después|antes|après|avant|depois|antes|issued|Department|firmad|signed)\b",
    re.IGNORECASE,
)
_LABEL_GAP = re.compile(r"[\s:.,#(–—-]*$")
_NO_PERSON = re.compile(
    r"\b(?:coalition|movement|union|organi[sz]ation|campaign|cent(?:er|re)|group|law|program(?:me)?|project|network|idea"
    r"|alliance|fund|newspaper|magazine|journal|fondo|fonds|fundo|revista|periódico|jornal|committee|association|party|movimiento|organización|coalición|sindicato|campaña|centro|grupo|ley|proyecto"
    r"|red|alianza|comité|asociación|mouvement|association|collectif|syndicat|loi|projet|réseau|idée|comité"
    r"|movimento|associação|sindicato|coletivo|lei|projeto|rede|aliança|organização)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;!?\n](?=\s|$)")


def check(text: str) -> Iterator[Finding]:
    """Find days of birth; certain where a form's label stands before them."""
    for start, end in near(text, _SIGN, FAR + 40, 24):
        yield from _between(text, start, end)


def _between(text: str, start: int, end: int) -> Iterator[Finding]:
    for word in _WORD.finditer(text, start, end):
        after = text[word.end() : word.end() + FAR + 24]
        day = next((printed for printed in dates_in(after) if printed.year), None)
        if day is None or day.start > FAR or (day.year or 0) < OLDEST or _NOT_BETWEEN.search(after[: day.start]):
            continue
        end = word.end() + day.end
        if word["label"]:
            if _LABEL_GAP.match(after[: day.start]):
                yield Finding(CODE, (word.start(), end), SENTENCE, is_certain=True)
        elif not _NO_PERSON.search(_clause(text, word.start()) + after[: day.start]):
            yield Finding(CODE, (word.start(), end), SENTENCE)


def _clause(text: str, at: int) -> str:
    """Give what stands before, in the same sentence and not far."""
    before = text[max(0, at - 60) : at]
    ends = [found.end() for found in _CLAUSE.finditer(before)]
    return before[ends[-1] :] if ends else before
