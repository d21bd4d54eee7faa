"""A release's plain text → the blocks of a body. Pure. Markup in a text source is text: it is escaped, never obeyed."""

import html
import re
from typing import Any

_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_OWN_LINE = re.compile(r"^(?:[^\W\d_][^:.]{0,30}:(?:\s|$)|[-–—*•·▪]\s|\d{1,2}[.)]\s)")

SHORT_LINE = 60  # characters: wrapped prose has longer lines; verses, addresses and programmes don't


def blocks_of(text: str) -> list[dict[str, Any]]:
    """Give the body as a stream of raw blocks: one text block, or none for an empty text."""
    paragraphs = (_paragraph(part) for part in _PARAGRAPHS.split(text.strip()))
    markup = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
    return [{"type": "text", "value": markup}] if markup else []


def _paragraph(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [html.escape(line, quote=False) for line in lines if line]
    return ("<br/>" if _means_its_lines(lines) else " ").join(lines)


def _means_its_lines(lines: list[str]) -> bool:
    """Say whether line ends are the author's ("WHAT: …", "WHEN: …", a list), not those of a wrapped page."""
    if len(lines) < 2:
        return False
    if any(_OWN_LINE.match(line) for line in lines[1:]):
        return True
    goes_on = any(line[0].islower() for line in lines[1:])  # a sentence that was wrapped in a narrow column
    return max(map(len, lines)) < SHORT_LINE and not goes_on
