"""Sitemaps name what is public, each release in the place that the ledger gave it, under times of the record alone."""

from datetime import date, timedelta
from pathlib import Path

import lxml.etree
import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings

from dateline.publishing.addresses import Output
from dateline.publishing.correct import correct
from dateline.publishing.models import Owed
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.settle import settle
from dateline.publishing.sitemaps import place
from dateline.publishing.update import update
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Address, Release

pytestmark = pytest.mark.django_db
SITE = "https://press.example"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
    "h": "http://www.w3.org/1999/xhtml",
}


def read(name: str):
    settle()
    return lxml.etree.fromstring((Path(settings.DATELINE_PUBLIC_ROOT) / name).read_bytes())


def said(name: str, path: str) -> list[str]:
    return read(name).xpath(path, namespaces=NAMES)


def locations(name: str) -> list[str]:
    return [place.removeprefix(SITE) for place in said(name, "//s:loc/text()")]


def again(release: Release) -> Release:
    return Release.objects.get(pk=release.pk)


def published(headline: str, **fields) -> Release:
    release = make_release(headline=headline, **fields)
    publish(release, at=AT)
    return again(release)


def test_the_index_names_every_sitemap_and_each_names_its_months_releases():
    room, other = make_newsroom(), make_newsroom("Unión de Inquilinos", "es")
    published("One", room=room, topics=["Heat"])
    published("Two", room=room, dated_on=date(2024, 4, 2), is_teaser=True)
    published("Tres", room=other)
    assert locations("sitemap.xml") == [
        "/sitemap-pages.xml",
        "/sitemap-en-2024-04.xml",
        "/sitemap-en-2024-05.xml",
        "/sitemap-es-2024-05.xml",
    ]
    assert locations("sitemap-en-2024-05.xml") == ["/2024/05/", "/2024/05/one/"]
    assert locations("sitemap-en-2024-04.xml") == ["/2024/04/", "/2024/04/two/"]
    assert locations("sitemap-es-2024-05.xml") == ["/es/2024/05/", "/es/2024/05/tres/"]
    assert "/topics/heat/" in locations("sitemap-pages.xml")


def test_no_draft_version_or_withdrawn_release_is_named_and_no_sitemap_is_empty():
    make_release(headline="A draft")
    changed, gone = published("Changed"), published("Gone")
    changed.body = [("text", "<p>Another.</p>")]
    update(changed, "More.", at=AT)
    withdraw(gone, "It was wrong.", at=AT)
    assert locations("sitemap-en-2024-05.xml") == ["/2024/05/", "/2024/05/changed/"]
    withdraw(again(changed), "It was wrong.", at=AT)
    assert locations("sitemap-en-2024-05.xml") == ["/2024/05/"]


def test_the_time_of_a_release_is_that_of_its_last_version():
    release = published("One")
    assert said("sitemap-en-2024-05.xml", "//s:lastmod/text()") == ["2024-05-06T15:00:00+00:00"]
    release.body = [("text", "<p>Another.</p>")]
    correct(release, "It was wrong.", at=AT + timedelta(days=2))
    assert said("sitemap-en-2024-05.xml", "//s:lastmod/text()") == ["2024-05-08T15:00:00+00:00"]


def test_translations_name_each_other_and_themselves_until_one_is_withdrawn():
    room, other = make_newsroom(), make_newsroom("Unión de Inquilinos", "es")
    english, spanish = published("One", room=room), make_release(other, headline="Uno")
    Release.objects.filter(pk=spanish.pk).update(translation_key=english.translation_key)
    publish(again(spanish), at=AT)
    both = [("en", f"{SITE}/2024/05/one/"), ("es", f"{SITE}/es/2024/05/uno/")]
    for name in ("sitemap-en-2024-05.xml", "sitemap-es-2024-05.xml"):
        links = said(name, "//s:url[2]/h:link[@rel='alternate']")
        assert [(link.get("hreflang"), link.get("href")) for link in links] == both
    withdraw(again(spanish), "It was wrong.", at=AT)
    assert said("sitemap-en-2024-05.xml", "//h:link") == []


def test_a_release_that_moved_is_named_where_it_now_stands_only():
    release = published("One")
    release.address_slug, release.dated_on = "first", date(2024, 4, 2)
    correct(release, "It was in April.", at=AT)
    assert locations("sitemap-en-2024-05.xml") == ["/2024/05/"]
    assert locations("sitemap-en-2024-04.xml") == ["/2024/04/", "/2024/04/first/"]


def test_a_full_sitemap_goes_on_in_the_next_and_is_never_renumbered():
    room = make_newsroom()
    release = published("One", room=room)

    def rows(*names):
        return [
            Address(path=f"/2024/05/{name}/", stop="release", newsroom=room, release=release, detail="2024-05")
            for name in names
        ]

    new = rows("b", "a", "d", "c")
    assert place(new, limit=2) == {Output("sitemaps")}
    assert [address.detail for address in new] == ["2024-05", "2024-05-2", "2024-05-2", "2024-05-3"]
    Address.objects.bulk_create(new)
    (last,) = rows("0")
    assert place([last], limit=2) == set()
    assert last.detail == "2024-05-3"
    assert locations("sitemap-en-2024-05.xml") == ["/2024/05/", "/2024/05/one/"]


def test_one_more_release_touches_its_own_months_sitemap_and_no_other():
    publish_past([make_release(headline=f"N {n}", dated_on=date(2023, 1 + n % 12, 3)) for n in range(24)], at=AT)
    published("One")
    settle()
    publish(make_release(headline="One more"), at=AT)
    touched = set(Owed.objects.values_list("output", flat=True))
    assert {each for each in touched if "sitemap" in each or each == "news"} == {"sitemap / 2024-05", "news"}


def test_the_news_sitemap_says_what_its_readers_require():
    room = make_newsroom("Harbor & Sons")
    release = make_release(room, headline="Tenants <win>")
    publish(release, at=AT)
    fields = {field: said("sitemap-news.xml", f"//n:{field}/text()") for field in ("name", "language", "title")}
    assert fields == {"name": ["Harbor & Sons"], "language": ["en"], "title": ["Tenants <win>"]}
    assert said("sitemap-news.xml", "//n:publication_date/text()") == ["2024-05-06T08:00:00-07:00"]
    assert locations("sitemap-news.xml") == ["/2024/05/tenants-win/"]


def test_the_news_sitemap_follows_the_newsrooms_name():
    room = make_newsroom()
    published("One", room=room)
    room.title = "Another Name"
    room.save()
    assert said("sitemap-news.xml", "//n:name/text()") == ["Another Name"]


@pytest.mark.parametrize("site_address", [SITE, ""])
def test_robots_may_read_everything_and_are_told_of_nothing_that_is_not_public(settings, site_address):
    settings.DATELINE_SITE_ADDRESS = site_address
    published("One")
    settle()
    robots = (Path(settings.DATELINE_PUBLIC_ROOT) / "robots.txt").read_text()
    assert robots.splitlines() == [
        "User-agent: *",
        "Disallow:",
        "",
        f"Sitemap: {site_address}/sitemap.xml",
        f"Sitemap: {site_address}/sitemap-news.xml",
    ]
