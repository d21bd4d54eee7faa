"""Feeds of every kind: RSS 0.91 to 2.0, Atom 0.3 and 1.0, JSON Feed, and our own."""

import json
from pathlib import Path

import pytest

from dateline.reading import read_paths
from reading.exports.export import only, read_text, rows_of

LEDE = "The board voted on Monday to keep the heat on in every building of the harbor, after nine cold winters."
WHOLE = f"<p>{LEDE}</p><p>{LEDE}</p><p>It was warm on Tuesday.</p>"
GOLDEN = Path(__file__).parents[2] / "whole_site" / "golden"


def rss(entry, head='<rss version="2.0">', language="en"):
    return (
        f'<?xml version="1.0"?>{head}<channel><title>Harbor Tenants Union</title><link>https://tenants.example/</link>'
        f"<description>News</description><language>{language}</language>{entry}</channel></rss>"
    )


def atom(entry, space="http://www.w3.org/2005/Atom"):
    return (
        f'<?xml version="1.0"?><feed xmlns="{space}" xml:lang="es"><title>Unión</title>'
        f'<link rel="alternate" href="https://tenants.example/"/>{entry}</feed>'
    )


def escaped(html):
    return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read_entry(tmp_path, text, name="feed.xml"):
    reading = only(read_text(tmp_path, text, name))
    return reading, reading.releases[0]


def test_rss_2_gives_the_day_in_the_zone_of_its_date(tmp_path):
    entry = (
        "<item><title>Tenants &amp;amp; owners meet</title><link>/2014/meet/</link><guid isPermaLink='false'>tag:7</guid>"
        f"<pubDate>Thu, 09 Oct 2014 23:30:00 -0700</pubDate><category>Heat</category><description>{escaped(WHOLE)}</description>"
        "<enclosure url='https://tenants.example/files/Board%20letter.pdf' type='application/pdf' length='1'/></item>"
    )
    reading, release = read_entry(tmp_path, rss(entry))
    assert reading.source.endswith("feed.xml › entry 1") and reading.format == "feed"
    assert (release.headline, release.date) == ("Tenants & owners meet", "2014-10-09")
    assert release.address == "https://tenants.example/2014/meet/" and release.identifier == "tag:7"
    assert release.attachments == ("Board letter.pdf",) and release.topics == ("Heat",)
    assert release.files_at == {"Board letter.pdf": "https://tenants.example/files/Board%20letter.pdf"}
    assert release.markup == WHOLE and not release.teaser and release.pubstatus == "usable"


def test_content_counts_before_description_which_is_its_excerpt(tmp_path):
    head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    entry = f"<item><title>Meet</title><description>The opening […]</description><content:encoded><![CDATA[{WHOLE}]]></content:encoded></item>"
    reading, release = read_entry(tmp_path, rss(entry, head))
    assert not release.teaser and release.markup == WHOLE and not reading.leftovers
    assert any(m.why == "excerpt" and reading.text[slice(*m.span)] == "The opening […]" for m in reading.marks)


@pytest.mark.parametrize(
    "description",
    [
        "The board voted on Monday […]",
        "The board voted on Monday…",
        f"<p>{LEDE}</p><p><a href='/x'>Continue reading</a></p>",
        LEDE,
        "",
    ],
)
def test_an_opening_is_a_teaser(tmp_path, description):
    _, release = read_entry(
        tmp_path, rss(f"<item><title>Meet</title><description>{escaped(description)}</description></item>")
    )
    assert release.teaser


def test_the_line_with_which_a_site_signs_its_entries_is_no_text(tmp_path):
    signed = f"{WHOLE}<p>The post <a href='/x'>Meet</a> appeared first on <a href='/'>Harbor Tenants Union</a>.</p>"
    reading, release = read_entry(
        tmp_path, rss(f"<item><title>Meet</title><description>{escaped(signed)}</description></item>")
    )
    assert release.markup == WHOLE and "appeared first" in reading.text and not reading.leftovers


def test_rss_091_with_its_document_type_is_read(tmp_path):
    head = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd"><rss version="0.91">'
    _, release = read_entry(
        tmp_path,
        rss(
            f"<item><title>Meet</title><link>https://tenants.example/a</link><description>{LEDE}</description></item>",
            head,
        ),
    )
    assert (
        release.address == "https://tenants.example/a" and release.date is None and release.doubts[0].code == "no-date"
    )


def test_rss_1_is_rdf_with_its_entries_beside_the_channel(tmp_path):
    text = (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://tenants.example/"><title>Union</title>'
        '<items><rdf:Seq><rdf:li rdf:resource="https://tenants.example/a"/></rdf:Seq></items></channel>'
        '<item rdf:about="https://tenants.example/a"><title>Meet</title><link>https://tenants.example/a</link>'
        f"<description>{LEDE}</description><dc:date>2014-10-09T23:30:00-07:00</dc:date><dc:subject>Heat</dc:subject></item></rdf:RDF>"
    )
    _, release = read_entry(tmp_path, text)
    assert (release.date, release.topics) == (
        "2014-10-09",
        ("Heat",),
    ) and release.identifier == "https://tenants.example/a"


