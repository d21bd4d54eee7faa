"""What a release says to machines: JSON-LD in its page, ninjs beside it, a calendar file, plain text."""

import json
from datetime import date, datetime
from typing import Any

import lxml.html
import pytest
from icalendar import Calendar
from publishing.render.test_ninjs import SCHEMA, wrong

SITE = "https://press.example"
THING = {"@type": str, "name": str, "url": "uri"}
# schema.org's NewsArticle: the properties that we use, and what they may hold; what search engines require stands below.
NEWS_ARTICLE: dict[str, Any] = {
    "@context": ("https://schema.org",), "@type": ("NewsArticle",), "@id": "uri", "url": "uri", "headline": str,
    "alternativeHeadline": str, "description": str, "datePublished": "date-time", "dateModified": "date-time", "version": int,
    "creativeWorkStatus": ("Published", "Superseded", "Incomplete"), "inLanguage": str, "keywords": [str], "publisher": THING,
    "author": [THING], "locationCreated": THING, "isAccessibleForFree": bool, "isBasedOn": ["uri"],
    "image": [{"@type": ("ImageObject",), "url": "uri", "width": int, "height": int, "caption": str, "creditText": str}],
    "correction": [{"@type": ("CorrectionComment",), "text": str, "datePublished": "date-time"}],
    "hasPart": [{"@type": ("DigitalDocument",), "name": str, "encodingFormat": str, "url": "uri"}],
}  # fmt: skip
REQUIRED = {"@context", "@type", "headline", "datePublished", "author", "publisher", "url", "inLanguage"}


def articles(told) -> dict[str, tuple[lxml.html.HtmlElement, dict[str, Any]]]:
    """Give each page that has linked data, with it."""
    found = {}
    for name, content in told.pages.items():
        page = lxml.html.fromstring(content)
        for block in page.xpath("//script"):
            assert block.get("type") == "application/ld+json", name
            found[name] = (page, json.loads(block.text))
    return found


def with_a_moment(told: dict[str, Any]) -> dict[str, Any]:
    """Give the day of publication as a moment, which the constraints know, once it is seen to be a day."""
    date.fromisoformat(told["datePublished"])
    return {**told, "datePublished": f"{told['datePublished']}T00:00:00+00:00"}


def test_every_release_and_version_tells_what_it_is_and_no_other_page_does(told):
    found = articles(told)
    assert set(found) == {
        name.replace("release.json", "index.html") for name in told.files if name.endswith("release.json")
    }
    for name, (page, said) in found.items():
        assert said.keys() >= REQUIRED, name
        assert wrong(with_a_moment(said), NEWS_ARTICLE) == [], name
        assert said["url"] == f"{SITE}/{name.removesuffix('index.html')}"
        headline = page.find(".//h1")
        assert " ".join(headline.text_content().split()) == " ".join(said["headline"].split())
        assert said["inLanguage"] == (headline.get("lang") or page.get("lang"))
        assert said["author"] and all(each["name"] for each in said["author"])
        if "dateModified" in said:
            assert said["dateModified"][:10] >= said["datePublished"]


def test_what_linked_data_and_shared_links_name_is_there(told):
    for name, (page, said) in articles(told).items():
        named = [each["url"] for kind in ("image", "hasPart") for each in said.get(kind, [])] + said.get(
            "isBasedOn", []
        )
        named += page.xpath("//meta[@property='og:image' or @property='og:url']/@content")
        for url in named:
            path = url.removeprefix(f"{SITE}/")
            assert path + ("index.html" if path.endswith("/") else "") in told.files, (name, url)


def test_every_release_as_data_is_what_ninjs_allows(told):
    held = [name for name in told.files if name.endswith("release.json")]
    assert len(held) > 12
    for name in held:
        said = json.loads(told.files[name])
        assert wrong(said, SCHEMA) == [], name
        assert said["renditions"][0]["href"] == f"{SITE}/{name.removesuffix('release.json')}"
        page = lxml.html.fromstring(told.files[name.replace("release.json", "index.html")])
        assert said["language"] == (page.find(".//h1").get("lang") or page.get("lang"))


def test_versions_of_a_release_share_its_identity_and_are_numbered_from_one_on(told):
    numbers: dict[str, list[int]] = {}
    for name in told.files:
        if name.endswith("release.json"):
            said = json.loads(told.files[name])
            numbers.setdefault(said["uri"], []).append(int(said["version"]))
    assert all(sorted(each) == list(range(1, len(each) + 1)) for each in numbers.values())
    assert sorted(map(len, numbers.values()))[-1] == 3


def test_every_calendar_file_is_what_rfc_5545_allows(told):
    held = {name: content for name, content in told.files.items() if name.endswith(".ics")}
    assert len(held) == 3
    for name, content in held.items():
        lines = content.split(b"\r\n")
        assert content.endswith(b"\r\n") and all(b"\n" not in line and b"\r" not in line for line in lines), name
        assert all(len(line) <= 75 for line in lines)
        assert [line.decode() for line in lines]  # folded between characters, not within one
        calendar = Calendar.from_ical(content)
        assert not calendar.errors and calendar["prodid"] and calendar["version"] == "2.0"
        (event,) = calendar.walk("VEVENT")
        assert not event.errors
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys()
        for moment in ("dtstamp", "dtstart"):
            assert isinstance(event[moment].dt, datetime) and event[moment].dt.tzinfo
        assert event["url"] == f"{SITE}/{name.removesuffix('advisory.ics')}"
    uids = [Calendar.from_ical(content).walk("VEVENT")[0]["uid"] for content in held.values()]
    assert len(set(uids)) == 3


@pytest.mark.parametrize("sign", ["<p>", "</", "&amp;", "&lt;", "&#", "\r", "\t"])
def test_no_plain_text_has_markup_in_it(told, sign):
    held = [name for name in told.files if name.endswith("release.txt")]
    assert len(held) > 6
    for name in held:
        assert sign not in told.files[name].decode(), name
        assert told.files[name].decode().endswith("\n")
