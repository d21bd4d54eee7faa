"""A release's text → the blocks of a body. Pure.

Markup in a plain text is text: it is escaped, never obeyed. Markup that reading has made of a page (reading.markup.clean)
keeps its emphasis, lists and links; a heading is a bold line, since a body's text has none, and a quotation is a paragraph,
since a quote block needs a speaker.
"""

import html
import re
from typing import Any

from dateline.releases.wording import clean_html, plain

_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_OWN_LINE = re.compile(r"^(?:[^\W\d_][^:.]{0,30}:(?:\s|$)|[-–—*•·▪]\s|\d{1,2}[.)]\s)")

_HEADING = re.compile(r"<h[1-6]>(.*?)</h[1-6]>", re.DOTALL)
_QUOTATION = re.compile(r"<blockquote>(.*?)</blockquote>", re.DOTALL)
_EMPTY = re.compile(r"<(p|li)>\s*</\1>")

SHORT_LINE = 60  # characters: wrapped prose has longer lines; verses, addresses and programmes don't
_ENDS_OPEN = re.compile(r"[.!?,;:…—–-]\W*$")  # a sentence, or one that goes on in the next line


def blocks_of(text: str, markup: str | None = None) -> list[dict[str, Any]]:
    """Give the body as a stream of raw blocks: one text block, or none for an empty text."""
    if markup and (marked := marked_up(markup)):
        return [{"type": "text", "value": marked}]
    paragraphs = (_paragraph(part) for part in _PARAGRAPHS.split(text.strip()))
    markup = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
    return [{"type": "text", "value": markup}] if markup else []


def marked_up(markup: str) -> str:
    """Give a page's markup as a text block keeps it; "" where no word is in it."""
    flat = _QUOTATION.sub(r"<p>\1</p>", _HEADING.sub(r"<p><b>\1</b></p>", markup))
    kept = _EMPTY.sub("", clean_html(flat))
    return kept if plain(kept) else ""


def _paragraph(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [html.escape(line, quote=False) for line in lines if line]
    if len(lines) > 1 and _is_heading(lines[0], lines[1]):
        return f"{lines[0]}<br/>{_joined(lines[1:])}"
    return _joined(lines)


def _joined(lines: list[str]) -> str:
    return ("<br/>" if _means_its_lines(lines) else " ").join(lines)


def _means_its_lines(lines: list[str]) -> bool:
    """Say whether line ends are the author's ("WHAT: …", "WHEN: …", a list), not those of a wrapped page."""
    if len(lines) < 2:
        return False
    if any(_OWN_LINE.match(line) for line in lines[1:]):
        return True
    goes_on = any(line[0].islower() for line in lines[1:])  # a sentence that was wrapped in a narrow column
    return max(map(len, lines)) < SHORT_LINE and not goes_on


def _is_heading(first: str, next_line: str) -> bool:
    """Say whether a line stands over its paragraph ("About the Center"): much shorter, and no sentence."""
    is_short = 2 * len(first) < min(len(next_line), 2 * SHORT_LINE)
    return is_short and not next_line[0].islower() and not _ENDS_OPEN.search(first)
