"""Answers whether a line is one of an advisory's: WHAT, WHEN, WHERE, WHO and their sisters."""

import re

_WORDS = re.compile(
    r"[*_]{0,2}(?P<word>what|when|where|who|why|how|visuals?|photo(?:s|\s+op(?:portunit(?:y|ies))?)?|background|speakers?|details|rsvp|note|time|date|witnesses|livestream|interviews|parking|"
    r"qu[eé]|cu[aá]ndo|d[oó]nde|qui[eé]n(?:es)?|por\s+qu[eé]|c[oó]mo|im[aá]genes|antecedentes|hora|lugar|fecha|"
    r"quoi|quand|o[uù]|qui|pourquoi|o\s+qu[eê]|quando|onde|quem|por\s+qu[eê]|was|wann|wo|wer|hva|n[aå]r|hvor|hvem)[*_]{0,2}\s*(?:[:：]|\s[–—-]\s|\t)",
    re.IGNORECASE,
)


LONGEST = 40
"""Characters that hold the longest of the words and what follows it."""


def is_advisory_line(text: str) -> bool:
    """Tell whether the line begins with such a word and a colon, dash or tab; the word stands in capitals or alone."""
    head = text[:LONGEST]
    if not (head[0].isupper() or head[0] in "*_") or not any(sign in head for sign in ":：\t–—-"):
        return False
    found = _WORDS.match(text)
    return found is not None and (found["word"][0].isupper())


def is_when(text: str) -> bool:
    """Tell whether that word is 'when', which says the day of what is announced."""
    found = _WORDS.match(text)
    return found is not None and found["word"].casefold() in (
        "when",
        "cuándo",
        "cuando",
        "quand",
        "quando",
        "wann",
        "når",
    )


def is_date_word(text: str) -> bool:
    """Tell whether that word is 'date', which stands above a release as well as in an advisory."""
    found = _WORDS.match(text)
    return found is not None and found["word"].casefold() in ("date", "fecha", "data")
