"""A text and the stems that were asked for → the text in pieces, of which some are marked. Pure; escapes nothing."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from dateline.publishing.faces import Piece
from dateline.publishing.searching.stems import stem, words_in

LONGEST = 240  # characters of an excerpt: three lines in the list's column
BEFORE = 60  # of them, at most, before the first marked word

Span = tuple[int, int, str]  # where a marked word begins and ends, and its stem


def marked(text: str, stems: Collection[str], language: str) -> tuple[Piece, ...]:
    """Give the whole text in pieces."""
    return _pieces(text, _spans(text, stems, language), 0, len(text))


def excerpt(paragraphs: Iterable[str], stems: Collection[str], language: str) -> tuple[Piece, ...]:
    """Give the part in which most of the words asked for stand; the opening where none does."""
    most, best, opening = 0, ("", list[Span](), 0), ""
    for text in paragraphs:
        opening = opening or text
        spans = _spans(text, stems, language)
        for start, different in _gathered(spans):
            if different > most:
                most, best = different, (text, spans, start)
        if most == len(stems):
            break
    text, spans, start = best if most else (opening, [], 0)
    return _pieces(text, spans, *_window(text, start))


def _gathered(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Give, for each marked word, how many different ones stand within an excerpt that begins with it."""
    within: Counter[str] = Counter()
    end = 0
    for start, _, known in spans:
        while end < len(spans) and spans[end][1] <= start + LONGEST - BEFORE:
            within[spans[end][2]] += 1
            end += 1
        yield start, len(within)
        within[known] -= 1
        if not within[known]:
            del within[known]


def _spans(text: str, stems: Collection[str], language: str) -> list[Span]:
    beginnings = {_beginning(known) for known in stems}
    likely = (
        word
        for word in words_in(text)
        if (b := _beginning(word[0])) in beginnings or not b.isascii() or not b.isalpha()
    )
    found = ((*word.span(), stem(word[0], language)) for word in likely)
    return [span for span in found if span[2] in stems]


def _beginning(word: str) -> str:
    """Give two letters that a word shares with its stem ("dying" has "die"): most words needn't be stemmed at all."""
    return word[:2].lower().replace("y", "i")


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


def _pieces(text: str, spans: Iterable[Span], begin: int, end: int) -> tuple[Piece, ...]:
    pieces, at = [], begin
    if begin:
        pieces.append(Piece("… ", False))
    for start, stop, _ in spans:
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
