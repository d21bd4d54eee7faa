"""Answers where a line of a letterhead is parted into two columns: 'FOR IMMEDIATE RELEASE          Contact: Hal Brody'."""

import re

_GAP = re.compile(
    r"(?<=\S)(?: {4,}|\t+)(?=(?:(?:media\s+|press\s+|for\s+more\s+info\w*\s*)?contacts?\b|contactos?\b|contato\b|for\s+(?:immediate\s+)?release|for\s+(?:further|more)\s+info|release\s+date|date\s*:|phone|tel[.:]|cell|e-?mail|fax"
    r"|\(?\d{3}\)?[\s./-]{1,2}\d{3}[\s.-]\d{4}|[\w.+-]+@[\w-]+\.|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2},\s+(?:19|20)\d\d$))",
    re.IGNORECASE,
)

_ANY = re.compile(r"(?<=\S)(?: {4,}|\t+)(?=\S)")

LONGEST = 130
"""A longer line is no letterhead's."""


def column_cut(text: str) -> tuple[int, int] | None:
    """Give where the gap between two such columns begins and ends, or None."""
    if len(text) > LONGEST:
        return None
    found = _GAP.search(text)
    if found is None or len(_ANY.findall(text)) > 1:
        return None  # three columns are a table's
    return found.span()
