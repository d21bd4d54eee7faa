"""A found record → what of it is compared with others, and the keys under which it is found again. Pure.

Records are compared by their words: letters and digits, without case, quotes, dashes, punctuation and white space,
since no two pages agree on those.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from dateline.intake.file_names import file_key
from dateline.intake.shingles import bands_of
from dateline.releases.old_addresses import TRACKING

_NOT_WORDS = re.compile(r"[\W_]+")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])\s*$")
_NO_PAGE = re.compile(r"/?(?:index\.\w+)?")

OPENING = 40  # characters of the text under which it is found again; a shorter text needs its headline to be found
ENOUGH = 400  # characters as printed that hold such an opening, but for a text of rules and dots
DAYS_APART = 2  # between the day of a release and that of the mail, or the post, with which it went out
UNDATED = 0  # the day of a record without one, as a number


@dataclass(frozen=True, slots=True)
class Keys:
    """Hashes under which a record is found again; "" where it has no such thing."""

    whole: str  # everything that is compared: equal only where nothing differs but spans and doubts
    address: str
    identifier: str  # made as an address's key is: what one source calls by its address, another links to
    headline: str  # with the day
    bands: tuple[int, ...]  # of the text and of how it opens; without the day


@dataclass(frozen=True)
class Likeness:
    """What of a record is compared."""

    date: str  # ISO; "" where none was found
    day: int  # the date as a number; UNDATED for none
    has_stated_date: bool  # stated beside the release (a post's own date, a mail's), not printed in it
    language: str  # "" where none was found
    headline: str  # words
    headline_is_cut: bool
    printed_headline: str
    place: str  # words
    printed_text: str
    is_teaser: bool
    names: frozenset[str]  # what its sources call it for good: its address, normalised, and its identifier
    files: frozenset[str]  # what it hands out
    is_file: str  # the name of the file that it is, where another source hands that out
    keys: Keys

    @cached_property
    def text(self) -> str:
        """The text's words; made only where a comparison needs them, which in a first import is seldom."""
        return words(self.printed_text)


def likeness(record: dict[str, Any], file_name: str = "") -> Likeness:
    """Take from a record, in its JSON shape, what is compared."""
    return likenesses([(record, file_name)])[0]


def likenesses(records: Iterable[tuple[dict[str, Any], str]]) -> list[Likeness]:
    """Take from many records, each with the name of the file that it is or "", what is compared."""
    records = list(records)
    every = bands_of(record["text"] for record, _ in records)
    return [_likeness(record, name, bands) for (record, name), bands in zip(records, every, strict=True)]


def is_teaser(record: dict[str, Any]) -> bool:
    """Say whether only an opening, or nothing of the text, is in a record."""
    return bool(record["teaser"]) or (not words(record["text"][:ENOUGH]) and not words(record["text"]))


def is_cut_off(headline: str) -> bool:
    """Say whether a headline ends in dots."""
    return bool(_CUT_OFF.search(headline))


def _likeness(record: dict[str, Any], file_name: str, bands: tuple[int, ...]) -> Likeness:
    day = record["date"] or ""
    headline = words(record["headline"] or "")
    text = record["text"]
    opening = words(text[:ENOUGH])
    if len(opening) < OPENING and len(text) > ENOUGH:
        opening = words(text)
    address = bare_address(record["address"] or "")
    identifier = bare_identifier(record.get("identifier") or "")
    if len(opening) >= OPENING:
        bands = (*bands, _number(opening[:OPENING]))
    return Likeness(
        date=day,
        day=date.fromisoformat(day).toordinal() if day else UNDATED,
        has_stated_date="date" in record.get("basis", ()),
        language=record["language"] or "",
        headline=headline,
        headline_is_cut=is_cut_off(record["headline"] or ""),
        printed_headline=record["headline"] or "",
        place=words(record["place"] or ""),
        printed_text=text,
        is_teaser=bool(record["teaser"]) or not opening,
        names=frozenset(name for name in (address, identifier) if name),
        files=frozenset(map(file_key, record["attachments"])),
        is_file=file_key(file_name),
        keys=Keys(
            whole=_whole(record, day, is_opening=bool(record["teaser"]) or not opening),
            address=name_key(address),
            identifier=name_key(identifier),
            headline=_hash(("headline", day, headline)) if headline else "",
            bands=bands,
        ),
    )


def _whole(record: dict[str, Any], day: str, *, is_opening: bool) -> str:
    # What is printed counts, not only what is compared: a second wording is another finding, to be merged.
    seldom = [record[name] for name in _SELDOM if name in record]
    return _hash(
        (
            "whole", record["kind"], record["headline"], record["subheadline"], record["dateline"], day,
            record["place"], record["language"], is_opening, record["text"], record["address"],
            sorted(record["attachments"]), sorted(record["topics"]), seldom,
        )
    )  # fmt: skip


_SELDOM = ("markup", "pictures", "identifier", "translations", "pubstatus")


def words(text: str) -> str:
    """Reduce a text to its words, parted by single spaces."""
    return _NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def bare_address(address: str) -> str:
    """Reduce a web address to what tells two pages apart; "" for what is none, and for a site's own first page."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    query = "&".join(sorted(part for part in parts.query.split("&") if part and not TRACKING.match(part)))
    if not host or (_NO_PAGE.fullmatch(parts.path) and not query):
        return ""
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def bare_identifier(identifier: str) -> str:
    """Reduce an identifier (guid, Message-ID, uri) to what two sources write alike; an address as `bare_address` does."""
    bare = identifier.strip().strip("<>").strip()
    return bare_address(bare) if bare.startswith(("http://", "https://")) else bare


def name_key(name: str) -> str:
    """Hash what a release is called for good; "" for nothing."""
    return _hash(("name", name)) if name else ""


def _number(opening: str) -> int:
    digest = hashlib.blake2b(opening.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1


def _hash(parts: tuple[Any, ...]) -> str:
    return hashlib.blake2b(repr(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


def kept_under(one: Likeness) -> Iterator[tuple[str | int, str | int]]:
    """Give the keys under which a record is put."""
    if one.keys.headline:
        yield "headline", one.keys.headline
    yield from _names(one)
    for number in one.keys.bands:
        yield number, one.day
        yield number, "any day"


def sought_under(one: Likeness) -> Iterator[tuple[str | int, str | int]]:
    """Give the keys under which those lie that a record is compared with."""
    if one.keys.headline:
        yield "headline", one.keys.headline
    yield from _names(one)
    for number in one.keys.bands:
        if one.day == UNDATED:
            yield number, "any day"
        else:
            yield from ((number, day) for day in (*range(one.day - DAYS_APART, one.day + DAYS_APART + 1), UNDATED))


def _names(one: Likeness) -> Iterator[tuple[str, str]]:
    return (("name", key) for key in dict.fromkeys((one.keys.address, one.keys.identifier)) if key)
