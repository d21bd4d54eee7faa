"""RSS and JSON Feed say what Atom says: the same identities, moments and words, read by a feed reader."""

import json
from datetime import datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import feedparser
import pytest
from publishing.render.every_page import FEED, ZONE, make_advisory, make_change, make_release, make_room, make_teaser

from dateline.publishing.faces import Feed
from dateline.publishing.render.atom import render_atom
from dateline.publishing.render.json_feed import render_json_feed
from dateline.publishing.render.rss import render_rss

LATER = datetime(2024, 10, 10, 15, 15, tzinfo=ZONE)
RSS, JSON = Feed("/feed.rss", "/", FEED.title), Feed("/feed.json", "/", FEED.title)
RELEASES = [
    make_release(changes=(make_change(),), changed_at=LATER, headline="Łódź & <b>Bread</b> ]]>"),
    make_advisory(feed_id="tag:old.example,2009:7"),
    make_teaser(lede="The council & “the hall” <now>", feed_id="https://old.example/?p=12"),
    make_release(changes=(make_change("withdrawn", note="Set aside."),), feed_id="urn:uuid:2"),
]


def rss(*releases, **fields) -> ElementTree.Element:
    channel = ElementTree.fromstring(render_rss(make_room(**fields), RSS, releases or RELEASES)).find("channel")
    assert channel is not None
    return channel


def items(*releases, **fields) -> list[dict]:
    return json.loads(render_json_feed(make_room(**fields), JSON, releases or RELEASES))["items"]


def test_the_three_formats_give_the_same_identities_titles_and_addresses():
    atom, read = (
        feedparser.parse(render_atom(make_room(), FEED, RELEASES)),
        feedparser.parse(render_rss(make_room(), RSS, RELEASES)),
    )
    assert not atom.bozo and not read.bozo
    ids = [release.feed_id for release in RELEASES]
    assert [entry.id for entry in atom.entries] == [entry.id for entry in read.entries] == ids
    assert [item["id"] for item in items()] == ids
    links = [f"https://press.valleverde.example{release.path}" for release in RELEASES]
    assert [e.link for e in atom.entries] == [e.link for e in read.entries] == [i["url"] for i in items()] == links


def test_the_three_formats_give_the_same_moments():
    atom = feedparser.parse(render_atom(make_room(), FEED, RELEASES)).entries
    read = feedparser.parse(render_rss(make_room(), RSS, RELEASES)).entries
    for one, other, item in zip(atom, read, items(), strict=True):
        assert one.published_parsed == other.published_parsed
        assert one.updated_parsed == other.updated_parsed
        assert datetime.fromisoformat(one.published) == datetime.fromisoformat(item["date_published"])
        assert item.get("date_modified", item["date_published"]) == one.updated


def test_the_three_formats_give_the_same_full_text():
    atom = feedparser.parse(
        render_atom(make_room(), FEED, RELEASES), sanitize_html=False, resolve_relative_uris=False
    ).entries
    read = feedparser.parse(
        render_rss(make_room(), RSS, RELEASES), sanitize_html=False, resolve_relative_uris=False
    ).entries
    for one, other, item in zip(atom, read, items(), strict=True):
        whole = one.content[0].value if "content" in one else ""
        assert whole == (other.content[0].value if "content" in other else "") == item.get("content_html", "")
    assert "gloves, boots and water" in atom[0].content[0].value


def test_rss_has_what_its_specification_requires():
    channel = rss(hub="https://hub.example/")
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    links = {link.get("rel"): link.get("href") for link in channel.findall("{http://www.w3.org/2005/Atom}link")}
    assert links == {"self": "https://press.valleverde.example/feed.rss", "hub": "https://hub.example/"}
    for item in channel.findall("item"):
        guid = item.find("guid")
        assert guid is not None and guid.get("isPermaLink") == "false"
        assert parsedate_to_datetime(item.findtext("pubDate") or "").utcoffset() is not None
        assert item.findtext("title") or item.findtext("description")


def test_a_summary_in_rss_is_markup_so_its_signs_are_written_as_signs():
    assert rss().findall("item")[2].findtext("description") == "The council &amp; “the hall” &lt;now&gt;"


def test_json_has_what_its_specification_requires():
    feed = json.loads(render_json_feed(make_room(hub="https://hub.example/"), JSON, RELEASES))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == FEED.title and feed["feed_url"] == "https://press.valleverde.example/feed.json"
    assert feed["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    for item in feed["items"]:
        assert isinstance(item["id"], str) and item["id"]
        assert ("content_html" in item) != ("content_text" in item)


def test_a_feed_in_which_nothing_stands_is_still_one():
    assert json.loads(render_json_feed(make_room(), JSON, []))["items"] == []
    assert not feedparser.parse(render_rss(make_room(), RSS, [])).bozo


@pytest.mark.parametrize("render", [render_rss, render_json_feed])
def test_a_withdrawn_release_has_no_word_of_its_body_in_any_format(render):
    said = render(make_room(), RSS, RELEASES[3:]).decode()
    assert "Set aside." in said and "Withdrawn: Car Wash Workers" in said
    for gone in ("Two hundred", "time card", "gloves"):
        assert gone not in said


@pytest.mark.parametrize("render", [render_rss, render_json_feed])
def test_characters_that_xml_forbids_are_in_no_format(render):
    said = render(make_room(name="a\x00b\ud800"), RSS, [make_release(headline="a\x0bb\x01\ufffe", lede="c\x02")])
    assert not [
        sign for sign in (b"\x00", b"\x01", b"\x02", b"\x0b", b"u0001", b"u0002", b"\xef\xbf\xbe") if sign in said
    ]
