"""Answers what of a page that was laid out stands within a span: blocks, links, lines that show a date."""

from bisect import bisect_left
from collections.abc import Sequence

from dateline.reading.finding import kinds
from dateline.reading.finding.lines import Line
from dateline.reading.finding.looks import look_at
from dateline.reading.markup.laid_out import Block, LaidOut, Link
from dateline.reading.record import Span

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MOSTLY = 0.5  # so much of a line must be a link that leads with it
LOOKED_AT = 14  # lines of an entry in which its date is looked for


class Within:
    """Looks into one page; every question is asked of a span."""

    def __init__(self, laid: LaidOut) -> None:
        self.laid = laid
        self._blocks = [block.span[0] for block in laid.blocks]
        self._links = sorted(laid.links, key=lambda link: link.span)
        self._link_starts = [link.span[0] for link in self._links]
        self._dated: dict[Span, bool] = {}

    def blocks(self, span: Span) -> Sequence[Block]:
        """Give the blocks that begin there."""
        return self.laid.blocks[bisect_left(self._blocks, span[0]) : bisect_left(self._blocks, span[1])]

    def touching(self, span: Span) -> Sequence[Block]:
        """Give the blocks of which a part stands there."""
        first = max(0, bisect_left(self._blocks, span[0] + 1) - 1)
        return [b for b in self.laid.blocks[first : bisect_left(self._blocks, span[1])] if b.span[1] > span[0]]

    def links(self, span: Span) -> list[Link]:
        """Give the links that begin there, icons at the end of the span included."""
        first, end = bisect_left(self._link_starts, span[0]), span[1]
        while self.laid.text[end : end + 1] == "\t":  # an empty cell
            end += 1
        return self._links[first : bisect_left(self._link_starts, end + 1, lo=first)]

    def heading(self, span: Span) -> Block | None:
        """Give the first heading."""
        return next((block for block in self.blocks(span) if block.tag in HEADINGS), None)

    def widest_link(self, span: Span) -> Link | None:
        """Give the link with the most words."""
        links = [link for link in self.links(span) if link.span[1] <= span[1]]
        return max(links, key=lambda link: link.span[1] - link.span[0], default=None)

    def lines(self, span: Span) -> list[Line]:
        """Give the lines of a span, looked at by themselves."""
        out, at = [], span[0]
        for raw in self.laid.text[slice(*span)].splitlines(keepends=True):
            text = raw.strip()
            if text:
                start = at + raw.index(text)
                line = Line(start, start + len(text), text, 0)
                look_at(line)
                out.append(line)
            at += len(raw)
        return out

    def is_dated(self, span: Span) -> bool:
        """Tell whether an entry shows a date of its own."""
        if span not in self._dated:
            self._dated[span] = any(map(shows_date, self.lines(span)[:LOOKED_AT])) or any(
                span[0] <= shown[0] < span[1] for shown, _ in self.laid.times
            )
        return self._dated[span]

    def prose(self, span: Span) -> int:
        """Count the characters of paragraphs that are no links."""
        return sum(
            block.span[1] - block.span[0]
            for block in self.blocks(span)
            if block.span[1] - block.span[0] >= 80
            and block.tag not in HEADINGS
            and self.linked(block.span) * 2 < block.span[1] - block.span[0]
        )

    def stands_in_prose(self, link: Link) -> bool:
        """Tell whether a link is a part of a longer paragraph, and no line of its own."""
        at = bisect_left(self._blocks, link.span[0] + 1) - 1
        block = self.laid.blocks[at].span if at >= 0 else link.span
        return (block[1] - block[0]) * MOSTLY > link.span[1] - link.span[0]

    def linked(self, span: Span) -> int:
        """Count the characters that are words of links."""
        return sum(min(link.span[1], span[1]) - link.span[0] for link in self.links(span))


def shows_date(line: Line) -> bool:
    """Tell whether a line shows a release's day."""
    if line.kind in (kinds.DATE, kinds.DATED, kinds.TRAILED, kinds.BARE):
        return True
    if line.kind == kinds.DATELINE:
        return line.dateline is not None and line.dateline.date is not None
    return line.date is not None
