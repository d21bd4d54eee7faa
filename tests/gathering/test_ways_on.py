"""What a page leads to: lists, releases, files and pictures, told from words, relations and addresses."""

import pytest

from dateline.gathering.ways_on import WaysOn, ways_on

AT = "https://press.example/news"


def of_list(body: str, address: str = AT) -> WaysOn:
    return ways_on(f"<html><body>{body}</body></html>", address, is_list=True)


def of_release(body: str) -> WaysOn:
    return ways_on(f"<html><body>{body}</body></html>", f"{AT}/2014/a", is_list=False)


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("2", "/news?page=2"), ("10", "/news/page/10/"), ("Older posts »", "/news/page/2"), ("Next", "?start=20"),
        ("Siguiente", "/news?pagina=2"), ("Más antiguas", "/news?page=2"), ("Suivant", "/news/p/2"), ("Próxima", "/news?p=2"),
        ("›", "/news?page=1"), ("Load more", "/news/page/2"), ("2014", "/news/2014"), ("Page 3", "/news?page=3"),
    ],
)  # fmt: skip
def test_a_further_page_is_told_by_its_words_and_its_address(words: str, link: str) -> None:
    assert len(of_list(f'<nav><a href="{link}">{words}</a></nav>').lists) == 1


def test_a_further_page_is_told_by_its_relation_whatever_its_words() -> None:
    assert of_list('<a rel="nofollow next" href="/x/2">Onward we go</a>').lists == ("https://press.example/x/2",)


@pytest.mark.parametrize(
    ("words", "link"),
    [("2", "/donate/2"), ("Next", "https://elsewhere.example/"), ("More", "/about"), ("2014", "/annual-report")],
)
def test_a_number_that_leads_elsewhere_is_no_further_page(words: str, link: str) -> None:
    assert of_list(f'<nav><a href="{link}">{words}</a></nav>').lists == ()


@pytest.mark.parametrize(
    "entry",
    [
        '<a href="/2014/a">Tenants win repairs at Hawser Street</a>', '<p>Some words. <a href="/2014/a">Continue reading</a></p>',
        '<p><a href="/2014/a">Leer más</a></p>', '<h3><a href="/2014/a">Repairs begin</a></h3>',
        '<article><header><h2><a href="/2014/a">Heat</a></h2></header></article>',
    ],
)  # fmt: skip
def test_a_release_is_a_headline_or_the_words_that_lead_on(entry: str) -> None:
    assert of_list(f"<main>{entry}</main>").releases == ("https://press.example/2014/a",)


@pytest.mark.parametrize(
    "entry",
    [
        '<nav><a href="/a">What we do for the tenants of the city</a></nav>', '<footer><a href="/a">Read our privacy policy in full</a></footer>',
        '<a href="/a">Donate now</a>', '<a href="/tag/x">All of what we said about heat</a>', '<a href="mailto:a@press.example">Write to us about this today</a>',
        '<a href="#top">Back to the top of this page</a>', '<a href="javascript:go()">Open the menu of this page</a>', '<a href="/feed.xml">Follow what we say by feed</a>',
        '<a href="/">Home of the union of the tenants</a>', '<a href="/login?next=/a">Log in to see more of it</a>', '<a href="http://[bad">A link that is none at all</a>',
    ],
)  # fmt: skip
def test_menus_tags_and_what_is_no_page_are_no_releases(entry: str) -> None:
    found = of_list(entry)
    assert found.releases == () and found.lists == ()


def test_each_address_is_given_once_and_without_its_fragment() -> None:
    entry = '<h2><a href="/2014/a#more">Tenants win repairs today</a></h2><a href="/2014/a">Continue reading</a><a href="http://www.press.example/2014/a/">Read more</a>'
    assert of_list(entry).releases == ("https://press.example/2014/a",)


def test_from_a_release_only_its_files_pictures_and_other_languages_are_followed() -> None:
    found = of_release(
        '<article><a href="/2014/b">Another release of the same union</a><a href="/f/letter%20one.PDF?x=1">The letter</a>'
        '<img src="/i/march.jpg"><img data-src="/i/hall.png" src="data:image/gif;base64,x"></article>'
        '<aside><img src="/i/other.jpg"></aside><img src="/i/logo.png"><img src="/i/dot.gif" width="1" height="1">'
        '<link rel="alternate" hreflang="es" href="/es/2014/a">'
    )
    assert found.lists == ()
    assert found.releases == ("https://press.example/es/2014/a",)
    assert found.files == ("https://press.example/f/letter%20one.PDF?x=1",)
    assert found.pictures == ("https://press.example/i/march.jpg", "https://press.example/i/hall.png")


def test_a_base_that_a_page_states_is_believed() -> None:
    assert of_list('<base href="/old/"><h2><a href="a">Repairs begin</a></h2>').releases == (
        "https://press.example/old/a",
    )