@pytest.mark.parametrize(
    ("space", "given"), [("http://www.w3.org/2005/Atom", "published"), ("http://purl.org/atom/ns#", "issued")]
)
def test_atom_gives_the_day_of_giving_out_and_not_of_changing(tmp_path, space, given):
    entry = (
        "<entry><id>urn:uuid:7</id><title type='html'>Ganan &lt;em&gt;calor&lt;/em&gt;</title>"
        "<link rel='alternate' href='/a'/><link rel='alternate' hreflang='en' href='/en/a'/>"
        f"<updated>2015-01-01T00:00:00Z</updated><{given}>2014-10-09T23:30:00-07:00</{given}>"
        f"<category term='Calor'/><content type='html'>{escaped(WHOLE)}</content><author><name>Ana</name></author></entry>"
    )
    _, release = read_entry(tmp_path, atom(entry, space))
    assert (release.headline, release.date, release.topics) == ("Ganan calor", "2014-10-09", ("Calor",))
    assert release.address == "https://tenants.example/a" and release.translations == ("https://tenants.example/en/a",)
    assert release.markup == WHOLE and release.identifier == "urn:uuid:7"


def test_xhtml_in_atom_is_its_words(tmp_path):
    content = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEDE}</p><p>Heat &amp; <b>rent</b></p></div></content>'
    _, release = read_entry(tmp_path, atom(f"<entry><title>Meet</title>{content}</entry>"))
    assert release.markup == f"<p>{LEDE}</p><p>Heat &amp; <strong>rent</strong></p>"


def test_plain_text_in_atom_is_never_taken_for_tags(tmp_path):
    _, release = read_entry(
        tmp_path,
        atom("<entry><title>Meet</title><content type='text'>3 &lt; 4 &lt;b&gt;\n\nIt was warm.</content></entry>"),
    )
    assert release.text == "3 < 4 <b>\n\nIt was warm."


def test_pictures_of_media_rss_keep_caption_and_credit(tmp_path):
    head = '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/">'
    media = (
        "<media:content url='https://tenants.example/heat.jpg' medium='image'><media:description>In 4B</media:description>"
        "<media:credit>Ana Ruiz</media:credit></media:content>"
    )
    _, release = read_entry(tmp_path, rss(f"<item><title>Meet</title>{media}</item>", head))
    (picture,) = release.pictures
    assert (picture.address[-8:], picture.caption, picture.credit) == ("heat.jpg", "In 4B", "Ana Ruiz")


def test_a_feed_without_entries_is_no_error(tmp_path):
    (frame,) = read_text(tmp_path, rss(""))
    assert frame.error is None and not frame.releases and not frame.leftovers


def test_what_a_feed_says_beside_its_releases_is_shown_or_marked(tmp_path):
    reading, _ = read_entry(tmp_path, rss("<item><title>Meet</title><x:note>Ask Ana</x:note></item>"))
    assert "Ask Ana" in reading.text


def test_json_feed_gives_what_the_others_give(tmp_path):
    entry = {
        "id": "7", "url": "https://tenants.example/a", "title": "Meet", "content_html": WHOLE, "summary": "Short.",
        "date_published": "2014-10-09T23:30:00-07:00", "tags": ["Heat"], "language": "es", "image": "/heat.jpg",
        "attachments": [{"url": "/Board%20letter.pdf", "mime_type": "application/pdf"}], "_note": {"by": "Ana Ruiz"},
    }  # fmt: skip
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Union",
        "home_page_url": "https://tenants.example/",
        "items": [entry],
    }
    reading, release = read_entry(tmp_path, json.dumps(feed), "feed.json")
    assert (release.headline, release.date, release.language, release.topics) == ("Meet", "2014-10-09", "es", ("Heat",))
    assert release.markup == WHOLE and release.attachments == ("Board letter.pdf",) and "Ana Ruiz" in reading.text
    assert release.pictures[0].address == "https://tenants.example/heat.jpg" and release.identifier == "7"


@pytest.mark.parametrize(
    "text",
    [
        '{"version": "https://jsonfeed.org/version/1", "items": [7]}',
        '{"version": "https://jsonfeed.org/version/1"',
        '{"version": "https://jsonfeed.org/version/1", "items": {}}',
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
    ],
)
def test_a_json_feed_that_is_none_says_so(tmp_path, text):
    (refused,) = [each for each in read_text(tmp_path, text, "feed.json") if each.error]
    assert refused.error.todo


@pytest.mark.parametrize("name", ["feed.atom", "feed.rss", "feed.json", "es/feed.json"])
def test_our_own_feeds_give_the_releases_that_they_were_made_of(name):
    if not (GOLDEN / name).exists():
        pytest.skip("this newsroom has no such feed")
    entries = rows_of(list(read_paths([GOLDEN / name])))
    assert len(entries) >= 3 and not [reading for reading in entries if reading.error or not reading.releases]
    for reading in entries:
        told = _told(reading.releases[0])
        assert told is not None, reading.releases[0].address
        assert reading.releases[0].headline.endswith(told["headlines"][0]["value"])
        assert reading.releases[0].date == told["contentCreated"][:10]


def _told(release):
    file = GOLDEN / release.address.removeprefix("https://press.example/") / "release.json"
    return json.loads(file.read_text()) if file.exists() else {
        "headlines": [{"value": release.headline}], "contentCreated": release.date
    }  # fmt: skip
