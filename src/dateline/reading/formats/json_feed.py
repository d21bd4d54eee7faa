"""Takes a JSON Feed (https://www.jsonfeed.org/version/1.1/, and 1) and gives a reading of each of its entries."""

from collections.abc import Iterator
from html import escape
from urllib.parse import urljoin

from dateline.reading.errors import Unreadable
from dateline.reading.markup.lay_out import lay_out
from dateline.reading.record import Picture, Reading
from dateline.reading.source import Source
from dateline.reading.stated.day import day_of
from dateline.reading.stated.files import link_name
from dateline.reading.stated.fullness import is_opening, signed_lines
from dateline.reading.stated.played import with_links
from dateline.reading.stated.set_out import set_out
from dateline.reading.stated.stated import Beside, File, Stated
from dateline.reading.stated.words import words_of
from dateline.reading.syndication.objects import Told, bytes_of, every_word, list_of, load, objects_in, text_of

READ = frozenset(
    ("id", "url", "title", "content_html", "content_text", "summary", "date_published", "tags", "language", "image",
     "banner_image", "attachments.url")
)  # fmt: skip


def read(source: Source) -> Iterator[Reading]:
    """Read a JSON feed; raise `Unreadable` where it is none, or not whole."""
    feed = load(source)
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise Unreadable("This feed has no list of entries.", source.name, "Save or fetch it again.")
    base = text_of(feed.get("home_page_url")) or text_of(feed.get("feed_url")) or source.address or ""
    for number, told in objects_in(feed["items"], source.name):
        stated = _tell(told, base, text_of(feed.get("language")), f"entry {number}")
        yield set_out(source, stated, "json feed")
    rest = {key: value for key, value in feed.items() if key != "items"}
    beside = tuple(Beside(words, "about the feed") for _, words in every_word(rest))
    yield set_out(source, Stated("the feed", bytes_of(rest), is_release=False, beside=beside), "json feed")


def _tell(told: Told, base: str, language: str, place: str) -> Stated:
    address = urljoin(base, text_of(told.get("url"))) if text_of(told.get("url")) else ""
    html, plain, summary = (text_of(told.get(name)) for name in ("content_html", "content_text", "summary"))
    as_html = html or _as_html(plain) or _as_html(summary)
    is_summary = not html and (not plain or plain == summary)
    body = lay_out(with_links(as_html), address or base)
    name = "date_published" if text_of(told.get("date_published")) else "date_modified"
    printed = text_of(told.get(name))
    files = tuple(
        File(text_of(each.get("title")) or link_name(text_of(each.get("url"))), urljoin(base, text_of(each.get("url"))))
        for each in list_of(told.get("attachments")) if text_of(each.get("url"))
    )  # fmt: skip
    images = [text_of(told.get(key)) for key in ("image", "banner_image")]
    beside = [
        Beside(summary if html or plain else "", "excerpt"),
        Beside(plain if html else "", "the same as plain text"),
    ]
    beside += [Beside(words, f"a field of the feed, {path[:40]}") for path, words in every_word(told, READ | {name})]
    tags = told.get("tags")
    return Stated(
        place=place, data=bytes_of(told), headline=words_of(text_of(told.get("title"))), printed_on=printed,
        day=day_of(printed), date_from=name, body=body, set_aside=signed_lines(body), address=address or None,
        identifier=text_of(told.get("id")) or None, language=text_of(told.get("language")) or language,
        language_from="the entry's language" if text_of(told.get("language")) else "",
        topics=tuple(filter(None, map(text_of, tags))) if isinstance(tags, list) else (), files=files,
        pictures=tuple(Picture(urljoin(base, image)) for image in images if image), pubstatus="usable",
        teaser=is_opening(body, is_summary=is_summary), beside=tuple(beside),
    )  # fmt: skip


def _as_html(plain: str) -> str:
    paragraphs = (escape(each, quote=False).replace("\n", "<br>") for each in plain.split("\n\n") if each.strip())
    return "".join(f"<p>{each}</p>" for each in paragraphs)
