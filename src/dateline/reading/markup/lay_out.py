"""Takes HTML and gives what a reader would see, as text, with the place of what the text can't say."""

from html import escape
from typing import Final
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dateline.reading.markup.laid_out import Block, LaidOut, Link, Placed
from dateline.reading.record import Picture

UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "select",
        "datalist",
    ]
)
"""What a browser shows nothing of, or nothing that could be read."""

PARAGRAPHS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "dl",
        "table",
        "figure",
        "article",
        "section",
        "hr",
        "address",
    ]
)
BLOCKS: Final = PARAGRAPHS | frozenset(
    [
        "html",
        "body",
        "div",
        "li",
        "dt",
        "dd",
        "tr",
        "thead",
        "tbody",
        "tfoot",
        "caption",
        "figcaption",
        "header",
        "footer",
        "nav",
        "main",
        "aside",
        "form",
        "fieldset",
        "legend",
        "details",
        "summary",
        "center",
        "option",
        "button",
        "hgroup",
    ]
)
NAMED = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "blockquote", "pre", "figcaption", "dt", "dd"]
)
EMPHASIS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}


def lay_out(page: str | bytes, address: str | None = None) -> LaidOut:
    """Lay out a page or a fragment of HTML; `address` makes its links absolute."""
    tree = LexborHTMLParser(page)
    setter = _Setter(address or "")
    if tree.root is not None:
        setter.set(tree.root)
    title = tree.css_first("head title")
    return setter.laid_out(" ".join(title.text().split()) if title else "")


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
        self._links: list[Link] = []
        self._pictures: list[Placed] = []
        self._figures: list[int] = []  # of each open figure, the number of pictures before it

    def set(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        top = root.mem_id  # two nodes are compared by their whole HTML, which would be quadratic
        while node is not None:
            child = self._enter(node)
            if child is not None:
                node = child
                continue
            while node is not None:
                self._leave(node)
                if node.mem_id == top or node.next is not None:
                    node = None if node.mem_id == top else node.next
                    break
                node = node.parent

    def laid_out(self, title: str) -> LaidOut:
        self._end_block()
        return LaidOut("".join(self._out), tuple(self._blocks), tuple(self._links), tuple(self._pictures), title)

    def _enter(self, node: LexborNode) -> LexborNode | None:
        """Set what stands before an element's children, or a text; give its first child where it has to be entered."""
        if node.is_text_node:
            self._words(node.text_content or "", is_pre="pre" in self._named)
            return None
        tag = node.tag or ""
        if tag in UNSEEN or node.is_comment_node or "hidden" in (attributes := node.attributes):
            return None
        if tag in BLOCKS:
            self._end_block(2 if tag in PARAGRAPHS else 1)
            if tag in ("ul", "ol"):
                self._lists.append(tag)
            if tag == "figure":
                self._figures.append(len(self._pictures))
            if tag in NAMED:
                self._named.append(tag)
        elif tag in ("td", "th"):
            self._end_cell()
            self._named.append(tag)
        elif tag == "br":
            self._line_end()
        elif tag == "img":
            self._picture(attributes)
        elif tag == "a" and attributes.get("href"):
            address = urljoin(self._address, (attributes["href"] or "").strip())
            self._open.append(("a", -1, address))
        elif tag in EMPHASIS:
            self._open.append((EMPHASIS[tag], -1, ""))
        return node.first_child

    def _leave(self, node: LexborNode) -> None:
        if (
            node.is_text_node
            or node.is_comment_node
            or (tag := node.tag or "") in UNSEEN
            or "hidden" in node.attributes
        ):
            return
        if tag in BLOCKS:
            self._end_block(2 if tag in PARAGRAPHS else 1)
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            if tag == "figure" and self._figures:
                self._caption(self._figures.pop())
        if tag in NAMED and self._named:
            self._named.pop()
        if (tag == "a" and node.attributes.get("href")) or tag in EMPHASIS:
            self._close(self._open.pop())

    def _words(self, text: str, *, is_pre: bool) -> None:
        if is_pre:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._line_end()
                self._put(line.rstrip())
            return
        if not text.strip():
            self._space = self._space or bool(text)
            return
        if text[0].isspace():
            self._space = True
        self._put(" ".join(text.split()))
        self._space = text[-1].isspace()

    def _put(self, words: str) -> None:
        if not words:
            return
        if self._break:
            self._write("\n" * self._break if self._at else "")
            self._break, self._line_is_empty = 0, True
        if self._space and not self._line_is_empty:
            self._write(" ")
            self._markup.append(" ")
        self._space = False
        if not self._markup:
            self._begun = self._at
        for number, (tag, begun, address) in enumerate(self._open):
            if begun < 0:
                self._open[number] = (tag, self._at, address)
                self._markup.append(f'<a href="{escape(address)}">' if tag == "a" else f"<{tag}>")
        self._markup.append(escape(words, quote=False))
        self._write(words)
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
        tag, begun, address = opened
        if begun >= 0:
            self._markup.append(f"</{tag}>")
        if tag == "a":
            self._links.append(Link((begun, self._at) if begun >= 0 else (self._at, self._at), address))

    def _end_cell(self) -> None:
        was_empty = self._line_is_empty
        self._end_block(0)
        if not was_empty and not self._break:
            self._write("\t")
            self._line_is_empty = True

    def _end_block(self, line_ends: int = 1) -> None:
        if self._markup:
            # An inline element that goes on in the next block is closed here and opened there.
            ends = "".join(f"</{tag}>" for tag, begun, _ in reversed(self._open) if begun >= 0)
            markup = "".join(self._markup).removesuffix("<br>") + ends
            tag = self._named[-1] if self._named else "div"
            of = self._lists[-1] if tag == "li" and self._lists else ""
            self._blocks.append(Block((self._begun, self._at), tag, markup, of))
            self._markup = []
            for number, (each, begun, address) in enumerate(self._open):
                if begun >= 0 and each == "a":
                    self._links.append(Link((begun, self._at), address))
                self._open[number] = (each, -1, address)
        self._space = False
        self._break = max(self._break, line_ends)

    def _picture(self, attributes: dict[str, str | None]) -> None:
        address = attributes.get("data-src") or attributes.get("src") or ""
        if address and not address.startswith("data:"):
            picture = Picture(urljoin(self._address, address.strip()), " ".join((attributes.get("alt") or "").split()))
            self._pictures.append(Placed(self._at, picture))

    def _caption(self, first: int) -> None:
        """Give the pictures of a figure the words of its caption, which stay in the text as well."""
        caption = next((b for b in reversed(self._blocks) if b.tag == "figcaption"), None)
        if caption is None:
            return
        words = " ".join("".join(self._out)[slice(*caption.span)].split())
        for number in range(first, len(self._pictures)):
            at, picture = self._pictures[number].at, self._pictures[number].picture
            if at <= caption.span[0] or number == first:
                self._pictures[number] = Placed(at, Picture(picture.address, picture.alt, words))
