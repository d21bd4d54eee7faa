"""Answers whether what a mail says is a release: to the press, and not to a colleague."""

import re

from dateline.reading.record import Reading

_SAYS_SO = re.compile(
    r"\b(?:for\s+immediate\s+release|(?:press|news|media)\s+(?:releases?|advisor(?:y|ies)|alerts?|statements?)|media\s+contacts?|press\s+contacts?|embargoed|under\s+embargo|comunicado|nota\s+de\s+prensa|nota\s+(?:à|a\s+la)\s+(?:imprensa|prensa)|bolet[ií]n\s+de\s+prensa|aviso\s+a\s+(?:los\s+)?medios|convocatoria\s+(?:a|de)\s+(?:medios|prensa|rueda)|contactos?\s+(?:de|para)\s+(?:la\s+)?(?:prensa|imprensa|medios)|para\s+(?:su\s+)?(?:publicaci[oó]n|difusi[oó]n|divulga[cç][aã]o)\s+in?mediata|communiqu[eé]\s+de\s+presse|contacts?\s+presse|pour\s+(?:diffusion|publication)\s+imm[eé]diate|pressemitteilung|pressekontakt|pressemelding|pressekontakt|statement\s+(?:from|by|of|on)|declaraci[oó]n\s+de)\b"
    r"|^\s*(?:###|-\s?30\s?-|#\s#\s#)\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def is_to_the_press(reading: Reading, text: str, subject: str, *, is_answer: bool) -> bool:
    """Judge by datelines and by the words that announce a release; an answer's subject is another's words."""
    if any(release.dateline for release in reading.releases):
        return True
    return bool(reading.releases) and _SAYS_SO.search(text if is_answer else f"{subject}\n{text}") is not None


_PREFIX = re.compile(
    r"\s*(?:\[[^\]]{1,40}\]|(?:re|aw|sv|fwd?|rv|tr|wg|enc|reenv)\s*:|(?:for\s+immediate\s+release|(?:press|news|media)\s+(?:release|advisory|alert|statement)|embargoed[^:]{0,60}|under\s+embargo[^:]{0,60}|comunicado(?:\s+(?:de\s+prensa|de\s+imprensa))?[^:]{0,30}|nota\s+(?:de\s+prensa|à\s+imprensa)|bolet[ií]n[^:]{0,30}|aviso\s+a\s+(?:los\s+)?medios|convocatoria|communiqu[eé](?:\s+de\s+presse)?|pressemitteilung|pressemelding|release)\s*[:|–—-])\s*",
    re.IGNORECASE,
)


def headline_in(subject: str) -> str:
    """Give a subject without what lists, answers and offices put before it."""
    at = 0
    while (found := _PREFIX.match(subject, at)) is not None:
        at = found.end()
    return subject[at:].strip()
