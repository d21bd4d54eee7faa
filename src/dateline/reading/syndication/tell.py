"""Takes an entry of a feed and tells what it states of a release."""

from urllib.parse import urljoin

from dateline.reading.markup.lay_out import lay_out
from dateline.reading.stated.day import day_of
from dateline.reading.stated.files import link_name
from dateline.reading.stated.fullness import is_opening, signed_lines
from dateline.reading.stated.played import with_links
from dateline.reading.stated.stated import Beside, File, Stated
from dateline.reading.stated.words import words_of
from dateline.reading.syndication.entry import Entry


def tell(entry: Entry, base: str, language: str, place: str, data: bytes) -> Stated:
    """Give what an entry states; `base` and `language` are the feed's."""
    address = urljoin(base, entry.link.strip()) if entry.link.strip() else ""
    full, summary = (
        lay_out(with_links(entry.full), address or base),
        lay_out(with_links(entry.summary), address or base),
    )
    is_summary = not full.text.strip()
    body = summary if is_summary else full
    printed, date_from = entry.date
    files = tuple(File(f.name or link_name(f.address), urljoin(base, f.address)) for f in entry.files)
    beside = [Beside("" if is_summary else summary.text, "excerpt")]
    beside += [Beside(words, f"the entry's {name}") for name, words in entry.dates.items() if name != date_from]
    beside += [Beside(words_of(words), _why(name)) for name, words in entry.others]
    return Stated(
        place=place, data=data, headline=words_of(entry.title), printed_on=printed, day=day_of(printed),
        date_from=date_from, body=body, set_aside=signed_lines(body), address=address or None,
        identifier=entry.identifier or None, language=entry.language or language,
        language_from="the entry's language" if entry.language else "",
        topics=tuple(dict.fromkeys(filter(None, map(words_of, entry.topics)))), files=files,
        pictures=tuple(entry.pictures), translations=tuple(urljoin(base, each) for each in entry.translations),
        pubstatus="usable", teaser=is_opening(body, is_summary=is_summary), beside=tuple(beside),
    )  # fmt: skip


def _why(name: str) -> str:
    return "author" if name == "author" else f"a field of the feed, {name[:40]}"
