"""Answers at which web address a page stood: a saved page may say so in its first line, alone or behind a label."""

import re

from dateline.reading.record import Span

_FIRST_LINE = re.compile(
    r"\s*((?:(?:url|source|address|saved\s+from|fuente|direcci[oó]n|origen)\s*:\s*)?<?(https?://[^\s<>\"]+)>?)[^\S\n]*(?:\r?\n|$)",
    re.IGNORECASE,
)


def own_address(text: str) -> tuple[str, Span] | None:
    """Give the address and the span of the line that says it; None where the first line says something else."""
    found = _FIRST_LINE.match(text)
    return (found[2], found.span(1)) if found else None
