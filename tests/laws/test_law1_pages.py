"""Law 1 for web pages: every letter that a browser shows, by another parser's word, stands in the reading, once."""

from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading import partition
from dateline.reading.decode import Text, decode
from dateline.reading.formats.html import read_page
from dateline.reading.markup.clean import letters_of

FILES = sorted((Path(__file__).parents[1] / "reading" / "html").glob("*.html"))
PAGES = [
    decode(p.read_bytes(), p.name, p, "windows-1252" if b"windows-1252" in p.read_bytes() else None).text for p in FILES
]
PIECES = [piece for page in PAGES for piece in page.replace(">", ">\0").split("\0") if piece.strip()]
UNSEEN = {
    "script",
    "style",
    "head",
    "noscript",
    "template",
    "svg",
    "iframe",
    "select",
    "object",
    "title",
    "meta",
    "link",
}

glued = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=60).map("".join)
cut = st.tuples(st.sampled_from(PAGES), st.integers(0, 4000), st.integers(1, 4000)).map(
    lambda c: c[0][c[1] : c[1] + c[2]]
)


def read(page):
    reading = read_page(Text("a.html", page), None)
    partition.check(reading.text, reading)
    for record in reading.releases:
        if record.markup:
            assert letters_of(record.markup) == "".join(record.text.split())
    return reading


def letters(text):
    return "".join(text.replace("\u00ad", "").replace("\u200b", "").split())


def shown(node):
    """Give the text nodes that are shown, in order, as lxml's own parser sees them."""
    if not isinstance(node.tag, str) or node.tag in UNSEEN or "hidden" in node.attrib:
        return node.tail or ""
    return (node.text or "") + "".join(map(shown, node)) + (node.tail or "")


@settings(max_examples=150, deadline=None)
@given(glued | cut | st.text(max_size=300))
def test_no_letter_of_a_page_that_was_laid_out_is_lost(page):
    read(page)


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_every_letter_that_another_parser_sees_is_in_the_reading(page):
    reading = read(page)
    assert letters(shown(lxml.html.document_fromstring(page))) == letters(reading.text)


def test_a_reading_is_the_same_twice():
    for page in PAGES:
        assert read(page).to_json() == read(page).to_json()
