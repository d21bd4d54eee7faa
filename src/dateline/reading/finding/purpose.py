"""Answers which kind of release a text is, from its label, its headline and its opening."""

import re

_STATEMENT = re.compile(
    r"\b(?:statement|declaraci[oó]n|d[eé]claration|declara[cç][aã]o|pronunciamiento|posicionamiento|nota\s+(?:p[uú]blica|oficial|de\s+pesar))\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?:open\s+letter|carta\s+(?:abierta|aberta)|lettre\s+ouverte|offener\s+brief)\b", re.IGNORECASE)
_ADVISORY = re.compile(
    r"(?:media|press|news)\s+(?:advisory|alert|invitation)|aviso\s+a\s+(?:los\s+)?medios|convocatoria\s+(?:de\s+prensa|a\s+conferencia)|conf[eé]rence\s+de\s+presse\s+le|rueda\s+de\s+prensa",
    re.IGNORECASE,
)
_WHAT = re.compile(r"^(?:WHAT|QU[EÉ]|QUOI|O QU[EÊ]|What)\s*[:–—-]", re.MULTILINE)


def kind_of(label: str | None, headline: str | None, text: str) -> str:
    """Name the kind; a label that is printed counts first."""
    if label is not None and label != "press release":
        return label
    head = headline or ""
    if _LETTER.search(head):
        return "open letter"
    if _ADVISORY.search(head) or (":" in text[:1500] and _WHAT.search(text[:1500])):
        return "media advisory"
    if _STATEMENT.search(head[:60]):
        return "statement"
    return "press release"
