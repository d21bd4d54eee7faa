"""Answers which files a text hands out by name, and where each name begins: 'Release v3 FINAL.pdf' has spaces in it."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from dateline.reading.finding.wordlist import words

ENDINGS = "pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|zip|jpe?g|png|gif|tiff?|mp3|mp4|mov|wav|epub|txt"
_FILE = re.compile(rf"(?<=[\w)\]-])\.(?:{ENDINGS})(?![\w@]|\.\w)", re.IGNORECASE)
_QUICK = re.compile(r"\.[cdegjmoprtwxzCDEGJMOPRTWXZ]")
"""What each name holds; without `IGNORECASE` the search leaps from full stop to full stop."""
_WORD_END = re.compile(r"[.!?:;,”\"»|\])>]$|\.\.\.$|…$")
_PART = re.compile(r"[^\W\d_a-zà-öø-ÿ][\w'’()&.-]*|\d[\w.-]*|v\d+|rev\d*|&|-|–")
_LOOSE = words(
    """
    and of de del la y the for et du e do da final draft
    """
)
_LEAD = words(
    """
    download descargar descargue anexo adjunto baixe baixar télécharger telecharger attachment pdf ver view read
    see open file leer lea
    """
)


def names_in(text: str) -> list[tuple[int, int]]:
    """Give the span of each file's name; of a web address its last part."""
    if not _QUICK.search(text):
        return []
    out: list[tuple[int, int]] = []
    floor = 0
    for found in _FILE.finditer(text):
        start = _begin(text, found.start(), floor)
        if start < found.start():
            out.append((start, found.end()))
            floor = found.end()
    return out


def addresses_of(names: Iterable[str], text: str) -> dict[str, str]:
    """Give the web addresses in a text whose last part is one of these names, by name; the first of each."""
    wanted = {name_of(name): name for name in names}
    found: dict[str, str] = {}
    for address in _WEB_ADDRESS.findall(text) if wanted else ():
        end = _FILE.search(address.partition("?")[0].rpartition("/")[2])
        whole = address if end is None else address[: address.rindex("/") + 1 + end.end()]
        name = wanted.get(name_of(whole.rpartition("/")[2]))
        if name is not None:
            found.setdefault(name, whole)
    return found


_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+/[^\s<>\"“”]+", re.IGNORECASE)


def name_of(text: str) -> str:
    """Give the name as it is compared: percent signs decoded, white space folded."""
    return " ".join(unquote(text).split())


_EDGES = re.compile(r"[(\[{<>\]})|\t\n\"“”«»]|[:;]\s|[.!?…]\s|\s{2,}|,\s")
_LEADING = re.compile(
    r"(?:[-–—•*·→]\s*)?(?:(?:download|descargar?|descargue|baixe|baixar|t[eé]l[eé]charger|attachments?|anexos?|adjuntos?|pi[eè]ces?\s+jointes?|ver|view|read|see|open|leer|lea|file|pdf)\s+)?(?:(?:the|el|la|le)\s+)?",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\.\w{2,5}\s*(?:$|[)\]|,;.]|\s\(|\n)")


def _from_edge(text: str, at: int, stop: int, floor: int) -> int | None:
    """Take the name from the bracket, colon or line's beginning on, where nothing but the name can stand there."""
    edge = [None, *_EDGES.finditer(text, floor, at)][-1]
    if edge is None and floor > 0 and text[floor - 1] not in "\n\t":
        return None
    start = edge.end() if edge is not None else floor
    lead = _LEADING.match(text, start, at)
    start = lead.end() if lead is not None else start
    name = text[start:stop]
    sign = edge[0].strip() if edge is not None else ""
    is_sure = sign in ("(", "[", ":", "|", '"', "“", "«") or edge is None or "\t" in edge[0] or sign == ";"
    if not name.strip() or not is_sure or len(name) > 100 or not _AFTER_NAME.match(text, stop):
        return None
    words = name.split()
    if edge is None and (len(words) > 8 or not text[start : start + 1].strip() or _SENTENCE.search(name)):
        return None
    return None if len(words) > 12 else start


_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|see|in|at|with|here|est[aá]n?|es|son|se|en|puede|consulte|voir|dans|sont|est|em|no|na|[aà])\s",
    re.IGNORECASE,
)


def _begin(text: str, stop: int, floor: int) -> int:
    """Walk back from the ending over the words that belong to the name."""
    floor = max(floor, stop - 120)
    at = stop
    while at > floor and not text[at - 1].isspace() and text[at - 1] not in '/\\<>[]{}"“”«»|=':
        at -= 1
    if at > 0 and text[at - 1] in "/\\=":
        return at
    while at < stop and text[at] in "([{":
        at += 1
    whole = _from_edge(text, at, stop, floor)
    if whole is not None:
        return whole
    word = text[at:stop]
    if "_" in word or "%20" in word or (word.count("-") >= 2):
        return at
    while at > floor and text[at - 1] == " " and at - 2 >= floor and not text[at - 2].isspace():
        begin = at - 1
        while begin > floor and not text[begin - 1].isspace():
            begin -= 1
        word = text[begin : at - 1]
        if _WORD_END.search(word) or word.lower() in _LEAD or not (_PART.fullmatch(word) or word.lower() in _LOOSE):
            break
        at = begin
    while True:
        first = text[at:stop].split(" ", 1)
        if len(first) == 2 and (first[0].lower() in _LOOSE or first[0] in "-–&"):
            at += len(first[0]) + 1
            continue
        return at
