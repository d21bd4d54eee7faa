"""Answers which lines belong to which release: the best-scoring sequence of roles over the lines of a page.

A sequence scores what its lines say of themselves (roles.py) plus what each pair of neighbours says (transitions.py). The best
one is found (sequence.py), then the page is asked for its own template (template.py): the pairs that were met often are made
likelier, the others less so, and the page is read again (one step of expectation and maximization).
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.reading.finding.lines import Line
from dateline.reading.finding.posts import with_posts_opened
from dateline.reading.finding.roles import OUT
from dateline.reading.finding.sequence import Roles, best_sequence
from dateline.reading.finding.template import are_dates_scattered, gap_weights, template_of, with_dates_settled
from dateline.reading.finding.transitions import Weights, sort_of
from dateline.reading.finding.wrapped import with_wrapped_headlines


def segment(lines: Sequence[Line], is_listing: bool) -> list[list[tuple[Line, int]]]:
    """Give the releases as lists of lines with their roles; lines of no release are in none."""
    if not lines:
        return []
    weights = Weights(is_listing, *gap_weights(lines, is_listing))
    sorts = [sort_of(line, is_listing) for line in lines]
    roles = best_sequence(lines, sorts, weights)[0]
    if are_dates_scattered(lines, roles, weights):
        weights, roles = with_dates_settled(lines, sorts, weights)
    learned = template_of(roles)
    if learned:
        roles = best_sequence(lines, sorts, replace(weights, learned=learned))[0]
    return _grouped(lines, with_posts_opened(lines, with_wrapped_headlines(lines, roles)))


def _grouped(lines: Sequence[Line], roles: Roles) -> list[list[tuple[Line, int]]]:
    out: list[list[tuple[Line, int]]] = []
    is_open = False
    for line, (role, opens) in zip(lines, roles, strict=True):
        if role == OUT:
            is_open = False
        elif opens or not is_open:
            out.append([(line, role)])
            is_open = True
        else:
            out[-1].append((line, role))
    return out
