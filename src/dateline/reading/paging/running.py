"""Takes the rows of each page and says which are heads and feet of pages: they come again, or number the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.reading.finding.endmarks import is_end_mark
from dateline.reading.paging.words import PageWords, Word

DEEP = 6
"""Rows from a page's edge in which heads and feet are looked for."""

NEAR = 8.0
"""Points by which the place of a head may differ from page to page."""

_NUMBER = re.compile(
    r"(?:.{0,80}\b(?:page|p[aá]gina|p[aá]g\.?|hoja|seite|side|p\.)\s*\d{1,4}(?:\s*(?:/|of|de|sur|von|av)\s*\d{1,4})?|(?:.{0,80}\s)?\d{1,3}\s*/\s*\d{1,3}|\W{0,3}\d{1,4}\W{0,3}|\d{1,3}\s+(?:of|de|sur|von)\s+\d{1,3})\s*$",
    re.IGNORECASE,
)
_BROWSER = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?:\s?[AP]M)?\s")
"""The moment of printing and the title, which browsers print above a page."""

PRINTED_FROM = re.compile(r"(https?://\S+[^\s…])\s+\d{1,3}/\d{1,3}$")
"""The page's address and the number, which they print below it."""

TELLS = re.compile(
    r"release|advisory|embargo|statement|comunicado|bolet[ií]n|nota|aviso|communiqu|imm[eé]diate|inmediata|imediata|pressemit|contact|kontakt|@|\d{3}[-. )]+\d{3,4}|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What a release may open with on each page of a file that holds several; where it does it is no head of the page."""


@dataclass(slots=True)
class Edges:
    """The rows of one page that stand at its edges on others too."""

    heads: list[list[Word]] = field(default_factory=list)
    feet: list[list[Word]] = field(default_factory=list)
    numbers: list[list[Word]] = field(default_factory=list)  # that number the page, whatever else they say


def edges_of(pages: Sequence[PageWords], rows: Sequence[list[list[Word]]]) -> list[Edges]:
    """Find the heads and feet of all pages of a document."""
    out = [Edges() for _ in pages]
    seen_above: dict[str, list[tuple[int, float]]] = {}
    seen_below: dict[str, list[tuple[int, float]]] = {}
    for number, page in enumerate(rows):
        for row in page[:DEEP]:
            seen_above.setdefault(_key(row), []).append((number, pages[number].height - row[0].base))
        for row in page[-DEEP:]:
            seen_below.setdefault(_key(row), []).append((number, row[0].base))
    for number, page in enumerate(rows):
        for row in page[:DEEP]:
            if len(page) > 1 and _is_number(row):
                out[number].numbers.append(row)
            elif _comes_again(seen_above, row, number, pages[number].height - row[0].base, len(pages)):
                out[number].heads.append(row)
            else:
                break
        taken = len(out[number].heads) + len(out[number].numbers)
        for row in reversed(page[max(taken, len(page) - DEEP) :]):
            if len(page) > 1 and _is_number(row):
                out[number].numbers.append(row)
            elif _comes_again(seen_below, row, number, row[0].base, len(pages)):
                out[number].feet.insert(0, row)
            else:
                break
    return out


def text_of(row: Sequence[Word]) -> str:
    """Give the words of a row."""
    return " ".join(word.text for word in row)


def _is_number(row: Sequence[Word]) -> bool:
    text = text_of(row)
    return (_NUMBER.match(text) or _BROWSER.match(text)) is not None and not is_end_mark(text)


def _key(row: Sequence[Word]) -> str:
    return re.sub(r"\d+", "#", text_of(row).casefold())


def _comes_again(
    seen: dict[str, list[tuple[int, float]]], row: Sequence[Word], number: int, at: float, pages: int
) -> bool:
    """Tell whether the row stands at the same place of a third of the pages; books have other heads left and right."""
    others = {page for page, place in seen[_key(row)] if abs(place - at) < NEAR and page != number}
    return bool(others) and not is_end_mark(text_of(row)) and (len(others) + 1) * 3 >= pages
