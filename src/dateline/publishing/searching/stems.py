"""Text → its words, and a word → the stem under which all its forms are found. Pure.

Accents are folded before stemming, in the index and in the question alike: who types "organizacion" finds
"organización". The Spanish stemmer then leaves some forms ("joven", "jóvenes") one step apart; it is asked until it
has nothing more to take off.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

LONGEST_WORD = 40  # letters; what is longer is no word, and an index has its own limit
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*")
_ALGORITHMS = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese", "de": "german"}
_UNTIL_IT_STANDS = {"es"}

# Words that every release has. Few: "may" and "will" are names, too.
STOP = {
    "en": frozenset(
        [
            "a",
            "an",
            "and",
            "are",
            "as",
            "at",
            "be",
            "but",
            "by",
            "for",
            "from",
            "had",
            "has",
            "have",
            "he",
            "her",
            "his",
            "in",
            "is",
            "it",
            "its",
            "not",
            "of",
            "on",
            "or",
            "our",
            "she",
            "that",
            "the",
            "their",
            "them",
            "they",
            "this",
            "to",
            "was",
            "we",
            "were",
            "which",
            "who",
            "with",
            "you",
            "your",
        ]
    ),
    "es": frozenset(
        [
            "a",
            "al",
            "como",
            "con",
            "de",
            "del",
            "e",
            "el",
            "en",
            "es",
            "esta",
            "este",
            "fue",
            "ha",
            "han",
            "la",
            "las",
            "le",
            "les",
            "lo",
            "los",
            "mas",
            "no",
            "nos",
            "nuestra",
            "nuestro",
            "o",
            "para",
            "pero",
            "por",
            "que",
            "se",
            "ser",
            "sin",
            "son",
            "su",
            "sus",
            "un",
            "una",
            "y",
            "ya",
        ]
    ),
}


def words_in(text: str) -> Iterator[re.Match[str]]:
    """Give the words of a text in order, as matches: an abbreviation ("U.S."), a number ("1,400") or letters."""
    return _WORD.finditer(text)


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """Give a word's stem in a language (BCP 47); "" for a word that says nothing there."""
    primary = language.split("-")[0]
    plain = folded(word)
    if plain in STOP.get(primary, ()):
        return ""
    if plain[:1].isdigit() or primary not in _ALGORITHMS:
        return plain
    return _stemmed(plain, primary)[:LONGEST_WORD]


def folded(word: str) -> str:
    """Give a word in small letters without accents, points, a possessive ending or the commas of a number."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    plain = re.sub(r"['’]s?$|[.,'’]", "", plain)
    return "".join(letter for letter in plain if letter.isalnum())[:LONGEST_WORD]


def _stemmed(plain: str, primary: str) -> str:
    stemmer = _stemmer(primary)
    shorter = str(stemmer.stemWord(plain))
    while primary in _UNTIL_IT_STANDS and len(shorter) > 3 and shorter != plain:
        plain, shorter = shorter, str(stemmer.stemWord(shorter))
    return folded(shorter)


@lru_cache(maxsize=8)
def _stemmer(primary: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_ALGORITHMS[primary])
