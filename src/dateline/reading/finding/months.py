"""Answers which month or weekday a word names, from the Unicode CLDR names that Babel carries."""

import re
import unicodedata
from functools import cache, lru_cache

from babel import Locale

LOCALES = ("en", "es", "fr", "pt", "de", "nb", "ca", "it", "nl")
"""The languages that are read (the last two come with pages of the others)."""

TYPED = {
    "sept": 9, "set": 9, "setiembre": 9, "agto": 8, "janv": 1, "févr": 2, "fevr": 2, "juil": 7, "avr": 4, "déc": 12,
    "mrz": 3, "maerz": 3, "mz": 3, "sbre": 9,
}  # fmt: skip
"""Forms that are printed but not in CLDR."""

ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Fold case and accents, drop dots: 'Févr.' and 'FEVR' are one word."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if c.isalpha())


@cache
def month_names() -> dict[str, int]:
    """Map each folded name and abbreviation to its number; a form that two languages read differently is left out."""
    names: dict[str, int] = {plain(word): number for word, number in TYPED.items()}
    clashing: set[str] = set()
    for locale in LOCALES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale(locale).months[context][width].items():
                    word = plain(name.removeprefix("de ").removeprefix("d’"))
                    if len(word) >= 3 and names.setdefault(word, number) != number:
                        clashing.add(word)
    return {word: number for word, number in names.items() if word not in clashing}


@cache
def weekday_names() -> frozenset[str]:
    """Give each folded name and abbreviation of three letters or more."""
    words = {"mo", "di", "mi", "do", "fr", "sa", "so", "tues", "thur", "thurs", "sabado", "mier", "miercoles"}
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for name in Locale(locale).days["format"][width].values():
                words.update(word for word in (plain(name), plain(name.split("-")[0])) if len(word) >= 3)
    return frozenset(words)


@lru_cache(maxsize=8192)
def month_number(word: str) -> int | None:
    """Give the month that a name, an abbreviation or a Roman number stands for."""
    return month_names().get(plain(word)) or ROMAN.get(word.strip(".").upper())


_FIRST = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)
def is_weekday(word: str) -> bool:
    """Tell whether the word is the name of a weekday."""
    found = _FIRST.match(word)
    return found is not None and plain(found[0]) in weekday_names()
