"""Takes the HTML fields of an entry and answers which is the body, and whether it is only an opening."""

import re

from dateline.reading.markup.laid_out import LaidOut

_CUT = re.compile(r"(?:\[?\s*(?:…|\.\.\.|&hellip;)\s*\]?|\[\s*(?:more|read more|m[aá]s)\s*\])\s*$", re.IGNORECASE)
_WAY_ON = re.compile(
    r"(?:continue reading|read (?:more|the full|on)|(?:seguir|continuar|sigue) leyendo|leer m[aá]s|lire la suite|en savoir plus|continuar lendo|leia mais|weiterlesen|more)\b.{0,200}$",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"(?:the post .{1,400} (?:appeared first|first appeared) on .{1,200}|la entrada .{1,400} (?:se public[oó]|aparece) primero en .{1,200}|"
    r"l[’']article .{1,400} est apparu en premier sur .{1,200}|o post .{1,400} apareceu primeiro em .{1,200})\.?$",
    re.IGNORECASE,
)
"""WordPress signs each entry so; it is the feed's own line."""

WHOLE_PARAGRAPHS, WHOLE_CHARACTERS = 3, 900
"""A description so long is no summary: feeds without another field for the text carry it there."""


def is_opening(laid: LaidOut, *, is_summary: bool) -> bool:
    """Tell whether a body is only the opening of the release."""
    lines = [line for line in laid.text.split("\n") if line.strip() and not SIGNED.match(line.strip())]
    if not lines or _CUT.search(lines[-1]) or (len(lines[-1]) < 240 and _WAY_ON.match(lines[-1].strip())):
        return True
    if not is_summary:
        return False
    return len(lines) < WHOLE_PARAGRAPHS and sum(map(len, lines)) < WHOLE_CHARACTERS


def signed_lines(laid: LaidOut) -> tuple[tuple[int, int, str], ...]:
    """Give the places of the lines that are the feed's own."""
    out, at = [], 0
    for line in laid.text.split("\n"):
        bare = line.strip()
        if len(bare) < 800 and SIGNED.match(bare):
            start = at + line.index(bare)
            out.append((start, start + len(bare), "the feed's own line"))
        at += len(line) + 1
    return tuple(out)
