"""Answers which lines beside a release's prose only lead elsewhere: buttons to share it, the release before and after, others."""

from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.markup.files import file_name
from dateline.reading.markup.laid_out import Block, Link
from dateline.reading.markup.within import Within
from dateline.reading.record import Span

OF_THE_TEXT = ("p", "blockquote", "pre", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6")
ALL = 0.9  # of a line's characters must be words of links
A_TITLE = 40  # characters of a link that may be another release, which a person is to be shown


def links_beside(within: Within, body: Span, head: Span, left_out: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Give the lines above and below a body's prose that are links alone: short ones, and those that may be other releases."""
    blocks = [b for b in within.blocks(body) if not any(s <= b.span[0] < e for s, e in left_out)]
    prose = [block for block in blocks if within.prose(block.span)]
    short: list[Span] = []
    others: list[Span] = []
    for block in blocks:
        is_beside = not prose or block.span[1] <= prose[0].span[0] or block.span[0] >= prose[-1].span[1]
        if not is_beside or block.tag in OF_THE_TEXT or (block.span[0] < head[1] and head[0] < block.span[1]):
            continue
        links = [link for link in within.links(block.span) if link.span[0] < link.span[1]]
        if _leads_elsewhere(within, block, links):
            is_other = max(link.span[1] - link.span[0] for link in links) >= A_TITLE
            (others if is_other else short).append(block.span)
    return short, others


def _leads_elsewhere(within: Within, block: Block, links: list[Link]) -> bool:
    start, end = block.span
    if within.linked(block.span) < ALL * (end - start):
        return False
    if any(file_name(link.address) or _is_to_reach(within.laid.text[slice(*link.span)]) for link in links):
        return False
    return all(line.kind not in (kinds.LINK, kinds.CONTACT, kinds.DATE) for line in within.lines(block.span))


def _is_to_reach(words: str) -> bool:
    return "@" in words or sum(letter.isdigit() for letter in words) >= 7  # a mail address, a number to call
