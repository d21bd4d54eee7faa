"""Small pieces of text as a language sets them: quotation marks, lists of names, openings, sorting."""

import re
import unicodedata
from functools import lru_cache

from markupsafe import Markup, escape

_MARKS = {"es": ("«", "»"), "fr": ("«\u202f", "\u202f»"), "de": ("„", "“"), "pt": ("“", "”")}
_PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’", "‹": "›"}
_BREAKS = re.compile(r"((?<![/:])/|_)(?=[^/])")
_ES_I = re.compile(r"(i|hi(?![aeé]))", re.IGNORECASE)


def quoted(words: str, language: str) -> tuple[str, ...]:
    """Give the paragraphs of someone's words in the marks of their language, opened anew at each as in print."""
    opens, closes = _MARKS.get(language.split("-")[0], ("“", "”"))
    paragraphs = paragraphs_of(_unquoted(words.strip())) or ("",)
    last = len(paragraphs) - 1
    return tuple(f"{opens}{text}{closes if at == last else ''}" for at, text in enumerate(paragraphs))


def _unquoted(words: str) -> str:
    """Take off the marks around the whole, and only those: "“A” and “B”" keeps its own."""
    closes = _PAIRS.get(words[:1])
    inner = words[1:-1]
    is_whole = closes and len(words) > 2 and words[-1] == closes and closes not in inner and words[0] not in inner
    return inner.strip() if is_whole else words


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Part a plain text at its blank lines; a single line break is a space."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def in_one_line(text: str) -> str:
    """Give a text of several lines, as an address has them, as one: its lines parted by commas."""
    lines = (" ".join(line.split()).rstrip(",") for line in text.splitlines())
    return ", ".join(line for line in lines if line)


def conjunction(next_name: str, language: str, conjunction_word: str) -> str:
    """Give the word before a list's last name: Spanish "y" is "e" before the sound of i."""
    if language.startswith("es") and _ES_I.match(next_name):
        return "e"
    return conjunction_word


@lru_cache(maxsize=8192)
def opening(text: str, longest: int) -> str:
    """Cut a lede for a list, between words where there are any, with an ellipsis."""
    folded = " ".join(text.split())
    if len(folded) <= longest:
        return folded
    kept = folded[:longest]
    words = kept.rsplit(" ", 1)[0]
    if len(words) > longest // 2:
        kept = words
    return kept.rstrip(" ,;:.–—-(") + "…"


@lru_cache(maxsize=8192)
def breakable(name: str) -> Markup:
    """Let an address or a file's name break where a reader would break it, not in the middle of a word."""
    return Markup(_BREAKS.sub("\\1<wbr>", str(escape(name))))


@lru_cache(maxsize=4096)
def sorting_key(name: str, language: str) -> tuple[str, str]:
    """Give what a reader of the language looks a name up by: accents and case aside, ñ after n in Spanish."""
    folded = name.casefold()
    if language.startswith("es"):
        folded = unicodedata.normalize("NFC", folded).replace("ñ", "n\uffff")
    letters = unicodedata.normalize("NFD", folded)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.lstrip("“\"'«¿¡ "), name
