"""Takes the pages of a PDF and gives them laid out as text: columns in order, lines joined to paragraphs, links in place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from dateline.reading.asides import Aside
from dateline.reading.markup.laid_out import Block, LaidOut, Link
from dateline.reading.paging.columns import Column, columns_of
from dateline.reading.paging.hyphens import Hyphens, learn
from dateline.reading.paging.lines import rows_of, runs_of
from dateline.reading.paging.paragraphs import JOIN, LARGE, LINE, PARAGRAPH, Line, goes_on_overleaf, lines_of, settle
from dateline.reading.paging.running import PRINTED_FROM, TELLS, Edges, edges_of, text_of
from dateline.reading.paging.words import HYPHENS, PageWords, Word

FOOTNOTE = re.compile(r"(?:\d{1,2}|[*†‡]|[⁰¹²³⁴-⁹]{1,2})$|(?:[*†‡]|[⁰¹²³⁴-⁹])\S")
SMALL = 0.92
"""A footnote's size by the text's."""


@dataclass(slots=True)
class Pages:
    """A document laid out, in one of two ways."""

    laid_out: LaidOut
    asides: list[Aside] = field(default_factory=list)
    address: str | None = None  # of the web page that was printed


def lay_pages(pages: Sequence[PageWords]) -> list[Pages]:
    """Lay a document out without its heads and feet; where those may open releases, a second time with them in place."""
    edges = edges_of(pages, [rows_of(page.words) for page in pages])
    ways = [_laid_out(pages, edges)]
    telling = [_without_telling(each) for each in edges]
    if telling != edges:
        ways.append(_laid_out(pages, telling))
    return ways


def _without_telling(edges: Edges) -> Edges:
    kept = Edges(numbers=edges.numbers)
    for row in edges.heads:  # a head stands above all that is text
        if TELLS.search(text_of(row)):
            break
        kept.heads.append(row)
    kept.feet = [row for row in edges.feet if not TELLS.search(text_of(row))]
    return kept


def _laid_out(pages: Sequence[PageWords], edges: Sequence[Edges]) -> Pages:
    asides: list[Aside] = []
    flows: list[list[Column]] = []
    for page, edge in zip(pages, edges, strict=True):
        out = {id(word) for rows in (edge.heads, edge.feet, edge.numbers) for row in rows for word in row}
        asides += [Aside(text_of(row), "head of the page") for row in edge.heads]
        asides += [Aside(text_of(row), "foot of the page") for row in edge.feet]
        asides += [Aside(text_of(row), "number of the page") for row in edge.numbers]
        if page.turned:
            asides.append(Aside(" ".join(page.turned)))
        flows.append(list(columns_of(runs_of([word for word in page.words if id(word) not in out]))))
    setter = _Setter(
        _size(pages),
        learn(" ".join(w.text for r in line for w in r.words) for c in flows for x in c for line in x.lines),
    )
    right = _edge(flows)
    for columns in flows:
        for number, column in enumerate(columns):
            setter.set(
                column,
                max(column.right, right) if len(columns) == 1 or _is_wide(column, right) else column.right,
                is_new_page=number == 0,
            )
    laid_out = setter.laid_out()
    if setter.dropped:
        asides.append(Aside(" ".join(setter.dropped), "hyphens of words that go on in the next line"))
    printed = [found[1] for aside in asides if (found := PRINTED_FROM.match(aside.text)) is not None]
    return Pages(laid_out, asides, printed[0] if printed else None)


def _size(pages: Iterable[PageWords]) -> float:
    """Give the size of most letters."""
    counts: dict[float, int] = {}
    for page in pages:
        for word in page.words:
            counts[round(word.size, 1)] = counts.get(round(word.size, 1), 0) + len(word.text)
    return max(counts, key=lambda size: counts[size]) if counts else 12.0


def _edge(flows: Iterable[Sequence[Column]]) -> float:
    """Give how far to the right the lines of the document run."""
    return max((column.right for columns in flows for column in columns), default=0.0)


def _is_wide(column: Column, right: float) -> bool:
    return column.right > 0.8 * right


class _Setter:
    """Sets lines as text, block after block."""

    def __init__(self, size: float, hyphens: Hyphens) -> None:
        self._size = size
        self._hyphens = hyphens
        self._out: list[str] = []
        self._at = 0
        self._begun = 0
        self._markup: list[str] = []
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._block_size = 0.0
        self._last: tuple[Line, float, float] | None = None
        self._notes: list[Line] = []  # footnotes of the page, set when the paragraph above has ended
        self.dropped: list[str] = []

    def set(self, column: Column, right: float, *, is_new_page: bool) -> None:
        lines = list(lines_of(column))
        notes = self._notes_below(lines)
        lines = lines[: len(lines) - len(notes)]
        settle(lines, right, self._size)
        for number, line in enumerate(lines):
            before = line.before
            if number == 0 and self._last is not None:
                last, left, edge = self._last
                before = JOIN if goes_on_overleaf(last, line, left, edge) else PARAGRAPH
            if before == PARAGRAPH and self._notes and self._at:
                self._set_notes()
            self._line(line, before)
        if lines:
            self._last = (lines[-1], column.left, right)
        self._notes += notes

    def laid_out(self) -> LaidOut:
        self._set_notes()
        self._end_block()
        return LaidOut("".join(self._out), tuple(self._blocks), tuple(self._links), ())

    def _notes_below(self, lines: list[Line]) -> list[Line]:
        """Give the lines at a page's foot that are footnotes: smaller than the text, the first opens with a figure or a star."""
        first = len(lines)
        while first and lines[first - 1].size < SMALL * self._size:
            first -= 1
        if not 0 < first < len(lines) or not FOOTNOTE.match(lines[first].words[0].text):
            return []
        return lines[first:]

    def _set_notes(self) -> None:
        notes, self._notes = self._notes, []
        for number, line in enumerate(notes):
            opens = number == 0 or FOOTNOTE.match(line.words[0].text)
            self._line(line, PARAGRAPH if opens else JOIN)

    def _line(self, line: Line, before: str) -> None:
        words = list(line.words)
        if self._at and before == JOIN:
            text = self._out[-1]
            if text[-1] in HYPHENS and len(text) > 1 and len(self._out) and text[-2].isalnum():
                if not self._hyphens.is_own(text, words[0].text):
                    self.dropped.append(text[-1])
                    self._out[-1] = text[:-1]
                    self._at -= 1
                    self._markup[-1] = self._markup[-1][:-1]
            elif text[-1] not in "/–—" or not words[0].text[0].isalnum() or text[-1] in "–—":
                self._write(" ", " ")
        elif self._at:
            if before == PARAGRAPH or line.size > LARGE * self._block_size:
                self._end_block()
            self._write(before, "<br>" if before == LINE else "")
        if not self._markup:
            self._begun, self._block_size = self._at, line.size
        for number, word in enumerate(words):
            if number:
                self._write("\t" if number in line.tabs else " ", " ")
            self._word(word)

    def _word(self, word: Word) -> None:
        markup = escape(word.text, quote=False)
        if word.link:
            begun = self._at
            if self._links and self._links[-1].address == word.link and self._at - self._links[-1].span[1] <= 1:
                begun = self._links.pop().span[0]
            self._links.append(Link((begun, self._at + len(word.text)), word.link))
            markup = f'<a href="{escape(word.link)}">{markup}</a>'
        self._write(word.text, markup)

    def _write(self, text: str, markup: str) -> None:
        self._out.append(text)
        self._at += len(text)
        if markup and (self._markup or text.strip()):
            self._markup.append(markup)

    def _end_block(self) -> None:
        if self._markup:
            tag = "h2" if self._block_size > LARGE * self._size else "p"
            self._blocks.append(Block((self._begun, self._at), tag, "".join(self._markup)))
            self._markup = []
