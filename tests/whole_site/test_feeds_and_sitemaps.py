"""Every feed and sitemap of the newsroom against its specification, read as feed readers and crawlers read it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import lxml.etree
import pytest
from publishing.render import test_atom
from publishing.render.test_ninjs import wrong

SITE = "https://press.example"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "h": "http://www.w3.org/1999/xhtml"}
SCHEMAS = {
    ".atom": Path(test_atom.__file__).with_name("atom.rng"),
    ".rss": Path(__file__).with_name("rss.rng"),
    ".xml": Path(__file__).with_name("sitemaps.rng"),
}
# https://www.jsonfeed.org/version/1.1/: the members of which we write something, and what they may be.
AUTHOR = {"name": str, "url": "uri"}
JSON_FEED: dict[str, Any] = {
    "version": ("https://jsonfeed.org/version/1.1",), "title": str, "home_page_url": "uri", "feed_url": "uri",
    "description": str, "language": str, "authors": [AUTHOR], "hubs": [{"type": str, "url": "uri"}],
    "items": [
        {
            "id": str, "url": "uri", "external_url": "uri", "title": str, "content_html": str, "content_text": str,
            "summary": str, "image": "uri", "date_published": "date-time", "date_modified": "date-time",
            "authors": [AUTHOR], "tags": [str], "language": str,
            "attachments": [{"url": "uri", "mime_type": str, "title": str, "size_in_bytes": int}],
        }
    ],
}  # fmt: skip


def parsed(content: bytes) -> lxml.etree._Element:
    return lxml.etree.fromstring(content, lxml.etree.XMLParser(resolve_entities=False, no_network=True))


def locations(content: bytes) -> list[str]:
    return [each.removeprefix(SITE) for each in parsed(content).xpath("//s:loc/text()", namespaces=NAMES)]


@pytest.mark.parametrize("ending", SCHEMAS)
def test_every_file_in_xml_is_what_its_specification_allows(told, ending):
    schema = lxml.etree.RelaxNG(lxml.etree.parse(SCHEMAS[ending]))
    held = [name for name in told.files if name.endswith(ending)]
    assert held
    for name in held:
        assert schema.validate(parsed(told.files[name])), (name, schema.error_log.last_error)


@pytest.mark.parametrize(
    ("ending", "before", "after"),
    [
        (".rss", b"<guid isPermaLink", b"<guid permalink"),
        (".rss", b"May 2024", b"5 2024"),
        (".rss", b"<link>https://press.example/<", b"<link>/<"),
        (".xml", b"</urlset>", b"<url/></urlset>"),
        (".xml", b"+00:00</lastmod>", b"</lastmod>"),
        (".xml", b"<loc>https://press.example", b"<loc>"),
    ],
)
def test_the_schemas_refuse_what_the_specifications_do(told, ending, before, after):
    schema = lxml.etree.RelaxNG(lxml.etree.parse(SCHEMAS[ending]))
    content = told.files["feed.rss" if ending == ".rss" else "sitemap-en-2024-05.xml"]
    assert before in content and not schema.validate(parsed(content.replace(before, after)))


def test_every_feed_is_read_without_a_complaint_and_says_each_release_once(told):
    feeds = [name for name in told.files if name.endswith((".atom", ".rss"))]
    assert len(feeds) > 10
    for name in feeds:
        read = feedparser.parse(told.files[name])
        assert not read.bozo, (name, read.get("bozo_exception"))
        ids = [entry.id for entry in read.entries]
        assert len(set(ids)) == len(ids), name
        assert f"{SITE}/{name}" in [link.href for link in read.feed.links if link.rel == "self"]
        moments = [entry.updated_parsed for entry in read.entries]
        assert read.feed.updated_parsed == max(moments) if moments else read.feed.updated_parsed, name
        assert all(entry.updated_parsed >= entry.published_parsed for entry in read.entries), name


def test_no_two_feeds_have_the_same_identity(told):
    ids = [feedparser.parse(told.files[name]).feed.id for name in told.files if name.endswith(".atom")]
    assert len(set(ids)) == len(ids)


def test_every_json_feed_is_what_its_specification_allows(told):
    held = [name for name in told.files if name.endswith("feed.json")]
    assert held == ["es/feed.json", "feed.json"]
    for name in held:
        feed = json.loads(told.files[name])
        assert wrong(feed, JSON_FEED) == []
        assert feed["feed_url"] == f"{SITE}/{name}"
        for item in feed["items"]:
            assert item["id"] and ("content_html" in item) != ("content_text" in item)
            assert item.get("date_modified", item["date_published"]) >= item["date_published"]


def test_every_page_that_may_be_found_is_in_one_sitemap_and_nothing_else_is(told):
    index = locations(told.files["sitemap.xml"])
    assert {f"/{name}" for name in told.files if name.startswith("sitemap-")} == {*index, "/sitemap-news.xml"}
    named = [path for name in index for path in locations(told.files[name[1:]])]
    assert len(set(named)) == len(named)
    for path in named:
        assert f"{path[1:]}index.html" in told.files and b"noindex" not in told.files[f"{path[1:]}index.html"], path
    releases = {f"/{name.removesuffix('release.txt')}" for name in told.files if name.endswith("release.txt")}
    assert {
        path for path in named if path.rstrip("/").count("/") > 2 and "topics" not in path and not path[-3:-1].isdigit()
    } == releases
    assert all("/versions/" not in path for path in named)


def test_languages_name_each_other_in_sitemaps(told):
    said: dict[str, dict[str, str]] = {}
    for name in told.files:
        if name.startswith("sitemap-"):
            for url in parsed(told.files[name]).findall("s:url", NAMES):
                links = {link.get("hreflang"): link.get("href") for link in url.findall("h:link", NAMES)}
                if links:
                    said[url.findtext("s:loc", namespaces=NAMES)] = links
    assert len(said) == 4  # two fronts, one release in two languages
    for own, links in said.items():
        assert own in links.values() and all(said[other] == links for other in links.values())


def test_robots_name_sitemaps_that_are_there(told):
    lines = told.files["robots.txt"].decode().splitlines()
    named = [line.removeprefix(f"Sitemap: {SITE}/") for line in lines if line.startswith("Sitemap:")]
    assert len(named) == 2 and all(name in told.files for name in named)


def test_the_news_sitemap_names_what_is_younger_than_two_days(told):
    moments = parsed(told.files["sitemap-news.xml"]).xpath("//*[local-name()='publication_date']/text()")
    assert [datetime.fromisoformat(moment).day for moment in moments] == [9]
