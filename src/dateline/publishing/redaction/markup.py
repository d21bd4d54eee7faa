"""A passage out of sanitised markup, also where it crosses emphasis, links and paragraphs. Pure."""

import html
import re
from dataclasses import dataclass
from urllib.parse import unquote

from dateline.publishing.redaction.passage import Passage
from dateline.releases.wording import clean_html

_TAG = re.compile(r"(<[^>]+>)")
_CHARACTER = re.compile(r"&[^;\s&]{1,32};|.", re.DOTALL)
_BREAKS = re.compile(r"</?(?:p|ul|ol|li|br)\b")
_EMPTY = re.compile(r"<(p|strong|b|em|i|a|ul|ol|li)\b[^>]*>\s*</\1>")
_HIDDEN = re.compile(r'="([^"]*)"|=\'([^\']*)\'|<!--(.*?)-->|<(?:script|style)\b[^>]*>(.*?)</', re.DOTALL)
_NAME = re.compile(r"</?\w+")


@dataclass
class _Letter:
    """One character that is read, and how the markup writes it."""

    piece: int  # the piece of markup in which it stands; -1 for the end of a paragraph, which stays
    read: str
    written: str
    is_break: bool = False  # within a paragraph: goes with the words around it
    is_taken: bool = False


def html_without(passage: Passage, markup: str, mark: str) -> tuple[str, int]:
    """Give markup with the mark in the passage's place, and how often it stood there.

    What hides the words where nobody reads them (a link's address, an attribute, a comment) goes too; and a link whose
    own words are removed leads nowhere any more: its address would say who was meant.
    """
    cleaned = clean_html(markup)
    pieces = _TAG.split(cleaned)
    letters = list(_letters(pieces))
    spans = passage.spans("".join(letter.read for letter in letters))
    for start, end in spans:
        _take(letters[start:end], html.escape(mark, quote=False))
    written = [piece if at % 2 and not piece.startswith("<br") else "" for at, piece in enumerate(pieces)]
    touched = set()
    for letter in letters:
        if letter.piece >= 0:
            written[letter.piece] += letter.written
            if letter.is_taken:
                touched.add(letter.piece)
    unlinked = _unlink(passage, pieces, written, touched)
    if not spans and not unlinked:
        return (cleaned, 1) if cleaned != markup and _says_hidden(passage, markup) else (markup, 0)
    made = "".join(written)
    while made != (made := _EMPTY.sub("", made)):
        pass
    return made, len(spans) + unlinked


def _letters(pieces: list[str]):
    for at, piece in enumerate(pieces):
        if at % 2:
            if _BREAKS.match(piece):
                is_break = piece.startswith("<br")
                yield _Letter(at if is_break else -1, "\n", piece if is_break else "", is_break)
            continue
        for match in _CHARACTER.finditer(piece):
            read = html.unescape(match[0])
            # An entity of two characters is rare; its first is compared, and it is taken or left as a whole.
            yield _Letter(at, read[:1] or " ", match[0])


def _take(letters: list[_Letter], mark: str) -> None:
    """Put the mark where the first of these letters stands, and nothing in the place of the others."""
    for letter in letters:
        if letter.is_break:
            letter.written = ""
        elif letter.piece >= 0:
            letter.written, mark, letter.is_taken = mark, "", True


def _unlink(passage: Passage, pieces: list[str], written: list[str], touched: set[int]) -> int:
    """Take off links whose words were touched, and what hides the words in a tag; give how many only for the latter."""
    count, opened = 0, -1
    for at in range(1, len(pieces), 2):
        if pieces[at].startswith("<a"):
            opened = at
        elif pieces[at] == "</a>" and opened >= 0:
            says_it = _says_hidden(passage, pieces[opened])
            has_words = any(opened < piece < at for piece in touched)
            if says_it or has_words:
                written[opened] = written[at] = ""
                count += says_it and not has_words
            opened = -1
        elif _says_hidden(passage, pieces[at]):  # in a title that a pointer shows
            written[at] = f"{_NAME.match(pieces[at])[0]}>"  # type: ignore[index]  # every tag has a name
            count += 1
    return count


def _says_hidden(passage: Passage, markup: str) -> bool:
    """Say whether markup says the words where nobody reads them, an address on the web included."""
    for hidden in _HIDDEN.findall(markup):
        read = unquote(html.unescape("".join(hidden)))
        if passage.stands_in(read) or passage.is_in_address(read):
            return True
    return False
