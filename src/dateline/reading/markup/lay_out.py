"""Takes HTML and gives what a reader would see, as text, with the place of what the text can't say.

Longer than a file should be: blocks, links, lists, pictures and times are met in one walk of the tree and share its state
(the place in the text, what is open); parted, each would walk again, and the walk is most of a page's time.
"""

import re
from dataclasses import replace
from html import escape
from typing import Final
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dateline.reading.finding.wordlist import words
from dateline.reading.markup.laid_out import Block, Element, LaidOut, Link, Placed
from dateline.reading.record import Picture, Span

UNSEEN = words("head script style noscript template svg iframe object canvas audio video select datalist dialog")
"""What a browser shows nothing of, or nothing that could be read."""

PARAGRAPHS = words("p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure article section hr address")
BLOCKS: Final = PARAGRAPHS | words(
    """
    html body div li dt dd tr thead tbody tfoot caption figcaption header footer nav main aside form fieldset legend
    details summary center option button hgroup
    """
)
CELLS = words("td th")
NAMED = words("p h1 h2 h3 h4 h5 h6 li td th blockquote pre figcaption dt dd")
EMPHASIS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
BESIDE = words("span a label small")
ASIDE = words("small span time em i")
ENTRIES = (["li"], ["dt"], ["dd"])
A_HEADLINE = 20  # characters of a link that opens a block
_NUMBERS = re.compile(r"\d+|\b(?:first|last|odd|even|alt|active)\b")


def lay_out(page: str | bytes, address: str | None = None) -> LaidOut:
    """Lay out a page or a fragment of HTML; `address` makes its links absolute."""
    return lay_out_tree(LexborHTMLParser(page), address)


def lay_out_tree(tree: LexborHTMLParser, address: str | None = None) -> LaidOut:
    """Lay out a page that was parsed."""
    setter = _Setter(address or "")
    if tree.root is not None:
        setter.set(tree.root)
    title = tree.css_first("head title")
    return setter.laid_out(" ".join((title.text() or "").split()) if title else "")


