"""Answers which parts of a page are around every page of its site: menus, heads, feet, forms. By what elements mean, not by class."""

from collections.abc import Iterator

from dateline.reading.finding.wordlist import words
from dateline.reading.markup.laid_out import Element, LaidOut
from dateline.reading.record import Span

ROLES = {
    "navigation": "navigation", "banner": "page head", "contentinfo": "page foot", "search": "form",
    "complementary": "aside", "menu": "navigation", "menubar": "navigation", "dialog": "dialog", "alertdialog": "dialog",
    "tablist": "navigation",
}  # fmt: skip
TAGS = {"nav": "navigation", "footer": "page foot", "header": "page head", "aside": "aside", "button": "button"}
INSIDE = words("main article")  # a header within these is the article's own
FEWEST = 200  # characters of a main part; of less the rest of the page is not left out for it


def furniture_of(laid: LaidOut) -> list[tuple[Span, str]]:
    """Give the spans that belong to the site and not to the page, with the reason; none inside another."""
    out: list[tuple[Span, str]] = []
    main = _main(laid)
    if main is not None:
        (start, end), whole = main.span, len(laid.text)
        out += [(span, "outside the main part") for span in ((0, start), (end, whole)) if span[0] < span[1]]
    end_of_last = -1
    for element, why in _meant(laid):
        start, end = element.span
        if start < end_of_last or (main is not None and not (main.span[0] <= start and end <= main.span[1])):
            continue
        out.append((element.span, why))
        end_of_last = end
    return sorted(out)


def _meant(laid: LaidOut) -> Iterator[tuple[Element, str]]:
    headed = [block.span for block in laid.blocks if block.tag == "h1"]
    inside: list[bool] = []
    for number, element in enumerate(laid.elements):
        inside.append(number > 0 and (inside[element.parent] or laid.elements[element.parent].tag in INSIDE))
        why = ROLES.get(element.shape.rpartition("#")[2]) or TAGS.get(element.tag)
        start, end = element.span
        if why is None or start == end:
            continue
        if why in ("page head", "page foot") and inside[number]:
            continue
        if why == "page head" and any(start <= s and e <= end for s, e in headed):
            continue
        if end - start > len(laid.text) * 0.6:  # a page that calls all of itself so
            continue
        yield element, why


def _main(laid: LaidOut) -> Element | None:
    """Give the page's one main part, where it has one that holds enough."""
    found = [e for e in laid.elements if e.tag == "main" or e.shape.endswith("#main")]
    found = [e for e in found if e.span[1] - e.span[0] >= FEWEST]
    if len({e.span for e in found}) != 1:
        return None
    start, end = found[0].span
    headed = [block.span for block in laid.blocks if block.tag == "h1"]
    if headed and not any(start <= s and e <= end for s, e in headed):
        return None  # its headline stands above it
    return found[0]
