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


_PIECE = re.compile(r"<[^>]*>|&[#\w]+;|[^<&]|[<&]")
_TAGS = re.compile(r"<[^>]*>")


def between(markup: str, first: int, count: int) -> str:
    """Give what of a block's markup shows its letters from `first` on, `count` of them; white space is not counted."""
    out, at = [], 0
    for piece in _PIECE.findall(markup):
        if len(piece) > 1 and piece[0] == "<":
            if piece != "<br>" or first < at < first + count:
                out.append(piece)
            continue
        if first <= at < first + count and not (piece.isspace() and at == first):
            out.append(piece)
        at += not unescape(piece).isspace()
    return _emptied("".join(out)).strip()


def letters_of(markup: str) -> str:
    """Give the letters that markup shows, without white space."""
    return "".join(unescape(_TAGS.sub(" ", markup)).split())


def _emptied(markup: str) -> str:
    """Leave out elements in which nothing is left."""
    before = ""
    while before != markup:
        before, markup = markup, re.sub(r"<(a|strong|em)(?: [^>]*)?>\s*</\1>", "", markup)
    return markup


def markup_of(blocks: Iterable[Block]) -> str:
    """Give the markup of a body: its blocks in order, list entries of one list together."""
    out = []
    for of, some in groupby(blocks, key=lambda block: block.list):
        if of:
            out.append(f"<{of}>" + "".join(f"<li>{block.markup}</li>" for block in some) + f"</{of}>")
        else:
            out += [f"<{AS.get(b.tag, 'p')}>{b.markup}</{AS.get(b.tag, 'p')}>" for b in some]
    return clean("".join(out))
