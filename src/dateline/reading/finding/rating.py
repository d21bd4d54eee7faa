"""Answers how well a text reads as a headline, and how well as a paragraph, whatever stands around it."""

import re

_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|St|No|Mr|Ms|Dr|a\.m|p\.m|S\.A|etc|vs)\.|\.\.\.)$")
_DIGIT = re.compile(r"\d")
_ORGANIZATION = re.compile(
    r"\b(?:union|coalition|council|committee|department|office|association|alliance|network|society|institute|foundation|federation|university|college|bureau|league|center|centre|project|"
    r"city\s+of|county\s+of|town\s+of|sindicato|alianza|unión|coalición|red|federación|asociación|asociacion|observatorio|comité|confederación|movimiento|consejo|organización|pastoral|junta|collectif|alliance|association|syndicat|sindicato|frente|associação|news\s+service|inc|llc)\b",
    re.IGNORECASE,
)


OPENING = 9
"""A line with more words before its colon leads to the text below it."""


def prose(text: str) -> float:
    """Rate a text as a paragraph of a body."""
    size = len(text)
    last = text[-1]
    rate = min(size / 130, 1.6) - 0.5
    if last in ".!?…" or (last in '”"»)’' and text[-2:-1] in (".", "!", "?", "…", ",")):
        rate += 0.6 if not (last == "." and _ABBREVIATED.search(text)) else 0.2
    else:
        rate -= 0.7
    return rate + 0.2 if size > 60 else rate


def opens_speech(text: str) -> bool:
    """Tell whether the line only leads to what is said below: 'The president issued the following statement today:'."""
    return text[-1] == ":" and text.count(" ") >= OPENING


def rate_headline(text: str) -> float:
    """Rate a text as a headline."""
    size = len(text)
    words = text.split()
    count = len(words)
    rate = 1.0
    if count <= 2:
        rate = -0.9 if count == 1 else -0.3
    elif count == 3:
        rate = 0.5
    elif count > 22:
        rate = 1.0 - (count - 22) * 0.15
    if size > 160:
        rate -= (size - 160) / 60
    last = text[-1]
    if last == "." and not _ABBREVIATED.search(text):
        rate -= 1.3 if count > 5 else 0.7
    elif last in ",;":
        rate -= 1.5
    elif last == ":":
        rate -= 1.2
    first = text.lstrip("\"“‘«¿¡'([—–- ")[:1]
    if first.islower():
        rate -= 1.2
    if (text[0] in "•*·●▪-–—" and not (text[0] in "-–—*" and last == text[0])) or (
        text[:2] in ("1.", "2.", "3.") and last in ".;,"
    ):
        rate -= 0.8
    if count >= 3:
        long = [w for w in words if len(w) > 3]
        titled = sum(not w[0].islower() for w in long)
        if long and titled / len(long) > 0.75:
            rate += 0.5
    if (count <= 5 and _ORGANIZATION.search(text)) or (count <= 9 and text.isupper() and _ORGANIZATION.match(text)):
        rate -= 0.6
    if text[0] in "([" and last in ")]":
        rate -= 1.6
    if (
        "@" in text
        or "http" in text
        or "www." in text
        or (size <= 60 and _DIGIT.search(text) and sum(map(str.isalpha, text)) < 0.5 * size)
    ):
        rate -= 1.5
    return rate
