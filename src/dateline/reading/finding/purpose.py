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
_STATEMENT_SIGNS = ("statement", "eclara", "éclara", "pronunciamiento", "posicionamiento", "nota")
_LETTER_SIGNS = ("letter", "carta", "lettre", "brief")
_ADVISORY_SIGNS = ("media", "press", "news", "aviso", "convocatoria", "conf", "rueda")
"""Pieces of the words above, in small letters, that are looked for first: it is the cheaper search."""
_WHAT = re.compile(r"^(?:WHAT|QU[EÉ]|QUOI|O QU[EÊ]|What)\s*[:–—-]", re.MULTILINE)


def kind_of(label: str | None, headline: str | None, text: str) -> str:
    """Name the kind; a label that is printed counts first."""
    if label is not None and label != "press release":
        return label
    head = headline or ""
    low = head.casefold()
    if any(sign in low for sign in _LETTER_SIGNS) and _LETTER.search(head):
        return "open letter"
    if (any(sign in low for sign in _ADVISORY_SIGNS) and _ADVISORY.search(head)) or (
        ":" in text[:1500] and _WHAT.search(text[:1500])
    ):
        return "media advisory"
    if any(sign in low for sign in _STATEMENT_SIGNS) and _STATEMENT.search(head[:60]):
        return "statement"
    return "press release"
