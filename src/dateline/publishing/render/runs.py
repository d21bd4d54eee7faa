"""Sanitised markup as what a typesetter sets: paragraphs and lists of runs, each with its emphasis and its link."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

_LISTS = frozenset(("ul", "ol"))
_LEADS_SOMEWHERE = ("http://", "https://", "mailto:", "tel:")


@dataclass(slots=True)
class _Lines:
    """A list while it is read."""

    ordered: bool
    lines: list[dict[str, Any]] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """Give it as the template takes it."""
        return {"kind": "list", "ordered": self.ordered, "lines": self.lines}


class _Reader(HTMLParser):
    """Reads p, strong, b, em, i, a, ul, ol, li, br and the dateline's span; nothing else is in sanitised markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[dict[str, Any]] = []
        self.open_lists: list[_Lines] = []
        self.runs: list[dict[str, Any]] = []
        self.bold = self.italic = 0
        self.address = ""
        self.linked_from = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LISTS:
            self._end_paragraph()
            self.open_lists.append(_Lines(tag == "ol"))
        elif tag == "li" and self.open_lists:
            self.runs = []
            self.open_lists[-1].lines.append({"runs": self.runs, "inner": []})
        elif tag == "p":
            self._end_paragraph()
        elif tag == "br":
            self.runs.append({"line_break": True})
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self.address = address if address.lower().startswith(_LEADS_SOMEWHERE) else ""
            self.linked_from = len(self.runs)
        elif tag in ("strong", "b", "span"):
            self.bold += 1
        elif tag in ("em", "i"):
            self.italic += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _LISTS and self.open_lists:
            self._end_list()
        elif tag == "p":
            self._end_paragraph()
        elif tag == "a":
            self._end_link()
        elif tag in ("strong", "b", "span"):
            self.bold = max(0, self.bold - 1)
        elif tag in ("em", "i"):
            self.italic = max(0, self.italic - 1)

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words:
            words = " " if data and self.runs else ""
        else:
            words = f"{' ' * data[0].isspace()}{words}{' ' * data[-1].isspace()}"
        if words:
            run = {"text": words, "bold": self.bold > 0, "italic": self.italic > 0}
            self.runs.append({**run, "address": self.address, "shown": ""})

    def close(self) -> None:
        super().close()
        while self.open_lists:
            self._end_list()
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        if self.open_lists:  # a paragraph in a list's line is the line
            return
        if any(run.get("text", "").strip() for run in self.runs):
            self.blocks.append({"kind": "paragraph", "runs": self.runs})
        self.runs = []

    def _end_list(self) -> None:
        ended = self.open_lists.pop()
        if self.open_lists and self.open_lists[-1].lines:
            self.open_lists[-1].lines[-1]["inner"].append(ended.told())
            self.runs = self.open_lists[-1].lines[-1]["runs"]
        elif ended.lines:
            self.blocks.append(ended.told())
            self.runs = []

    def _end_link(self) -> None:
        linked = self.runs[self.linked_from :]
        shown = self.address.removeprefix("mailto:").removeprefix("tel:")
        words = "".join(run.get("text", "") for run in linked).strip()
        if self.address and linked and words not in (self.address, shown):
            linked[-1]["shown"] = shown
        self.address = ""


def blocks_of(html: str) -> list[dict[str, Any]]:
    """Give the paragraphs and lists of a text block, white space folded, ready for JSON."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.blocks
