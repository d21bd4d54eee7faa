"""Takes a feed (RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0) of any size and gives a reading of each of its entries, as it streams."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from dateline.reading import doubts
from dateline.reading.record import Doubt, ReadError, Reading
from dateline.reading.source import Source
from dateline.reading.stated.set_out import set_out
from dateline.reading.stated.stated import Beside, Stated
from dateline.reading.streaming.decoded import characters
from dateline.reading.streaming.element import name_of, parsed, parsed_frame, words_of
from dateline.reading.streaming.parts import Part, parts_of
from dateline.reading.syndication.entry import XML_LANG, entry_of
from dateline.reading.syndication.tell import tell

DAMAGED = Doubt("damaged", "The feed is damaged within this entry; compare it with the site, or fetch the feed again.")


def read(source: Source) -> Iterator[Reading]:
    """Read a feed: its frame first, which may stand behind the entries, then entry by entry."""
    base, language = _told(source)
    count = 0
    for part in parts_of(characters(source), source.name):
        if part.is_entry:
            count += 1
            yield _read_part(source, part, (base, language), count)
        else:
            yield _read_frame(source, part)


def _told(source: Source) -> tuple[str, str]:
    """Give the feed's own address and language."""
    frame = next(part for part in parts_of(characters(source), source.name) if not part.is_entry)
    root = parsed_frame(frame)
    language = root.get(XML_LANG) or _first(root, "language")
    links = [x for x in root.iter() if name_of(x.tag) == "link" and (x.get("rel") or "alternate") == "alternate"]
    link = next((address for x in links if (address := (x.get("href") or words_of(x)).strip())), "")
    return link or source.address or "", language


def _first(root: etree._Element, name: str) -> str:
    return next((words_of(x).strip() for x in root.iter() if name_of(x.tag) == name), "")


def _read_part(source: Source, part: Part, told: tuple[str, str], count: int) -> Reading:
    data = part.text.encode("utf-8", "surrogateescape")
    found = parsed(part)
    if found is None or not part.is_whole:
        error = ReadError(
            f"The feed breaks off within entry {count}, or that is no XML. What stands before and behind it was read.",
            f"{source.name}, entry {count}",
            "Fetch the feed again; where that can't be done, enter this release by hand.",
        )
        return Reading(f"{source.name} › entry {count}", None, None, error=error, path=source.path, data=data)
    stated = tell(entry_of(found.element), *told, f"entry {count}", data)
    more = (doubts.ENCODING,) * found.is_guessed + (DAMAGED,) * found.is_damaged
    if not stated.headline and not stated.body.text.strip():
        return set_out(source, replace(stated, is_release=False), "feed")
    return set_out(source, replace(stated, doubts=more) if more else stated, "feed")


def _read_frame(source: Source, part: Part) -> Reading:
    """Read what stands around the entries: the feed's title and description. None of it is a release."""
    words = (" ".join((x.text or "").split()) for x in parsed_frame(part).iter() if isinstance(x.tag, str))
    beside = tuple(Beside(each, "about the feed") for each in words if each)
    data = part.text.encode("utf-8", "surrogateescape")
    return set_out(source, Stated("the feed", data, is_release=False, beside=beside), "feed")
