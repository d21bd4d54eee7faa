"""Answers whether a page is a list, by what repeats in it: elements of one shape, each with a headline of its own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.reading.markup.laid_out import Element, LaidOut
from dateline.reading.markup.within import HEADINGS, Within
from dateline.reading.record import Span

FEWEST = 3  # entries of a list; of two nothing tells that they repeat
SHORTEST, LONGEST = 15, 6_000  # characters of an entry
HEADLINE = 12  # characters of the shortest headline
WORDS = 4.5  # of a headline, on average; the entries of menus have fewer
LIKE = 0.7  # so many of a group's elements must look like releases
UNDATED_WEIGHT = 0.35  # a group without dates counts so much less than one with


@dataclass(frozen=True, slots=True)
class Repeated:
    """The entries of a list."""

    spans: tuple[Span, ...]  # in the order of the page, none inside another
    is_dated: bool  # most of them show a date


def repeated_in(laid: LaidOut, within: Within, left_out: Sequence[Span]) -> Repeated | None:
    """Give the page's list of releases, where it has one."""
    best, best_weight = None, 0.0
    for spans in _groups(laid, within, left_out):
        weight, found = _weighed(spans, within)
        if found is not None and weight > best_weight * 1.05:
            best, best_weight = found, weight
    return best


def _groups(laid: LaidOut, within: Within, left_out: Sequence[Span]) -> Iterable[list[Span]]:
    """Give runs of elements that repeat: of one shape under the same path, and of one tag under one parent."""
    by_shape: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    by_parent: dict[tuple[int, str], list[Span]] = defaultdict(list)
    elements = laid.elements
    for element in elements[1:]:
        start, end = element.span
        if not SHORTEST <= end - start <= LONGEST or any(s <= start and end <= e for s, e in left_out):
            continue
        above = elements[element.parent]
        for spans in (by_shape[_path(elements, element, above)], by_parent[element.parent, element.tag]):
            if not spans or spans[-1][1] <= start:
                spans.append(element.span)
    seen: set[tuple[Span, ...]] = set()
    for spans in (*by_shape.values(), *by_parent.values(), *_headed(elements, within, left_out)):
        if len(spans) >= FEWEST and tuple(spans) not in seen:
            seen.add(tuple(spans))
            yield spans


def _headed(elements: Sequence[Element], within: Within, left_out: Sequence[Span]) -> Iterable[list[Span]]:
    """Give stretches between headings of one rank that stand side by side: entries without an element of their own."""
    beside: dict[tuple[int, str], list[int]] = defaultdict(list)
    children: dict[int, list[int]] = defaultdict(list)
    for number, element in enumerate(elements[1:], 1):
        if element.span[0] < element.span[1]:
            if element.tag in HEADINGS and not any(s <= element.span[0] < e for s, e in left_out):
                beside[element.parent, element.tag].append(len(children[element.parent]))
            children[element.parent].append(number)
    for (parent, _), places in beside.items():
        if len(places) < FEWEST:
            continue
        below = max(after - before for before, after in pairwise(places))  # no entry is longer than the longest before
        all_of_it = children[parent]
        ends = [*places[1:], min(len(all_of_it), places[-1] + below)]
        spans = [
            (elements[all_of_it[first]].span[0], elements[all_of_it[end - 1]].span[1])
            for first, end in zip(places, ends, strict=True)
            if end - first > 1
        ]
        if sum(map(within.is_dated, spans)) >= LIKE * len(places):  # else the headings may part one text
            yield spans


def _path(elements: Sequence[Element], element: Element, above: Element) -> tuple[str, ...]:
    return element.shape, above.shape, elements[above.parent].shape


def _weighed(spans: list[Span], within: Within) -> tuple[float, Repeated | None]:
    headlines = [_headline(span, within) for span in spans]
    like = [(span, text) for span, text in zip(spans, headlines, strict=True) if text is not None]
    if len(like) < FEWEST or len(like) < LIKE * len(spans):
        return 0.0, None
    words = sum(text.count(" ") + 1 for _, text in like) / len(like)
    if words < WORDS and not all(within.is_dated(span) for span, _ in like[:FEWEST]):
        return 0.0, None
    if len({text for _, text in like}) < LIKE * len(like):
        return 0.0, None  # the same words each time: buttons
    dated = sum(within.is_dated(span) for span, _ in like) / len(like)
    weight = len(like) * (UNDATED_WEIGHT + dated)
    return weight, Repeated(tuple(span for span, _ in like), dated >= 0.5)


def _headline(span: Span, within: Within) -> str | None:
    """Give the words that could be an entry's headline."""
    heading = within.heading(span)
    if heading is not None and heading.span[1] - heading.span[0] >= HEADLINE:
        return within.laid.text[slice(*heading.span)]
    link = within.widest_link(span)
    if link is None or link.span[1] - link.span[0] < HEADLINE or within.stands_in_prose(link):
        return None
    if within.prose((span[0], link.span[0])):
        return None  # a headline stands above its text: this is a text that leads on
    return within.laid.text[slice(*link.span)]
