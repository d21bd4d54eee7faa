"""Takes IPTC ninjs, 1.0 to 3.0, one object, a list, or one a line, and gives a reading of each: Dateline's own data too.

Source: https://iptc.org/std/ninjs/ninjs-schema_3.0.json; before 2.0 names are in small letters and end in what they hold.
"""

from collections.abc import Iterator
from html import escape

from dateline.reading.markup.lay_out import lay_out
from dateline.reading.record import Contact, Doubt, Picture, Reading
from dateline.reading.source import Source
from dateline.reading.stated.day import day_of
from dateline.reading.stated.files import link_name
from dateline.reading.stated.fullness import is_opening
from dateline.reading.stated.played import with_links
from dateline.reading.stated.set_out import set_out
from dateline.reading.stated.stated import Beside, File, Stated
from dateline.reading.stated.words import words_of
from dateline.reading.syndication.objects import Told, bytes_of, every_word, list_of, load, objects_in, text_of

_READ = frozenset(
    ("headline", "headlines.value", "subheadline", "bodies.value", "body_html", "body_xhtml", "body_text", "uri", "located",
     "language", "subject.name", "subjects.name", "people.name", "people.contactInfo.value", "associations", "embargoed")
)  # fmt: skip
_CANCELED = Doubt("withheld", "Its sender has withdrawn this or held it back; publish it only if it was given out.")


def read(source: Source) -> Iterator[Reading]:
    """Read news objects; raise `Unreadable` where they are none, or not whole."""
    loaded = load(source)
    if isinstance(loaded, dict) and isinstance(loaded.get("items"), list):  # as interfaces hand them out
        loaded = loaded["items"]
    for number, told in objects_in(loaded, source.name):
        small = {key.lower(): value for key, value in told.items()}
        yield set_out(source, _tell(small, told, f"object {number}"), "ninjs")


def _tell(told: Told, whole: Told, place: str) -> Stated:
    address = _address(told)
    headline, subheadline = _valued(told, "headline", "main"), _valued(told, "headline", "subheadline")
    html, plain = _bodies(told)
    summary = _valued(told, "description", "summary") or text_of(told.get("description_text"))
    body = lay_out(with_links(html or _as_html(plain) or _as_html(summary)), address or None)
    name = next((n for n in ("contentcreated", "firstcreated", "versioncreated") if text_of(told.get(n))), "")
    printed = text_of(told.get(name))
    files, known = _associated(told)
    shown = {known[p.picture.address].address for p in body.pictures if p.picture.address in known}
    pictures = {picture.address: picture for picture in known.values() if picture.address not in shown}
    status = text_of(told.get("pubstatus")) or "usable"
    is_partial = text_of(told.get("representationtype")) in ("partial", "incomplete", "associated")
    is_text = text_of(told.get("type")) in ("", "text", "composite") and bool(headline or body.text)
    return Stated(
        place=place, data=bytes_of(whole), is_release=is_text, headline=headline,
        subheadline=subheadline or text_of(told.get("subheadline")), printed_on=printed, day=day_of(printed), date_from=name,
        body=body, dateline_place=None, address=address or None, identifier=text_of(told.get("uri")) or None,
        language=text_of(told.get("language")), language_from="language", topics=_named(told, "subject"), files=files,
        pictures=tuple(pictures.values()), known=known,
        contacts=_people(told), embargo=text_of(told.get("embargoed")) or None, kind=_kind(told),
        pubstatus="usable" if status == "usable" else "withheld",
        teaser=is_partial or is_opening(body, is_summary=not html and not plain), beside=tuple(_beside(told, html, name)),
        doubts=() if status == "usable" else (_CANCELED,),
    )  # fmt: skip


def _valued(told: Told, name: str, role: str) -> str:
    """Give a text: of 2.0 and later the one of a role, before that the field of this name."""
    for each in list_of(told.get(f"{name}s")):
        if text_of(each.get("role")) in (role, "" if role == "main" else role):
            return words_of(text_of(each.get("value")))
    every = list_of(told.get(f"{name}s"))
    if role == "main" and every:
        return words_of(text_of(every[0].get("value")))
    return words_of(text_of(told.get(name))) if role == "main" else ""


