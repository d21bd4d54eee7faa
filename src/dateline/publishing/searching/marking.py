"""A text and the stems that were asked for → the text in pieces, of which some are marked. Pure; escapes nothing."""

from collections.abc import Collection, Iterable

from dateline.publishing.faces import Piece
from dateline.publishing.searching.stems import stem, words_in

LONGEST = 240  # characters of an excerpt: three lines in the list's column
BEFORE = 60  # of them, at most, before the first marked word


def marked(text: str, stems: Collection[str], language: str) -> tuple[Piece, ...]:
    """Give the whole text in pieces."""
    return _pieces(text, _spans(text, stems, language), 0, len(text))


def excerpt(paragraphs: Iterable[str], stems: Collection[str], language: str) -> tuple[Piece, ...]:
    """Give the part in which most of the words asked for stand; the opening where none does."""
    best: tuple[int, str, list[tuple[int, int]], int] | None = None
    opening = ""
    for text in paragraphs:
        opening = opening or text
        spans = _spans(text, stems, language)
        for at, (start, _) in enumerate(spans):
            within = [span for span in spans[at:] if span[1] <= start + LONGEST - BEFORE]
            different = len({stem(text[one:end], language) for one, end in within})
            if best is None or different > best[0]:
                best = (different, text, spans, start)
            if different == len(stems):
                break
        if best and best[0] == len(stems):
            break
    if best is None:
        return _pieces(opening, [], *_window(opening, 0))
    _, text, spans, start = best
    return _pieces(text, spans, *_window(text, start))


def _spans(text: str, stems: Collection[str], language: str) -> list[tuple[int, int]]:
    return [word.span() for word in words_in(text) if stem(word[0], language) in stems]


def _window(text: str, start: int) -> tuple[int, int]:
    """Give where an excerpt begins and ends: between words."""
    if len(text) <= LONGEST:
        return 0, len(text)
    begin = max(0, min(start - BEFORE, len(text) - LONGEST))
    if begin:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else start
    end = min(len(text), begin + LONGEST)
    if end < len(text):
        space = text.rfind(" ", start + 1, end)
        end = space if space > begin else end
    return begin, end


def _pieces(text: str, spans: Iterable[tuple[int, int]], begin: int, end: int) -> tuple[Piece, ...]:
    pieces, at = [], begin
    if begin:
        pieces.append(Piece("… ", False))
    for start, stop in spans:
        if start < begin or stop > end:
            continue
        if start > at:
            pieces.append(Piece(text[at:start], False))
        pieces.append(Piece(text[start:stop], True))
        at = stop
    if at < end:
        pieces.append(Piece(text[at:end], False))
    if end < len(text):
        pieces.append(Piece(" …", False))
    return tuple(pieces)
