"""Answers how deep a page nests, before it is parsed: the parser's time grows with the square of the depth."""

import re

from dateline.reading.finding.wordlist import words

DEEPEST = 3_000  # met on real pages: some dozens

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_ALONE = words("area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option")
"""Elements that hold nothing, or that the next of their kind ends."""


def is_too_deep(page: str) -> bool:
    """Tell whether more elements stand one in the other than any page that people made."""
    if page.count("<") <= DEEPEST:
        return False
    depth = 0
    for end, tag in _TAG.findall(page):
        if tag.lower() in _ALONE:
            continue
        depth = max(0, depth - 1) if end else depth + 1
        if depth > DEEPEST:
            return True
    return False
