"""Signs around what of a content is no text of it, which stay at their place while the content is laid out."""

import re
from dataclasses import replace
from html import escape, unescape

from dateline.reading.markup.laid_out import Block, LaidOut

LEFT, MARKED, END = "\ufdd0", "\ufdd2", "\ufdd1"
"""Noncharacters of Unicode: none of them can stand in a text (The Unicode Standard, 23.7)."""

_SIGNS = re.compile(f"[{LEFT}{MARKED}{END}]")
_ASIDE = re.compile(f"[{LEFT}{MARKED}][^{END}]*{END}?")
WHY = "page builder"


def without_signs(content: str) -> str:
    """Take the signs out of a content that holds them by accident or on purpose."""
    return _SIGNS.sub(" ", content) if _SIGNS.search(content) else content


def for_a_person(words: str) -> str:
    """Set words aside that a person should see."""
    return f"{LEFT}{_plain(words)}{END}"


def with_reason(words: str) -> str:
    """Set words aside that only told a program where to put the text."""
    return f"{MARKED}{_plain(words)}{END}"


def _plain(words: str) -> str:
    return escape(unescape(" ".join(words.split())), quote=False)


def told_apart(laid: LaidOut) -> tuple[LaidOut, tuple[tuple[int, int, str], ...]]:
    """Take the signs out of what was laid out; give it, and the places that they enclosed with the reason or ""."""
    if LEFT not in laid.text and MARKED not in laid.text and END not in laid.text:
        return laid, ()
    moved = _moves(laid.text)
    aside = tuple(
        (moved[found.start()], moved[found.end()], WHY if found[0][0] == MARKED else "")
        for found in _ASIDE.finditer(laid.text)
        if moved[found.start()] < moved[found.end()]
    )
    blocks = tuple(
        Block((moved[b.span[0]], moved[b.span[1]]), b.tag, _SIGNS.sub("", b.markup), b.list) for b in laid.blocks
    )
    links = tuple(replace(x, span=(moved[x.span[0]], moved[x.span[1]])) for x in laid.links)
    pictures = tuple(replace(p, at=moved[p.at]) for p in laid.pictures)
    text = _SIGNS.sub("", laid.text)
    return replace(laid, text=text, blocks=blocks, links=links, pictures=pictures), aside


def _moves(text: str) -> list[int]:
    """For each place in the text with its signs, the place without them."""
    out, at = [], 0
    for letter in text:
        out.append(at)
        at += letter not in (LEFT, MARKED, END)
    out.append(at)
    return out
