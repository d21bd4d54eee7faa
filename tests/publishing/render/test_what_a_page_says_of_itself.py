"""JSON-LD and Open Graph in a release's page, for those who find it or show a link to it."""

import json
from typing import Any

import lxml.html
import pytest
from publishing.render.every_page import make_change, make_release, make_room, make_teaser

from dateline.publishing.render.release import render_release


def page(release, **room: object) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render_release(make_room(**room), release))


def article(release, **room: object) -> dict[str, Any]:
    (block,) = page(release, **room).xpath("//script[@type='application/ld+json']/text()")
    return json.loads(block)


def graph(release, **room: object) -> dict[str, str]:
    tree = page(release, **room)
    return {tag.get("property"): tag.get("content") for tag in tree.xpath("//meta[@property]")}


def test_it_is_a_news_article_with_its_own_day() -> None:
    told = article(make_release())
    assert (told["@context"], told["@type"]) == ("https://schema.org", "NewsArticle")
    assert told["headline"] == "Car Wash Workers Win $1.4 Million in Back Wages"
    assert told["datePublished"] == "2024-10-09"
    assert told["inLanguage"] == "en"
    assert told["locationCreated"] == {"@type": "Place", "name": "El Monte"}
    assert told["publisher"] == {
        "@type": "Organization",
        "name": "Valle Verde Workers’ Center",
        "url": "https://press.valleverde.example/",
    }
    assert [each["name"] for each in told["author"]] == [
        "Valle Verde Workers’ Center",
        "Clean Rinse Campaign",
        "Iglesia del Buen Camino",
    ]
    assert told["image"][0]["url"] == "https://press.valleverde.example/files/shoebox-1280.jpg"
    assert told["hasPart"][0]["url"] == "https://press.valleverde.example/files/settlement.pdf"
    assert "dateModified" not in told and "correction" not in told


def test_a_correction_is_told_and_an_update_is_none() -> None:
    change = make_change()
    told = article(make_release(changes=(change, make_change("updated")), changed_at=change.changed_at, number=3))
    assert told["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "It was eleven, not twelve.",
            "datePublished": "2024-10-10T15:15:00-07:00",
        }
    ]
    assert told["dateModified"] == "2024-10-10T15:15:00-07:00"
    assert told["isBasedOn"][0] == "https://press.valleverde.example/2024/10/car-wash-workers/1/"


def test_an_earlier_version_is_superseded_and_shares_the_present_ones_address() -> None:
    earlier = make_release(superseded_by="/2024/10/now/", changed_at=make_change().changed_at)
    assert article(earlier)["creativeWorkStatus"] == "Superseded"
    assert "dateModified" not in article(earlier)
    assert graph(earlier)["og:url"] == "https://press.valleverde.example/2024/10/now/"
    assert graph(earlier)["og:image"] == "https://press.valleverde.example/2024/10/now/share.png"


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!--<script>", "a & b", "\u2028'\"\\"])
def test_no_word_leaves_its_block(words: str) -> None:
    release = make_release(headline=words, changes=(make_change(note=words),))
    assert article(release)["headline"] == words
    assert article(release)["correction"][0]["text"] == words
    assert graph(release)["og:title"] == words
    assert len(page(release).xpath("//script")) == 1


def test_a_shared_link_has_title_description_picture_and_languages() -> None:
    told = graph(make_release())
    assert told == {
        "og:type": "article",
        "og:title": "Car Wash Workers Win $1.4 Million in Back Wages",
        "og:description": "Two hundred workers will be paid.",
        "og:site_name": "Valle Verde Workers’ Center",
        "og:locale": "en_US",
        "og:locale:alternate": "es_ES",
        "article:published_time": "2024-10-09",
        "og:url": "https://press.valleverde.example/2024/10/car-wash-workers/",
        "og:image": "https://press.valleverde.example/2024/10/car-wash-workers/share.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Car Wash Workers Win $1.4 Million in Back Wages — Valle Verde Workers’ Center",
    }


def test_where_the_sites_address_is_not_known_no_picture_is_promised() -> None:
    told = graph(make_release(), site_address="")
    assert "og:image" not in told and "og:url" not in told
    assert told["og:title"]
    assert article(make_release(), site_address="")["url"] == "/2024/10/car-wash-workers/"


def test_a_release_with_nothing_says_nothing_empty() -> None:
    bare = make_teaser(headline="Hiring Hall Reopens")
    assert "" not in graph(bare).values()
    assert [name for name, value in article(bare).items() if value in ("", [], None, {})] == []


def test_the_page_leads_to_its_other_forms() -> None:
    tree = page(make_release())
    forms = tree.xpath("//li[@class='forms']/a/@href")
    assert forms == [f"/2024/10/car-wash-workers/release.{ending}" for ending in ("pdf", "txt", "json")]
    assert tree.xpath("//link[@rel='alternate' and @type='application/pdf']/@href") == [forms[0]]
    earlier = page(make_release(superseded_by="/2024/10/now/"))
    assert [form[-3:] for form in earlier.xpath("//li[@class='forms']/a/@href")] == ["pdf", "son"]
