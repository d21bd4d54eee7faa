"""The furniture's words in one language, read from its po file at start: labels, links, sentences around the news."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import read_po

LOCALES = Path(__file__).parents[2] / "site" / "locale"
SOURCE_LANGUAGE = "en"  # the msgids themselves


def mark(message: str) -> str:
    """Mark a message for translation without translating it yet."""
    return message


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The furniture in one language."""

    language: str  # in which the furniture speaks: the source language where no po file is
    single: dict[str, str]
    plural: dict[str, tuple[str, ...]]

    def gettext(self, message: str) -> str:
        """Give the message in this language, or as it is in the source."""
        return self.single.get(message, message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Give the form that fits the number (one, or any other: so do all languages here)."""
        forms = self.plural.get(one, (one, many))
        return forms[0 if number == 1 else 1]


@lru_cache(maxsize=64)
def catalogue(language: str) -> Catalogue:
    """Read a language's furniture: "es-MX" takes "es", a language without a po file takes the source's."""
    primary = language.split("-")[0].lower()
    path = LOCALES / primary / "site.po"
    if not (primary.isalpha() and path.is_file()):
        return Catalogue(SOURCE_LANGUAGE, {}, {})
    with path.open("rb") as file:
        messages = [m for m in read_po(file, locale=primary) if m.id and m.string and not m.fuzzy]
    single = {str(m.id): str(m.string) for m in messages if isinstance(m.id, str)}
    plural = {
        str(m.id[0]): tuple(m.string)
        for m in messages
        if isinstance(m.id, (list, tuple)) and isinstance(m.string, (list, tuple))
    }
    return Catalogue(primary, single, plural)
