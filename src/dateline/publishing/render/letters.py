"""Text as the typesetter's own fonts can set it: what they lack is shown as missing, and said to be."""

import string
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from dateline.publishing.render.typeset import can_be_set

MISSING = "\N{REPLACEMENT CHARACTER}"
_SURE_UP_TO = "\u017f"  # Latin: every letter up to here is in the wheel's fonts, so nothing has to be tried
_LONGEST_WORD = 34  # letters of a narrow column: a longer one may break anywhere
_BREAK = "\u200b"


def settable(told: Any) -> Any:
    """Give JSON values with every letter that can't be set shown as missing, and control characters left out."""
    if isinstance(told, str):
        return _settable_text(told)
    if isinstance(told, dict):
        return {key: _NOT_SET.get(key, settable)(value) for key, value in told.items()}
    if isinstance(told, list | tuple):
        return [settable(value) for value in told]
    return told


def lacks_any(told: Any) -> bool:
    """Say whether a letter is shown as missing anywhere in settable values."""
    if isinstance(told, str):
        return MISSING in told
    if isinstance(told, dict):
        return any(lacks_any(value) for value in told.values())
    return isinstance(told, list) and any(lacks_any(value) for value in told)


def breakable(text: str) -> str:
    """Let a word that is longer than a line break within; addresses know themselves where they break."""
    if all(len(word) <= _LONGEST_WORD for word in text.split()):
        return text
    return " ".join(_broken(word) for word in text.split(" "))


def _ascii_address(address: str) -> str:
    """Write an address as a PDF's link wants it: 7-bit ASCII (ISO 32000-1, 12.6.4.7)."""
    return quote(address, safe=string.punctuation)


_NOT_SET: dict[str, Callable[[str], str]] = {"title": str, "address": _ascii_address}  # told, and nowhere printed


def _broken(word: str) -> str:
    if len(word) <= _LONGEST_WORD or word.startswith(("http://", "https://")):
        return word
    return _BREAK.join(word[at : at + _LONGEST_WORD] for at in range(0, len(word), _LONGEST_WORD))


def _settable_text(text: str) -> str:
    kept = "".join(letter for letter in text if letter.isprintable() or letter.isspace() or letter == _BREAK)
    if kept.isascii():
        return kept
    return "".join(letter if letter <= _SURE_UP_TO or can_be_set(letter) else MISSING for letter in kept)
