"""However an old address is written, it has one form; and no form can be mistaken for configuration or another host."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.releases.old_addresses import LONGEST, complaint_about, form_of, form_of_request


@pytest.mark.parametrize(
    "written",
    [
        "https://old.example/press?page=5",
        "http://www.old.example:8080/press/?page=5#top",
        "//old.example/press?page=5",
        "old.example/press?page=5",
        "/press?page=5",
        "/press/?page=5&utm_source=mail&fbclid=x",
        " /press?&page=5& ",
        "/%70ress?%70age=%35",
        "/press//?page=5",
    ],
)
def test_ways_to_write_one_address_have_one_form(written):
    assert form_of(written) == "/press?page=5"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/index.php?id=7&lang=es", "/index.php?lang=es&id=7"),
        ("/a b.pdf", "/a%20b.pdf"),
        ("/p?q=a+b", "/p?q=a%20b"),
        ("/opini%F3n.html", "/opini%C3%B3n.html"),  # as sites wrote before UTF-8
        ("/opinión.html", "/opinio%CC%81n.html"),  # as a Mac names files
        ("/p?x=a=b", "/p?x=a%3Db"),
    ],
)
def test_what_no_site_told_apart_is_one(one, other):
    assert form_of(one) == form_of(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/press?page=5", "/press?page=6"),
        ("/press", "/Press"),
        ("/a/b", "/a%2Fb"),
        ("/p?q=a+b", "/p?q=a%2Bb"),
        ("/p?a=1&b=2", "/p?a=1%26b=2"),
        ("/?p=1", "/"),
    ],
)
def test_what_a_site_may_have_told_apart_stays_apart(one, other):
    assert form_of(one) != form_of(other)


@pytest.mark.parametrize(
    "none",
    ["", "press", "mailto:press@old.example", "javascript:alert(1)", "/a/../b", "/a\nb", "/a%0Ab", "/a%00", "ftp://old.example/x",
     "/p?x=%0D%0AX: y", "/" + "x" * LONGEST],
)  # fmt: skip
def test_what_is_no_address_of_a_page_has_no_form(none):
    assert form_of(none) == ""


@pytest.mark.parametrize(
    "address", ["/", "https://old.example/", "/desk", "/desk/pages/1/", "/search?q=x", "/es/search/"]
)
def test_addresses_that_something_of_ours_always_answers_are_refused_with_a_sentence(address):
    assert complaint_about(form_of(address)).endswith("address.")


@given(st.binary(max_size=60), st.binary(max_size=60))
@example(b'/a"; return 301 https://evil.example; #', b"")
@example(b"//evil.example/x", b"")
@example(b"/%22%7B%24", b"\"{}$;'=\\")
@example(b"/\xff\xfe", b"\xff=\xfe")
def test_any_request_has_a_form_of_harmless_characters_that_stays_what_it_is(path, query):
    form = form_of_request(path, query)
    if form:
        assert re.fullmatch(
            r"/(?:[A-Za-z0-9!$&'()*+,:;=@~._%-][A-Za-z0-9!$&'()*+,/:;=@~._%-]*)?(?:\?[^\s\"{}\\<>#$]+)?", form
        )
        assert form_of(form) == form
