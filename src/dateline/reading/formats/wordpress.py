"""Takes a WordPress export (WXR, any version) of any size and gives a reading of each of its rows, as it streams."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from dateline.reading import doubts
from dateline.reading.record import ReadError, Reading
from dateline.reading.source import Source
from dateline.reading.stated.set_out import reads_as_release, set_out
from dateline.reading.stated.stated import Beside, Stated
from dateline.reading.streaming.decoded import characters
from dateline.reading.streaming.element import name_of, parsed, parsed_frame, words_of
from dateline.reading.streaming.parts import Part, parts_of
from dateline.reading.wordpress.post import post_of
from dateline.reading.wordpress.site import Site
from dateline.reading.wordpress.tell import DAMAGED, PAGE, is_press, is_unseen, tell, unseen

_ASKED = ("attachment", "wp_block", "post_translations", "_translation_group", "trid")
"""Words of each row that other rows ask for; the first pass parses no other."""

_RECORDS = {"author": "an account of the site", "category": "category", "tag": "category", "term": "category"}


def read(source: Source) -> Iterator[Reading]:
    """Read an export in two passes: what posts have to know of each other, then post by post. Memory holds one at a time."""
    site = _site_of(source)
    count = 0
    for part in parts_of(characters(source), source.name):
        if part.is_entry:
            count += 1
            yield _read_part(source, part, site, count)
        else:
            yield _read_frame(source, part)


def _site_of(source: Source) -> Site:
    site = Site()
    for part in parts_of(characters(source), source.name):
        if not part.is_entry:
            frame = parsed_frame(part)
            site.language = next((words_of(x).strip() for x in frame.iter() if name_of(x.tag) == "language"), "")
        elif part.is_whole and any(word in part.text for word in _ASKED) and (found := parsed(part)) is not None:
            site.enter(post_of(found.element))
    return site


def _read_part(source: Source, part: Part, site: Site, count: int) -> Reading:
    data = part.text.encode("utf-8", "surrogateescape")
    found = parsed(part)
    if found is None or not part.is_whole:
        title = words_of(found.element.find("{*}title")) if found and found.element.find("{*}title") is not None else ""
        return _broken(source, count, data, title)
    post = post_of(found.element)
    place = f"post {post.number.strip() or f'({count})'}"
    if is_unseen(post):
        return set_out(source, unseen(post, place, data), "wordpress")
    stated = tell(post, site, place, data)
    more = (doubts.ENCODING,) * found.is_guessed + (DAMAGED,) * found.is_damaged
    if not stated.headline and not stated.body.text.strip() and not stated.files:
        stated = replace(stated, is_release=False)
    elif not is_press(post):
        more += (PAGE,)
    if more:
        stated = replace(stated, doubts=(*stated.doubts, *more))
    reading = set_out(source, stated, "wordpress")
    if stated.is_release and not is_press(post) and not reads_as_release(reading):
        reading = set_out(source, replace(stated, is_release=False), "wordpress")
    return reading


def _broken(source: Source, count: int, data: bytes, title: str) -> Reading:
    called = f", “{' '.join(title.split())[:80]}”," if title.strip() else ""
    error = ReadError(
        f"The export breaks off within its row {count}{called} or that is no XML. What stands before and behind it was read.",
        f"{source.name}, row {count}",
        "Export the site again; where that can't be done, enter this one by hand.",
    )
    return Reading(f"{source.name} › row {count}", None, None, error=error, path=source.path, data=data)


def _read_frame(source: Source, part: Part) -> Reading:
    """Read what stands around the posts: the site's name, its accounts and categories. None of it is a release."""
    beside = []
    for element in parsed_frame(part).iter():
        if isinstance(element.tag, str) and (element.text or "").strip():
            beside.append(Beside(" ".join((element.text or "").split()), _why(element)))
    data = part.text.encode("utf-8", "surrogateescape")
    return set_out(source, Stated("the site", data, is_release=False, beside=tuple(beside)), "wordpress")


def _why(element: etree._Element) -> str:
    above = element.getparent()
    name = name_of(above.tag) if above is not None else ""
    return _RECORDS.get(name, "about the site")
