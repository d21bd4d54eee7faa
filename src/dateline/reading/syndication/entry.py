"""Takes an <item> or <entry> of RSS 0.9x, 1.0 and 2.0 or Atom 0.3 and 1.0 and gives its fields.

Sources: https://www.rssboard.org/rss-specification, RFC 4287, https://web.resource.org/rss/1.0/spec, https://www.rssboard.org/media-rss
"""

from dataclasses import dataclass, field
from html import escape

from lxml import etree

from dateline.reading.record import Picture
from dateline.reading.stated.stated import File
from dateline.reading.streaming.element import words_of

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATES = ("pubdate", "published", "issued", "date", "created", "dateavailable", "updated", "modified", "lastbuilddate")
"""Fields with a day, the first that is there counts: when it was given out before when it was changed."""

_TOPICS = {"category", "subject", "keywords"}
_AUTHORS = {"author", "creator", "contributor", "publisher", "source", "credit", "rights", "copyright"}


@dataclass(slots=True)
class Entry:
    """One entry of a feed."""

    title: str = ""
    link: str = ""
    identifier: str = ""
    dates: dict[str, str] = field(default_factory=dict)  # by the field's name
    full: str = ""  # HTML: what the feed calls the content
    summary: str = ""  # HTML: what it calls the description or summary
    language: str = ""
    topics: list[str] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    translations: list[str] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)  # name of the field, words

    @property
    def date(self) -> tuple[str, str]:
        """Give the date as it stands, and the field's name."""
        return next(((self.dates[name], name) for name in _DATES if self.dates.get(name, "").strip()), ("", ""))


def entry_of(element: etree._Element) -> Entry:
    """Read an entry; no field is passed over, a second of one name is among the others."""
    entry = Entry(language=element.get(XML_LANG) or "")
    about = next((value for key, value in element.attrib.items() if str(key).endswith("}about")), "")
    for child in element:
        if isinstance(child.tag, str):
            _enter(entry, child, _name(child), _space(child))
    entry.identifier = entry.identifier or str(about)
    return entry


def _enter(entry: Entry, child: etree._Element, name: str, space: str) -> None:
    is_media = "search.yahoo.com/mrss" in space
    words = words_of(child).strip()
    if is_media:
        _media(entry, child, name, words)
    elif name == "title" and not entry.title:
        entry.title = html_of(child)
    elif name == "link":
        _link(entry, child, words)
    elif name in ("guid", "id", "identifier") and not entry.identifier:
        entry.identifier = words
        if name == "guid" and child.get("isPermaLink", "true").lower() != "false" and words.startswith("http"):
            entry.link = entry.link or words
    elif name in _DATES and name not in entry.dates:
        entry.dates[name] = words
    elif (name == "encoded" and "excerpt" not in space) or name in ("content", "body", "fulltext"):
        entry.full, more = (html_of(child), "") if not entry.full else (entry.full, words)
        _other(entry, name, more)
    elif name in ("description", "summary", "abstract", "encoded", "tagline"):
        entry.summary, more = (html_of(child), "") if not entry.summary else (entry.summary, words)
        _other(entry, name, more)
    elif name in _TOPICS:
        entry.topics.append(words or child.get("label") or child.get("term") or "")
    elif name == "enclosure":
        _file(entry, child.get("url") or "", child.get("type") or "")
    elif name == "language":
        entry.language = words
    elif name in _AUTHORS:
        _other(entry, "author", words)
    else:
        _other(entry, name, words)


def _other(entry: Entry, name: str, words: str) -> None:
    if words:
        entry.others.append((name, words))


def _link(entry: Entry, child: etree._Element, words: str) -> None:
    address, rel = (child.get("href") or words).strip(), child.get("rel") or "alternate"
    if rel == "alternate" and child.get("hreflang") and entry.link:
        entry.translations.append(address)
    elif rel == "alternate" and not entry.link:
        entry.link = address
    elif rel == "enclosure":
        _file(entry, address, child.get("type") or "", child.get("title") or "")


def _media(entry: Entry, child: etree._Element, name: str, words: str) -> None:
    """Media RSS: pictures and files, alone or in a group, with their words beside or in them."""
    address = child.get("url") or ""
    inner = {_name(each): words_of(each).strip() for each in child if isinstance(each.tag, str)}
    if name in ("content", "thumbnail") and address:
        is_picture = name == "thumbnail" or (child.get("medium") or child.get("type") or "image").startswith("image")
        if is_picture:
            told = Picture(address, "", inner.get("description") or inner.get("title") or "", inner.get("credit") or "")
            if all(picture.address != address for picture in entry.pictures):
                entry.pictures.append(told)
        else:
            _file(entry, address, child.get("type") or "")
    elif name == "group":
        for each in child:
            if isinstance(each.tag, str):
                _media(entry, each, _name(each), words_of(each).strip())
    else:
        _other(entry, f"media {name}", words)


def _file(entry: Entry, address: str, kind: str, name: str = "") -> None:
    if not address:
        return
    if kind.startswith("image/"):
        entry.pictures.append(Picture(address))
    else:
        entry.files.append(File(name, address))


def html_of(element: etree._Element) -> str:
    """Give what an element holds as HTML (RFC 4287, 3.1 and 4.1.3): plain text is escaped, xhtml written out."""
    kind = (element.get("type") or "").lower()
    if len(element):
        pieces = [escape(element.text or "", quote=False)]
        for child in element:
            written = etree.tostring(child, encoding="unicode", with_tail=True)
            pieces.append(written.replace("xhtml:", "").replace("html:", ""))
        return "".join(pieces)
    words = element.text or ""
    if kind in ("text", "text/plain") and element.get("mode") != "escaped":
        return escape(words, quote=False).replace("\n\n", "<p>").replace("\n", "<br>")
    return words


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def _space(element: etree._Element) -> str:
    space, _, name = str(element.tag).rpartition("}")
    return space or ("search.yahoo.com/mrss" if name.startswith("media:") else name.rpartition(":")[0])
