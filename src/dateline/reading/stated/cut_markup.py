"""Takes a block's markup and gives what of it stands in a stretch of the block's text."""

import re

_PIECE = re.compile(r"<[^>]*>|&(?:#?\w+);|[^\s<&]+|\s+|[<&]")
_EMPTY = re.compile(r"<(strong|em|a)(?: [^>]*)?>(\s*)</\1>")


def cut_markup(markup: str, before: int, kept: int | None = None) -> str:
    """Drop the first `before` characters of its words and keep the `kept` that follow, or all; white space is not counted."""
    out: list[str] = []
    stop = None if kept is None else before + kept
    at = 0
    for found in _PIECE.finditer(markup):
        if stop is None and at >= before:
            out.append(markup[found.start() :])
            break
        piece = found[0]
        is_kept = at >= before and (stop is None or at < stop)
        if piece[0] == "<" and len(piece) > 1:
            if piece != "<br>" or is_kept:
                out.append(piece)
        elif piece.isspace():
            if is_kept and at > before:
                out.append(piece)
        elif piece[0] == "&":
            if is_kept:
                out.append(piece)
            at += 1
        else:
            end = len(piece) if stop is None else max(0, stop - at)
            out.append(piece[max(0, before - at) : end])
            at += len(piece)
    cut = "".join(out)
    while _EMPTY.search(cut):
        cut = _EMPTY.sub(r"\2", cut)
    bare = cut.strip()
    while bare.startswith("<br>") or bare.endswith("<br>"):
        bare = bare.removeprefix("<br>").removesuffix("<br>").strip()
    return bare
