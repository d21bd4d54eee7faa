"""Takes blocks of a page and gives the body's markup: a few elements, and nothing that a browser would execute."""

import re
from collections.abc import Iterable
from html import unescape
from itertools import groupby

import nh3

from dateline.reading.markup.laid_out import Block

ELEMENTS = {"p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "h2", "h3", "h4"}
PLAIN = {f"<{tag}>" for tag in ELEMENTS} | {f"</{tag}>" for tag in ELEMENTS}
_TAG = re.compile(r"<[^>]*>")
SCHEMES = {"http", "https", "mailto", "tel"}
AS = {"h1": "h2", "h5": "h4", "h6": "h4", "h2": "h2", "h3": "h3", "h4": "h4", "blockquote": "blockquote"}


def clean(markup: str) -> str:
    """Give HTML of ELEMENTS alone, links with an address of SCHEMES; all other elements leave their words."""
    tags = _TAG.findall(markup)
    if PLAIN.issuperset(tags) and markup.count("<") == len(tags):
        return markup  # nothing in it has an attribute: there is nothing to take out
    return nh3.clean(markup, tags=ELEMENTS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None)


_PIECE = re.compile(r"<[^>]*>|&(?:#?\w+);|[^\s<&]+|\s+|[<&]")
_HOLLOW = re.compile(r"<(strong|em|a)(?: [^>]*)?>(\s*(?:<br>)*\s*)</\1>")


def between(markup: str, first: int, count: int | None = None) -> str:
    """Give what of a block's markup shows its letters from `first` on, `count` of them or all; white space is not counted."""
    out: list[str] = []
    stop = None if count is None else first + count
    at = 0
    for found in _PIECE.finditer(markup):
        if stop is None and at >= first:
            out.append(markup[found.start() :])
            break
        piece = found[0]
        is_kept = at >= first and (stop is None or at < stop)
        if piece[0] == "<" and len(piece) > 1:
            if piece != "<br>" or is_kept:
                out.append(piece)
        elif piece.isspace():
            if is_kept and at > first:
                out.append(piece)
        elif piece[0] == "&":
            if is_kept:
                out.append(piece)
            at += 1
        else:
            end = len(piece) if stop is None else max(0, stop - at)
            out.append(piece[max(0, first - at) : end])
            at += len(piece)
    cut = "".join(out)
    while _HOLLOW.search(cut):
        cut = _HOLLOW.sub(r"\2", cut)
    bare = cut.strip()
    while bare.startswith("<br>") or bare.endswith("<br>"):
        bare = bare.removeprefix("<br>").removesuffix("<br>").strip()
    return bare


def letters_of(markup: str) -> str:
    """Give the letters that markup shows, without white space."""
    return "".join(unescape(_TAG.sub(" ", markup)).split())


def markup_of(blocks: Iterable[Block]) -> str:
    """Give the markup of a body: its blocks in order, list entries of one list together."""
    out = []
    for of, some in groupby(blocks, key=lambda block: block.list):
        if of:
            out.append(f"<{of}>" + "".join(f"<li>{block.markup}</li>" for block in some) + f"</{of}>")
        else:
            out += [f"<{AS.get(b.tag, 'p')}>{b.markup}</{AS.get(b.tag, 'p')}>" for b in some]
    return clean("".join(out))
