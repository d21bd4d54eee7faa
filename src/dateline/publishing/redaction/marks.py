"""What stands where something was removed to protect a person."""

MARKS = {
    "en": "[removed to protect a person]",
    "es": "[retirado para proteger a una persona]",
}


def mark_in(language: str) -> str:
    """Give the mark in a release's language; in English where the house has no words in it."""
    return MARKS.get(language.split("-")[0], MARKS["en"])


def is_mark(text: str) -> bool:
    """Say whether a name, a line or a title is nothing but a mark."""
    return text.strip() in MARKS.values()
