"""The feed follows RFC 4287, keeps its identities, and knows no clock."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID
from xml.etree import ElementTree

import lxml.etree
from publishing.render.every_page import FEED, ZONE, make_advisory, make_change, make_release, make_room, make_teaser

from dateline.publishing.faces import Feed, NewsroomFace, ReleaseFace, TextBlock
from dateline.publishing.render.atom import render_atom
from dateline.publishing.render.feed import NOTHING_YET

ATOM = "{http://www.w3.org/2005/Atom}"
LATER = datetime(2024, 10, 10, 15, 15, tzinfo=ZONE)


def feed_of(*releases: ReleaseFace, room: NewsroomFace | None = None, path: str = FEED.path) -> ElementTree.Element:
    return ElementTree.fromstring(render_atom(room or make_room(), replace(FEED, path=path), releases))


def text(element: ElementTree.Element, name: str) -> str | None:
    return element.findtext(ATOM + name)


def test_a_feed_has_what_the_standard_requires() -> None:
    feed = feed_of(make_release())
    assert text(feed, "id") == make_room().uid
    assert text(feed, "title") == make_room().name
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == make_room().name
    links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
    assert links == {
        "self": "https://press.valleverde.example/feed.atom",
        "alternate": "https://press.valleverde.example/",
    }


def test_a_release_is_published_at_noon_of_its_own_day_where_the_newsroom_is() -> None:
    (entry,) = feed_of(make_release(public_at=LATER)).findall(ATOM + "entry")
    assert text(entry, "id") == make_release().uid
    assert text(entry, "published") == text(entry, "updated") == "2024-10-09T12:00:00-07:00"
    link = entry.find(ATOM + "link")
    assert link is not None
    assert link.get("href") == "https://press.valleverde.example/2024/10/car-wash-workers/"


def test_only_a_change_moves_updated() -> None:
    changed = make_release(public_at=LATER, changes=(make_change(),), changed_at=LATER)
    (entry,) = feed_of(changed).findall(ATOM + "entry")
    assert text(entry, "published") == "2024-10-09T12:00:00-07:00"
    assert text(entry, "updated") == "2024-10-10T15:15:00-07:00"
    one, other = make_release(public_at=LATER), make_release(public_at=LATER + timedelta(days=900))
    assert render_atom(make_room(), FEED, [one]) == render_atom(make_room(), FEED, [other])


def test_a_correction_in_the_morning_moves_updated_on_and_not_back() -> None:
    nine = datetime(2024, 10, 9, 9, 0, tzinfo=ZONE)
    changed = make_release(public_at=nine, changes=(make_change(),), changed_at=nine + timedelta(hours=1))
    (before,), (after,) = (feed_of(each).findall(ATOM + "entry") for each in (make_release(public_at=nine), changed))
    assert text(before, "published") == text(after, "published") == text(before, "updated") == nine.isoformat()
    assert text(after, "updated") == "2024-10-09T10:00:00-07:00"


def test_the_feed_is_as_new_as_its_newest_entry_in_any_zone() -> None:
    other = replace(make_release(), changed_at=datetime.fromisoformat("2024-10-10T23:00:00+02:00"))
    assert text(feed_of(make_release(changed_at=LATER), other), "updated") == "2024-10-10T15:15:00-07:00"


def test_an_empty_feed_does_not_ask_what_time_it_is() -> None:
    assert text(feed_of(), "updated") == NOTHING_YET.isoformat()


def test_full_text_is_content_and_a_teaser_is_only_a_summary() -> None:
    full, teaser = feed_of(make_release(), make_teaser(lede="The council")).findall(ATOM + "entry")
    content = full.find(ATOM + "content")
    assert content is not None
    assert content.get("type") == "html"
    assert '<span class="dateline">EL MONTE' in (content.text or "")
    assert "https://press.valleverde.example/files/shoebox-1280.jpg" in (content.text or "")
    assert teaser.find(ATOM + "content") is None
    assert text(teaser, "summary") == "The council"


def test_a_withdrawn_release_has_no_word_of_its_body_in_the_feed() -> None:
    withdrawn = make_release(changes=(make_change("withdrawn", note="Set aside."),))
    feed = render_atom(make_room(), FEED, [withdrawn])
    assert b"Set aside." in feed
    assert b"<title>Withdrawn: Car Wash Workers" in feed
    for gone in (b"Two hundred", b"time card", b"gloves"):
        assert gone not in feed


def test_feeds_of_one_newsroom_have_identities_of_their_own_that_stay() -> None:
    ids = [
        text(feed_of(path=path), "id") or "" for path in ("/feed.atom", "/topics/a/feed.atom", "/topics/b/feed.atom")
    ]
    assert len(set(ids)) == 3
    assert [UUID(uid).urn for uid in ids] == ids
    assert text(feed_of(path="/topics/a/feed.atom"), "id") == ids[1]


def test_what_was_said_in_another_language_says_so() -> None:
    (entry,) = feed_of(make_release(language="es")).findall(ATOM + "entry")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "es"


def test_a_feed_is_valid_by_the_schema_of_the_standard() -> None:
    schema = lxml.etree.RelaxNG(lxml.etree.parse(Path(__file__).with_name("atom.rng")))
    releases = [
        make_release(changes=(make_change(), make_change("updated")), changed_at=LATER),
        make_teaser(),
        make_advisory(),
        make_release(language="es", changes=(make_change("withdrawn"),), feed_id="tag:old.example,2009:7"),
    ]
    for room in (make_room(), make_room(hub="https://hub.example/", language="es")):
        for given in (releases, []):
            schema.assertValid(lxml.etree.fromstring(render_atom(room, FEED, given)))


def test_a_feed_names_its_page_and_a_hub_only_where_there_is_one() -> None:
    topic = Feed("/topics/wage-theft/feed.atom", "/topics/wage-theft/", "Wage theft")
    feed = ElementTree.fromstring(render_atom(make_room(hub="https://hub.example/"), topic, []))
    links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
    assert links == {
        "self": "https://press.valleverde.example/topics/wage-theft/feed.atom",
        "alternate": "https://press.valleverde.example/topics/wage-theft/",
        "hub": "https://hub.example/",
    }
    assert "hub" not in {link.get("rel") for link in feed_of().findall(ATOM + "link")}


def test_links_in_the_full_text_lead_home_from_anywhere() -> None:
    markup = (
        '<p><a href="/2023/05/x/?a=1&amp;b=2">one</a> <a href="annex">two</a> <a href="mailto:a@b.example">m</a></p>'
    )
    content = feed_of(make_release(blocks=(TextBlock(markup),))).findtext(f"{ATOM}entry/{ATOM}content") or ""
    assert 'href="https://press.valleverde.example/2023/05/x/?a=1&amp;b=2"' in content
    assert 'href="https://press.valleverde.example/2024/10/car-wash-workers/annex"' in content
    assert 'href="mailto:a@b.example"' in content


def test_an_advisory_in_a_feed_tells_what_when_and_where_and_never_that_it_is_over() -> None:
    coming, over = make_advisory(), make_advisory(is_over=True)
    content = feed_of(coming).findtext(f"{ATOM}entry/{ATOM}content") or ""
    for told in ("A vigil for a bakery", "Saturday, November 2, 2024", "Pacific", "City Hall, south steps, 11333"):
        assert told in content
    assert render_atom(make_room(), FEED, [coming]) == render_atom(make_room(), FEED, [over])
