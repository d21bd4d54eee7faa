"""Characters that HTML and XML forbid are on no page, and none other is lost."""

import re
from xml.etree import ElementTree

from hypothesis import example, given, settings
from hypothesis import strategies as st
from publishing.render.every_page import FEED, make_release, make_room, make_teaser

from dateline.publishing import faces
from dateline.publishing.render.atom import render_atom
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.release import render_release
from dateline.publishing.render.text import render_text

FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
any_text = st.text(st.characters(), max_size=60)


@settings(deadline=None)
@given(any_text)
@example("a\x00b\x08c\x1bd\x7fe\x85f\ufffeg\uffffh\ufdd0i\ud800j\U0001ffffk")
@example("naïve “words” · 😀 \xa0 ¿qué? \U0010fffd")
def test_only_what_is_forbidden_is_taken_out(text: str) -> None:
    cleaned = clean_bytes(text).decode()
    assert not FORBIDDEN.search(cleaned)
    spaced = re.sub("[\r\x0b\x0c]", " ", text)
    last_two = re.compile(
        "[" + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)) + "]"
    )
    assert cleaned == last_two.sub("", FORBIDDEN.sub("", spaced))


@settings(max_examples=60, deadline=None)
@given(any_text, any_text)
@example("]]>", "<![CDATA[\x00\x0b")
def test_the_feed_is_well_formed_for_any_text(headline: str, words: str) -> None:
    release = make_release(
        headline=headline,
        lede=words,
        dateline=words,
        blocks=(faces.TextBlock("<p>One.<br></p>"), faces.QuoteBlock(words, headline, words)),
    )
    feed = render_atom(make_room(name=headline), FEED, [release, make_teaser(lede=words)])
    ElementTree.fromstring(feed)


@settings(max_examples=40, deadline=None)
@given(any_text)
def test_page_and_plain_text_take_any_text(words: str) -> None:
    release = make_release(
        headline=words, lede=words, dateline=words, boilerplate=words, blocks=(faces.QuoteBlock(words, "", ""),)
    )
    for made in (render_release(make_room(), release), render_text(make_room(), release)):
        assert not FORBIDDEN.search(made.decode())
