"""Sanitised markup as plain text: paragraphs, list lines, and the addresses of links beside their words."""

from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

_PARTS = frozenset(("p", "ul", "ol", "div", "blockquote"))
_LISTS = frozenset(("ul", "ol"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = [""]
        self.marks: dict[int, str] = {}  # what stands before a part that is a list's line
        self.counts: list[int | None] = []  # of each open list: its last line's number; None where lines have none
        self.link = ""
        self.link_from = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LISTS:
            self.counts.append(0 if tag == "ol" else None)
        if tag in _PARTS:
            self.parts.append("")
        elif tag == "li":
            self.marks[len(self.parts)] = self._mark()
            self.parts.append("")
        elif tag == "br":
            self.parts[-1] += "\n"
        elif tag == "a":
            self.link = dict(attrs).get("href") or ""
            self.link_from = len(self.parts[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag in _LISTS and self.counts:
            self.counts.pop()
        if tag in _PARTS:
            self.parts.append("")
        elif tag == "a" and self.link:
            words = self.parts[-1][self.link_from :].strip()
            bare = self.link.removeprefix("mailto:").removeprefix("tel:")
            if words not in (self.link, bare):
                self.parts[-1] += f" ({bare})"
            self.link = ""

    def _mark(self) -> str:
        """Give what stands before the next line of the innermost list."""
        if not self.counts or self.counts[-1] is None:
            return "*"
        self.counts[-1] += 1
        return f"{self.counts[-1]}."

    def handle_data(self, data: str) -> None:
        self.parts[-1] += data.replace("\r", " ").replace("\n", " ")


@lru_cache(maxsize=256)  # a release's page, text and data ask one after the other
def plain_parts(html: str) -> tuple[tuple[str, str], ...]:
    """Give the paragraphs of a text block, white space folded, each with its mark where it is a list's line: "*" or "1."."""
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<") == 2 * html.count("<p>"):
        # Paragraphs and nothing else, as most blocks are: a tenth of the time.
        parts = html[3:-4].split("</p>")
        if all(part.lstrip().startswith("<p>") for part in parts[1:]):
            plain = (" ".join(unescape(part.replace("<p>", "", 1)).split()) for part in parts)
            return tuple(("", part) for part in plain if part)
    reader = _Reader()
    reader.feed(html)
    reader.close()
    folded = ("\n".join(" ".join(line.split()) for line in part.split("\n")).strip() for part in reader.parts)
    return tuple((reader.marks.get(at, ""), part) for at, part in enumerate(folded) if part)
