"""Answers which lines are headlines that stand alone, without date, opening or way on, as lists of documents print them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.reading.finding import kinds
from dateline.reading.finding.attachments import names_in
from dateline.reading.finding.lines import Line

CHARACTERS, WORDS, RUN = 50, 7, 4
"""A line of that length may be a headline that stands alone, if as many follow each other: menus have shorter lines."""

UNDER_YEARS, DOCUMENTS = 4, 3
"""So many lines must stand below headings of years, or name the form of their document, whatever their length."""

_CUTTING = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s*[:–—-]")
"""'El Diario, 12/03/2021: …' is what a newspaper wrote."""
_DOCUMENT = re.compile(
    r".{8,}\s[\[(]\s*(?:pdf|word|docx?|odt|html)(?:[,;:\s–-]+[\d.,]+\s*(?:[km]i?b?|[km]o|bytes))?\s*[\])]$",
    re.IGNORECASE,
)


_OPENS_DOCUMENT = re.compile(
    r"\b(?:pdf|docx?|word|odt|download|descargar?|t[eé]l[eé]charger|baixar|herunterladen|scarica|english|espa[nñ]ol|fran[cç]ais|portugu[eê]s|deutsch|view|ver|open)\b",
    re.IGNORECASE,
)


def bare_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Give the starts of such lines; none where too few are found."""
    return _long_run(lines) or _documents(lines) or _above_documents(lines) or _under_years(lines)


def _long_run(lines: Sequence[Line]) -> frozenset[int]:
    """The longest run of lines that could be headlines without anything between them."""
    best: list[int] = []
    run: list[int] = []
    for line in lines:
        fits = (
            line.kind in (kinds.TEXT, kinds.DATED, kinds.TRAILED)
            and CHARACTERS <= len(line.text) <= 200
            and line.text.count(" ") + 1 >= WORDS
            and line.text[-1] not in ".,;:"
            and (line.kind != kinds.TEXT or not _CUTTING.search(line.text))
        )
        if fits:
            run.append(line.start)
            continue
        best, run = (run if len(run) > len(best) else best), []
    best = run if len(run) > len(best) else best
    return frozenset(best) if len(best) >= RUN else frozenset()


def _documents(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that say behind their headline in which form the document lies: 'Carta al obispo (PDF)'."""
    found = [line.start for line in lines if line.kind in (kinds.TEXT, kinds.LINK) and _names_document(line.text)]
    return frozenset(found) if len(found) >= DOCUMENTS else frozenset()


def _names_document(text: str) -> bool:
    if len(text) > 200:
        return False
    if _DOCUMENT.match(text) is not None:
        return True
    if text[-1] not in ")]" or not (names := names_in(text)):
        return False
    return text[: names[0][0]].strip(" ([•*·-–—").count(" ") >= 1


def _above_documents(lines: Sequence[Line]) -> frozenset[int]:
    """Lines each with a line of links to its document below it: 'Carta a la comisión', 'boletin_12.pdf'."""
    found = [
        above.start
        for above, below in pairwise(lines)
        if above.kind == kinds.TEXT
        and below.kind == kinds.LINK
        and _OPENS_DOCUMENT.search(below.text)
        and 8 <= len(above.text) <= 200
        and above.text[-1] not in ".,;:"
    ]
    return frozenset(found) if len(found) >= DOCUMENTS else frozenset()


def _under_years(lines: Sequence[Line]) -> frozenset[int]:
    """Lines directly below headings of two years or more, each of some words and none a sentence."""
    found: list[int] = []
    years = 0
    is_under = False
    for line in lines:
        if line.kind == kinds.HEADING and line.heading is not None and line.heading.year is not None:
            is_under = True
            years += 1
        elif is_under and line.kind == kinds.TEXT and len(line.text) <= 160 and line.text[-1] not in ".,;:":
            if line.text.count(" ") >= 2:
                found.append(line.start)
        else:
            is_under = False
    return frozenset(found) if years >= 2 and len(found) >= UNDER_YEARS else frozenset()
