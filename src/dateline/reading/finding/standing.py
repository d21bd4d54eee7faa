"""Answers what the place of a line above a single release's body says against its being the headline: mastheads, letterheads."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reading.finding import kinds
from dateline.reading.finding.letterheads import fields_of
from dateline.reading.finding.lines import Line
from dateline.reading.finding.senders import is_sender

MASTHEAD, SENDER, BLOCK, ALONE = -1.5, -1.0, -1.2, 0.9
"""What it adds to a headline's rate to stand above the page's menu or heading, to be an organization's name with another
line to choose below it, to be one of several lines of a letterhead, and to stand alone, however short."""

SPREAD = 0.9
"""A page that parts more of its lines by blank ones parts nothing by them."""

BLOCK_LINES = 3
"""So many short lines without a blank one between them are a letterhead where a line stands apart below them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the lines above a body are to each other, by their numbers."""

    rates: dict[int, float]
    fields: set[int]  # lines of the form 'Name: value'


def standing(lines: Sequence[Line], start: int, body: int) -> Standing:
    """Look at the lines from a start to the body."""
    texts = [n for n in range(start, body) if lines[n].kind == kinds.TEXT]
    fields = {start + n for n in fields_of(lines[start:body])}
    rates = dict.fromkeys(texts, 0.0)
    menu = max((n for n in range(start, body) if _is_of_the_page(lines[n])), default=-1)
    for n in texts:
        if n < menu and any(menu < other and other not in fields for other in texts):
            rates[n] += MASTHEAD
        if is_sender(lines[n].text) and any(other > n and not is_sender(lines[other].text) for other in texts):
            rates[n] += SENDER
        if not lines[n].text.count(" ") and lines[n].gap and (n + 1 == body or lines[n + 1].gap):
            rates[n] += ALONE
    for run in _runs(lines, texts):
        if (
            len(run) >= BLOCK_LINES
            and not _is_broken(lines[run[0]].text)
            and any(other > run[-1] and lines[other].gap for other in texts)
        ):
            for n in run:
                rates[n] += BLOCK
    return Standing(rates, fields)


def _is_broken(text: str) -> bool:
    """Tell whether a long line stops where no address does, as the first line of a headline may."""
    return text[-1] in ",;–—-" and text.count(" ") >= 4 and not any(c.isdigit() for c in text)


def _is_of_the_page(line: Line) -> bool:
    return line.kind == kinds.FURNITURE and line.why in ("navigation", "section heading")


def _runs(lines: Sequence[Line], texts: Sequence[int]) -> list[list[int]]:
    """Give the runs of lines without a blank one between them; where nearly every line has one above, none counts."""
    out: list[list[int]] = []
    is_spread = sum(line.gap > 0 for line in lines) > SPREAD * len(lines)
    for n in texts:
        if out and out[-1][-1] == n - 1 and (is_spread or not lines[n].gap):
            out[-1].append(n)
        else:
            out.append([n])
    return out
