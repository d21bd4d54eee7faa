"""What no page may carry, whatever an organization writes: markup that is not ours, scripts, other hosts, weight."""

import re

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing.render.every_page import (
    SHOEBOX,
    SHOEBOX_FOR_PRINT,
    every_page,
    make_change,
    make_release,
    make_room,
)

from dateline.publishing import faces
from dateline.publishing.render.release import render_release
from dateline.publishing.render.style import stylesheet, tools_stylesheet

HOSTILE = """<script>alert(1)</script>"'><img src=x onerror=alert(1)><style>*{color:red}</style>{{ 7*7 }}&amp;"""
RUNS = "//script[not(@type='application/ld+json')]"  # a block of data is executed by no browser
PAGES = every_page(make_room(), make_release())
ANOTHER_FORM = "//form[not(@role='search' and @method='get' and starts-with(@action, '/'))]"
URL_ATTRIBUTES = ("src", "srcset", "poster", "data", "action", "formaction", "background")


def hostile_release() -> faces.ReleaseFace:
    return make_release(
        headline=HOSTILE,
        subheadline=HOSTILE,
        partners=(faces.PartnerFace(HOSTILE, "javascript:alert(1)"), faces.PartnerFace(HOSTILE, HOSTILE)),
        dateline=HOSTILE,
        lede=HOSTILE,
        topics=(faces.TopicLink(HOSTILE, "/topics/x/"),),
        blocks=(
            faces.TextBlock("<p>Trusted, for it was cleaned.</p>"),
            faces.QuoteBlock(HOSTILE, HOSTILE, HOSTILE),
            faces.ListBlock((HOSTILE,)),
            faces.ImageBlock(SHOEBOX, SHOEBOX_FOR_PRINT, HOSTILE, HOSTILE, HOSTILE),
        ),
        attachments=(
            faces.AttachmentFace(HOSTILE, "/files/x", HOSTILE, 10),
            faces.AttachmentFace(HOSTILE, "", "", 0),
        ),
        boilerplate=HOSTILE,
        contacts=(
            faces.ContactFace(*[HOSTILE] * 6),
            faces.ContactFace("A", "", HOSTILE + "555 0100", "a@b<c>.d", "", ""),
        ),
        translations=(faces.LanguageLink(HOSTILE, HOSTILE, "/es/", True),),
        changes=(make_change(note=HOSTILE),),
    )


def hostile_room() -> faces.NewsroomFace:
    return make_room(
        name=HOSTILE,
        place=HOSTILE,
        boilerplate=HOSTILE,
        contacts=(faces.ContactFace(*[HOSTILE] * 6),),
        topics=(faces.TopicLink(HOSTILE, "/topics/x/"),),
        languages=(faces.LanguageLink("es", HOSTILE, "/es/", False),),
    )


@pytest.mark.parametrize("name", PAGES)
def test_markup_in_what_was_said_is_text_on_every_page(name: str) -> None:
    tree = lxml.html.fromstring(every_page(hostile_room(), hostile_release())[name])
    assert not tree.xpath(f"{RUNS} | //style | //*[@style] | //iframe | //object | {ANOTHER_FORM}")
    assert not [key for element in tree.iter() for key in element.attrib if key.startswith("on")]
    assert all(
        image.get("src") in ("/files/shoebox-1280.jpg", "/press/logo-black-800.png") for image in tree.iter("img")
    )
    assert b"49" not in every_page(hostile_room(), hostile_release())[name].split(b"</title>")[0]


def test_hostile_words_are_still_all_there() -> None:
    tree = lxml.html.fromstring(render_release(make_room(), hostile_release()))
    assert tree.xpath("string(//h1)") == HOSTILE
    assert HOSTILE in tree.xpath("string(//figcaption)")


def test_an_address_that_runs_is_no_link() -> None:
    hrefs = lxml.html.fromstring(render_release(make_room(), hostile_release())).xpath("//a/@href")
    assert not [href for href in hrefs if re.match(r"\s*(javascript|data|vbscript):", href, re.IGNORECASE)]
    assert not [href for href in hrefs if "<" in href]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_runs_or_styles_anything_inline_or_asks_another_host(name: str) -> None:
    tree = lxml.html.fromstring(PAGES[name])
    assert not tree.xpath(f"{RUNS} | //style | //*[@style] | //iframe | //base | {ANOTHER_FORM}")
    assert not [key for element in tree.iter() for key in element.attrib if key.startswith("on")]
    asked = [value for key in URL_ATTRIBUTES for value in tree.xpath(f"//@{key}")]
    asked += tree.xpath("//link[@rel='stylesheet' or @rel='preload']/@href")
    assert [address for address in asked if not re.match(r"/[^/]", address)] == []


@pytest.mark.parametrize("css", [stylesheet("#9c2a1a")[1], tools_stylesheet()[1]])
def test_the_stylesheets_ask_for_nothing(css: bytes) -> None:
    assert b"url(" not in css
    assert b"@import" not in css
    assert b"http" not in css.replace(b'href^="http"', b"")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_weighs_less_than_30_kb_with_its_stylesheet(name: str) -> None:
    linked = lxml.html.fromstring(PAGES[name]).xpath("//link[@rel='stylesheet']/@href")
    sheets = dict([stylesheet("#9c2a1a"), tools_stylesheet()])
    heaviest = 40_000 if name == "archive" else 30_000  # twelve years of months are 132 links
    assert len(PAGES[name]) + sum(len(sheets[path]) for path in linked) < heaviest


def test_a_long_release_weighs_less_than_30_kb() -> None:
    long = make_release(blocks=(faces.TextBlock("<p>" + "The rain is on the time card. " * 90 + "</p>"),) * 2)
    assert len(render_release(make_room(), long)) + len(stylesheet("#9c2a1a")[1]) < 30_000


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_no_text_breaks_out_of_its_place(text: str) -> None:
    plain = lxml.html.fromstring(render_release(make_room(), make_release()))
    tree = lxml.html.fromstring(render_release(make_room(), make_release(headline=text, subheadline="x" + text)))
    assert [element.tag for element in tree.iter("h1", "p", "a", "main")] == [
        element.tag for element in plain.iter("h1", "p", "a", "main")
    ]
