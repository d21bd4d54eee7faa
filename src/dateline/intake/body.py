"""A release's plain text → the blocks of a body. Pure. Markup in a text source is text: it is escaped, never obeyed."""

import html
import re
from typing import Any

_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_OWN_LINE = re.compile(r"^(?:[^\W\d_][^:.]{0,30}:(?:\s|$)|[-–—*•·▪]\s|\d{1,2}[.)]\s)")

SHORT_LINE = 60  # characters: wrapped prose has longer lines; verses, addresses and programmes don't
_ENDS_OPEN = re.compile(r"[.!?,;:…—–-]\W*$")  # a sentence, or one that goes on in the next line


def blocks_of(text: str) -> list[dict[str, Any]]:
    """Give the body as a stream of raw blocks: one text block, or none for an empty text."""
    paragraphs = (_paragraph(part) for part in _PARAGRAPHS.split(text.strip()))
    markup = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
    return [{"type": "text", "value": markup}] if markup else []


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
