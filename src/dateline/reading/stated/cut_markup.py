"""Takes a block's markup and gives what of it stands in a stretch of the block's text."""

import re

_PIECE = re.compile(r"<[^>]*>|&(?:#?\w+);|[^\s<&]+|\s+|[<&]")
_EMPTY = re.compile(r"<(strong|em|a)(?: [^>]*)?>(\s*)</\1>")
_ENDS = re.compile(r"^(?:\s|<br>)+|(?:\s|<br>)+$")


def cut_markup(markup: str, before: int, kept: int) -> str:
    """Drop the first `before` characters of its words and keep the `kept` that follow; white space is not counted."""
    out: list[str] = []
    at = 0
    for found in _PIECE.finditer(markup):
        piece = found[0]
        if piece[0] == "<" and len(piece) > 1:
            if piece != "<br>" or before <= at < before + kept:
                out.append(piece)
        elif piece.isspace():
            if before < at < before + kept:
                out.append(piece)
        elif piece[0] == "&":
            if before <= at < before + kept:
                out.append(piece)
            at += 1
        else:
            out.append(piece[max(0, before - at) : max(0, before + kept - at)])
            at += len(piece)
    cut = "".join(out)
    while (less := _EMPTY.sub(r"\2", cut)) != cut:
        cut = less
    return _ENDS.sub("", cut)
