"""Answers where the one release of a page stands: the smallest part that holds its headline and most of its prose."""

from collections.abc import Sequence

from dateline.reading.markup.laid_out import Block, LaidOut
from dateline.reading.markup.stated import Stated
from dateline.reading.markup.within import HEADINGS, Within
from dateline.reading.record import Span

MOST = 0.7  # of the prose
ENOUGH = 120  # characters of prose of the shortest release


def headline_of(laid: LaidOut, stated: Stated, left_out: Sequence[Span]) -> Block | None:
    """Give the heading that is the page's headline: the one that its head names, else its only h1."""
    headings = [
        block for block in laid.blocks if block.tag in HEADINGS and not any(s <= block.span[0] < e for s, e in left_out)
    ]
    names = [_folded(name) for name in (stated.headline, laid.title) if name]
    for name in names:
        for block in headings:
            said = _folded(laid.text[slice(*block.span)])
            if len(said) >= 10 and (name.startswith(said) or said.startswith(name) or f" {said}" in name):
                return block
    tops = [block for block in headings if block.tag == "h1"]
    return tops[0] if len(tops) == 1 else None


def body_of(laid: LaidOut, within: Within, headline: Block, left_out: Sequence[Span]) -> Span | None:
    """Give the span of the smallest element around the headline that holds most of the page's prose; None for too little."""
    whole = within.prose((0, len(laid.text))) - sum(within.prose(span) for span in left_out)
    if whole < ENOUGH:
        return None
    best: Span | None = None
    for element in laid.elements:  # those around one place open one after the other, the smallest last
        start, end = element.span
        if start <= headline.span[0] and headline.span[1] <= end:
            inside = [span for span in left_out if start <= span[0] and span[1] <= end]
            if within.prose(element.span) - sum(within.prose(span) for span in inside) >= MOST * whole:
                best = element.span
    return best


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