def _bodies(told: Told) -> tuple[str, str]:
    html, plain = text_of(told.get("body_html")) or text_of(told.get("body_xhtml")), text_of(told.get("body_text"))
    for each in list_of(told.get("bodies")):
        if "html" in text_of(each.get("contentType") or each.get("contenttype")):
            html = html or text_of(each.get("value"))
        else:
            plain = plain or text_of(each.get("value"))
    return html, plain


def _as_html(plain: str) -> str:
    return "".join(
        f"<p>{escape(p, quote=False).replace(chr(10), '<br>')}</p>" for p in plain.split("\n\n") if p.strip()
    )


def _address(told: Told) -> str:
    """Give the page's address: a rendition as a page, an alternative identity, or the uri itself where it is one."""
    renditions = told.get("renditions")
    every = list_of(renditions) or [{"name": k, **v} for k, v in _objects(renditions)]
    for each in every:
        kind = text_of(each.get("contentType") or each.get("mimetype"))
        if kind.startswith("text/html") or text_of(each.get("name")) in ("page", "web"):
            return text_of(each.get("href"))
    for each in list_of(told.get("altids")):
        if text_of(each.get("value")).startswith("http"):
            return text_of(each.get("value"))
    uri = text_of(told.get("uri"))
    return uri if uri.startswith("http") else ""


def _objects(value: object) -> list[tuple[str, Told]]:
    return [(str(k), v) for k, v in value.items() if isinstance(v, dict)] if isinstance(value, dict) else []


def _associated(told: Told) -> tuple[tuple[File, ...], dict[str, Picture]]:
    """Give the files, and the pictures by the address of each of their copies."""
    associations = told.get("associations")
    files: list[File] = []
    pictures: dict[str, Picture] = {}
    for each in list_of(associations) or [inner for _, inner in _objects(associations)]:
        small = {key.lower(): value for key, value in each.items()}
        renditions = list_of(small.get("renditions")) or [v for _, v in _objects(small.get("renditions"))]
        copies = [address for rendition in renditions if (address := text_of(rendition.get("href")))]
        if text_of(small.get("type")) in ("picture", "graphic"):
            alt, caption = _valued(small, "description", "alt text"), _valued(small, "description", "caption")
            caption = caption or words_of(text_of(small.get("description_text")))
            credit = text_of(small.get("by")) or text_of(small.get("byline"))
            copies = copies or [text_of(small.get("uri"))]
            pictures.update(dict.fromkeys(copies, Picture(copies[0], alt, caption, credit)))
        elif copies or text_of(small.get("name")):
            address = copies[0] if copies else ""
            files.append(File(text_of(small.get("name")) or link_name(address), address))
    return tuple(files), pictures


def _people(told: Told) -> tuple[Contact, ...]:
    """Give the people that a reporter can reach."""
    out = []
    for each in list_of(told.get("people")):
        reach = {text_of(x.get("type")): text_of(x.get("value")) for x in list_of(each.get("contactInfo"))}
        role = next((text_of(x.get("role")) for x in list_of(each.get("contactInfo")) if text_of(x.get("role"))), "")
        if reach or text_of(each.get("rel")) == "media contact":
            called = Contact(text_of(each.get("name")) or None, role or None, reach.get("phone"), reach.get("email"))
            out.append(called)
    return tuple(out)


def _named(told: Told, name: str) -> tuple[str, ...]:
    every = [*list_of(told.get(f"{name}s")), *list_of(told.get(name))]
    return tuple(dict.fromkeys(filter(None, (text_of(each.get("name")) for each in every))))


def _kind(told: Told) -> str | None:
    return next((text_of(x.get("literal")) for x in list_of(told.get("genres")) if text_of(x.get("literal"))), None)


def _beside(told: Told, html: str, date_from: str) -> Iterator[Beside]:
    read = _READ | {date_from}
    if not html:
        read |= {"description_text"}
    for path, words in every_word(told, read):
        if path.startswith("bodies.") and path != "bodies.value":
            continue
        yield Beside(words, f"a field of the object, {path[:40]}")
    if html:
        _, plain = _bodies(told)
        yield Beside(plain, "the same as plain text")
