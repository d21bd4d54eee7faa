"""The frame that every page has: language, landmarks, headings in order, and what it says of itself."""

from itertools import pairwise

import lxml.html
import pytest
from publishing.render.every_page import every_page, make_entry, make_release, make_room

from dateline.publishing.faces import LanguageLink
from dateline.publishing.render.front import render_front
from dateline.publishing.render.release import render_release

ROOM = make_room()
OWN_FEED = {name: ["/topics/wage-theft/feed.atom"] for name in ("topic", "topic's year")}
PAGES = every_page(ROOM, make_release())


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_its_landmarks_and_a_way_past_them(name: str) -> None:
    tree = lxml.html.fromstring(PAGES[name])
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//body/header")) == len(tree.xpath("//main")) == len(tree.xpath("//body/footer")) == 1
    assert tree.xpath("//body/*[1]/@href") == ["#" + tree.xpath("//main/@id")[0]]
    assert tree.xpath("//link[@rel='icon']/@href") == ["data:,"]
    feeds = [each.get("href") for each in tree.xpath("//link[@rel='alternate'][@title]")]
    assert feeds == ["/feed.atom", "/feed.rss", "/feed.json", *OWN_FEED.get(name, [])]


@pytest.mark.parametrize("name", PAGES)
def test_headings_start_with_one_and_skip_no_level(name: str) -> None:
    levels = [int(element.tag[1]) for element in lxml.html.fromstring(PAGES[name]).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PAGES)
def test_no_id_stands_twice_and_every_label_names_one(name: str) -> None:
    tree = lxml.html.fromstring(PAGES[name])
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(tree.xpath("//@aria-labelledby")) <= set(ids)


def test_a_release_says_its_address_and_its_translation() -> None:
    tree = lxml.html.fromstring(PAGES["release"])
    assert tree.xpath("//link[@rel='canonical']/@href") == [ROOM.site_address + "/2024/10/car-wash-workers/"]
    assert tree.xpath("//link[@hreflang='es']/@href") == [ROOM.site_address + "/es/2024/10/autolavado/"]
    assert tree.xpath("//meta[@name='description']/@content") == ["Two hundred workers will be paid."]


def test_an_earlier_version_is_not_to_be_found_before_the_present_one() -> None:
    tree = lxml.html.fromstring(PAGES["earlier version"])
    assert tree.xpath("//link[@rel='canonical']/@href") == [ROOM.site_address + "/2024/10/other/"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_no_site_address_means_no_canonical_one() -> None:
    page = render_release(make_room(site_address=""), make_release())
    assert b"canonical" not in page
    assert b"press.valleverde.example" not in page


def test_the_masthead_leads_to_the_same_text_in_the_other_language() -> None:
    other = LanguageLink("es", "Español", "/es/2024/10/autolavado/", True)
    page = render_release(ROOM, make_release(translations=(other,)))
    assert lxml.html.fromstring(page).xpath("//body/header//a[@hreflang='es']/@href") == [other.path]
    page = render_release(ROOM, make_release(translations=()))
    assert lxml.html.fromstring(page).xpath("//body/header//a[@hreflang='es']/@href") == ["/es/"]


def test_the_newest_release_is_on_the_front_once() -> None:
    release = make_release()
    entries = [make_entry(0, uid=release.uid, headline=release.headline), make_entry(1)]
    tree = lxml.html.fromstring(render_front(ROOM, entries, release))
    assert [h.text_content() for h in tree.xpath("//main//h2")][:2] == [release.headline, entries[1].headline]