class _Setter:
    """Sets text line by line as it walks the tree; never recurses, since pages nest as deep as they like."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._out: list[str] = []
        self._at = 0
        self._break = 0  # line ends owed before the next word
        self._space = False  # a blank owed before the next word
        self._line_is_empty = True
        self._blocks: list[Block] = []
        self._begun = 0  # of the block being set
        self._markup: list[str] = []
        self._open: list[tuple[str, int, str]] = []  # inline elements: tag, place of the first word, address
        self._named: list[str] = []  # blocks around, by name
        self._lists: list[str] = []
        self._pre = 0
        self._links: list[Link] = []
        self._pictures: list[Placed] = []
        self._figures: list[int] = []  # of each open figure, the number of pictures before it
        self._captions: list[tuple[int, int, Span]] = []  # pictures from, to, and the caption that they have
        self._elements: list[tuple[str, str, int, int, int]] = []  # tag, shape, parent, from, to
        self._inside = 0
        self._times: list[tuple[Span, str]] = []
        self._after = ""  # the element that has just ended
        self._ended = -1  # where an inline element has just ended
        self._led = (-1, -1)  # the link that has just ended
        self._wide = False  # what stands beside the link that opens an entry is no part of its words
        self._gap = False  # two inline elements meet, which a style sheet may hold apart

    def set(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        around: list[tuple[str, str | None]] = []  # open elements: tag, and what `_leave` needs to know
        while node is not None:
            opened = self._enter(node)
            if opened is not None:
                around.append(opened)
                if (child := node.first_child) is not None:
                    node = child
                    continue
                self._leave(*around.pop())
            while node is not None and around:
                if (beside := node.next) is not None:
                    node = beside
                    break
                node = node.parent
                self._leave(*around.pop())
            if not around:
                break

    def laid_out(self, title: str) -> LaidOut:
        self._end_block()
        text = "".join(self._out)
        elements = tuple(Element(t, s, p, _trimmed(text, a, b)) for t, s, p, a, b in self._elements)
        times = tuple(self._times)
        return LaidOut(text, tuple(self._blocks), tuple(self._links), self._captioned(text), elements, times, title)

    def _enter(self, node: LexborNode) -> tuple[str, str | None] | None:
        """Set what stands before an element's children, or a text; None where nothing in it is to be set."""
        if node.is_text_node:
            self._words(node.text_content or "")
            return None
        tag = node.tag or ""
        if tag in UNSEEN or tag[:1] in "-_!" or "hidden" in (attributes := node.attributes):
            return None
        if tag in BLOCKS:
            self._begin_block(tag, attributes)
        elif tag in CELLS:
            self._end_cell()
            self._begin_element(tag, attributes)
            self._named.append(tag)
        elif tag == "br":
            self._line_end()
        elif tag == "img":
            self._picture(attributes)
            return tag, None
        if tag in ASIDE and self._led == (self._begun, self._at):
            if self._named[-1:] in ENTRIES:
                self._wide = True
            elif not self._named and "class" in attributes and self._at - self._begun >= A_HEADLINE:
                self._end_block()  # a style sheet sets byline and date below it
        if tag == "time" or (self._ended == self._at and (tag in BESIDE or "class" in attributes)):
            self._gap = True
        if tag == "a":
            if href := attributes.get("href"):
                self._open.append(("a", -1, _joined(self._address, href)))
                return tag, "a"
        elif tag in EMPHASIS:
            self._open.append((EMPHASIS[tag], -1, ""))
        elif tag == "time" and (moment := attributes.get("datetime")):
            self._open.append(("time", -1, moment))
            return tag, "time"
        return tag, None

    def _leave(self, tag: str, opened: str | None) -> None:
        if tag in BLOCKS:
            # A term and what is said of it share a line, as two cells do.
            self._end_block(2 if tag in PARAGRAPHS else 0 if tag == "dt" else 1)
            self._end_element()
            if tag in ("ul", "ol"):
                self._lists.pop()
            elif tag == "figure":
                self._caption(self._figures.pop())
            elif tag == "pre":
                self._pre -= 1
            if tag in NAMED:
                self._named.pop()
        elif tag in CELLS:
            self._end_element()
            self._named.pop()
        else:
            if opened or tag in EMPHASIS:
                self._close(self._open.pop())
            self._ended = self._at

    def _begin_block(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "dd" and self._after == "dt":
            self._end_cell()
        else:
            self._end_block(2 if tag in PARAGRAPHS else 1)
        self._begin_element(tag, attributes)
        if tag in ("ul", "ol"):
            self._lists.append(tag)
        elif tag == "figure":
            self._figures.append(len(self._pictures))
        elif tag == "pre":
            self._pre += 1
        if tag in NAMED:
            self._named.append(tag)

    def _begin_element(self, tag: str, attributes: dict[str, str | None]) -> None:
        shape = f"{tag}.{_NUMBERS.sub('', attributes.get('class') or '').strip()}#{attributes.get('role') or ''}"
        self._elements.append((tag, shape, self._inside, self._at, self._at))
        self._inside = len(self._elements) - 1

    def _end_element(self) -> None:
        tag, shape, parent, begun, _ = self._elements[self._inside]
        self._elements[self._inside] = (tag, shape, parent, begun, self._at)
        self._inside = parent
        self._after = tag

    def _words(self, text: str) -> None:
        if "\u00ad" in text or "\u200b" in text:  # where a word may be broken; no part of it
            text = text.replace("\u00ad", "").replace("\u200b", "")
        if self._pre:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._line_end()
                self._put(line.rstrip())
            return
        folded = " ".join(text.split())
        if not folded:
            self._space = self._space or bool(text)
            return
        if text[0].isspace():
            self._space = True
        self._put(folded)
        self._space = text[-1].isspace()

    def _put(self, said: str) -> None:
        if not said:
            return
        if self._break:
            self._write("\n" * self._break if self._at else "")
            self._break, self._line_is_empty = 0, True
        if (
            self._space or (self._gap and self._out and _are_two(self._out[-1][-1:], said[0]))
        ) and not self._line_is_empty:
            self._write("  " if self._wide else " ")
            self._markup.append(" ")
        self._space = self._gap = self._wide = False
        if not self._markup:
            self._begun = self._at
        for number, (tag, begun, detail) in enumerate(self._open):
            if begun < 0:
                self._open[number] = (tag, self._at, detail)
                if tag != "time":
                    self._markup.append(f'<a href="{escape(detail)}">' if tag == "a" else f"<{tag}>")
        self._markup.append(escape(said, quote=False))
        self._write(said)
        self._line_is_empty = False

    def _write(self, text: str) -> None:
        self._out.append(text)
        self._at += len(text)

    def _line_end(self) -> None:
        if self._markup:
            self._markup.append("<br>")
        self._break = min(2, self._break + 1)
        self._space = False

    def _close(self, opened: tuple[str, int, str]) -> None:
        tag, begun, detail = opened
        span = (begun, self._at) if begun >= 0 else (self._at, self._at)
        if tag == "a":
            self._led = span
            self._links.append(Link(span, detail, self._inside))
        elif tag == "time":
            self._times.append((span, detail))
        if begun >= 0 and tag != "time":
            self._markup.append(f"</{tag}>")

    def _end_cell(self) -> None:
        was_empty = self._line_is_empty
        self._end_block(0)
        if not was_empty and not self._break:
            self._write("\t")
            self._line_is_empty = True

    def _end_block(self, line_ends: int = 1) -> None:
        if self._markup:
            # An inline element that goes on in the next block is closed here and opened there.
            ends = "".join(f"</{tag}>" for tag, begun, _ in reversed(self._open) if begun >= 0 and tag != "time")
            markup = "".join(self._markup).removesuffix("<br>") + ends
            tag = self._named[-1] if self._named else "div"
            if tag == "p" and "blockquote" in self._named:
                tag = "blockquote"
            of = self._lists[-1] if tag == "li" and self._lists else ""
            self._blocks.append(Block((self._begun, self._at), tag, markup, of))
            self._markup = []
            for number, (each, begun, detail) in enumerate(self._open):
                if begun >= 0 and each == "a":
                    self._links.append(Link((begun, self._at), detail, self._inside))
                self._open[number] = (each, -1, detail)
        self._space = False
        self._break = max(self._break, line_ends)

    def _picture(self, attributes: dict[str, str | None]) -> None:
        address = attributes.get("data-src") or attributes.get("data-lazy-src") or attributes.get("src") or ""
        if address and not address.startswith("data:"):
            alt = " ".join((attributes.get("alt") or "").split())
            self._pictures.append(Placed(self._at, Picture(_joined(self._address, address), alt), self._inside))

    def _caption(self, first: int) -> None:
        """Note that the pictures of a figure have its caption, which stays in the text as well."""
        if self._blocks and self._blocks[-1].tag == "figcaption" and first < len(self._pictures):
            self._captions.append((first, len(self._pictures), self._blocks[-1].span))

    def _captioned(self, text: str) -> tuple[Placed, ...]:
        for first, last, span in self._captions:
            caption = " ".join(text[slice(*span)].split())
            self._pictures[first:last] = [
                replace(each, picture=replace(each.picture, caption=caption)) for each in self._pictures[first:last]
            ]
        return tuple(self._pictures)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # "http://[" is no address of anything
        return address.strip()


def _are_two(last: str, first: str) -> bool:
    """Tell whether what one element ends with and the next begins with are two words: "12" and "Mar", "Court" and "June"."""
    return (
        last.isalnum()
        and first.isalnum()
        and (last.isdigit() or first.isdigit() or (last.islower() and first.isupper()))
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
