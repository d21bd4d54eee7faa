"""Answers how much of a mail's opening is a greeting and a covering note, above the release that follows in it."""

import re

_GREETING = re.compile(
    r"(?:hi|hello|dear|greetings|good\s+(?:morning|afternoon|day)|hola|buen(?:os|as)?\s+(?:d[ií]as?|tardes)|estimad[oa]s?|querid[oa]s|apreciad[oa]s|bonjour|ch[eè]re?s?|mesdames|ol[aá]|prezad[oa]s?|car[oa]s|bom\s+dia|boa\s+tarde|liebe|sehr\s+geehrte|guten\s+(?:tag|morgen)|hei|kj[aæ]re)\b[^.?]{0,60}[,:.!–-]?\s*$",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"\b(?:below|attached|enclosed|following\s+(?:release|statement|advisory)|pasted|a\s+continuaci[oó]n|abajo|adjunt[oa]s?|les?\s+(?:env[ií]o|enviamos|comparto|compartimos)|ci-(?:dessous|joint)|veuillez\s+trouver|abaixo|segue|anex[oa]|encaminh|unten|anbei|im\s+anhang|nachfolgend|nedenfor|vedlagt)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\W*(?:for\s+immediate\s+release|(?:press|news|media)\s+(?:release|advisory|alert|statement)|embargoed|under\s+embargo|hold\s+(?:for|until)|comunicado|nota\s+(?:de\s+prensa|à\s+imprensa|a\s+la\s+prensa)|bolet[ií]n|aviso\s+a|convocatoria|para\s+(?:publicaci[oó]n|difusi[oó]n|divulga[cç][aã]o)|communiqu[eé]|pour\s+diffusion|pressemitteilung|pressemelding)\b",
    re.IGNORECASE,
)
MOST = 12
"""Lines of a covering note; a longer one is a letter."""


def end_of_greeting(text: str, begin: int, end: int) -> int:
    """Give where the release begins: `begin` where nothing stands above it."""
    lines: list[tuple[int, str]] = []
    at = begin
    for line in text[begin:end].splitlines(keepends=True):
        lines.append((at, line))
        at += len(line)
    filled = [(at, line.strip()) for at, line in lines if line.strip()]
    if not filled:
        return begin
    for number, (at, line) in enumerate(filled[1 : MOST + 1], 1):
        if _OPENS.match(line) and len(line) < 120:
            above = [words for _, words in filled[:number]]
            return at if _GREETING.match(above[0]) or any(_COVER.search(words) for words in above) else begin
    if not _GREETING.match(filled[0][1]):
        return begin
    number = 1
    while number < min(len(filled) - 1, MOST) and (
        _COVER.search(filled[number][1]) or len(filled[number][1].split()) <= 3
    ):
        number += 1
    return filled[number][0] if number < len(filled) else begin
