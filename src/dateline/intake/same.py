"""Two found records → whether they are one release. Pure; why it decides so is in docs/decisions/matching.md.

Records are compared by their words: letters and digits, without case, quotes, dashes, punctuation and white space,
since no two pages agree on those. Whatever could match shares one of four keys, so that a record is compared only
with the few that share one, however many are known.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from dateline.releases.old_addresses import TRACKING

_NOT_WORDS = re.compile(r"[\W_]+")
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])\s*$")

OPENING = 40  # characters of the text under which it is found again; a shorter text needs its headline to be found
ENOUGH = 400  # characters as printed that hold such an opening, but for a text of rules and dots
CERTAIN = 120  # an opening this long is not shared by two releases of one day, whatever their headlines
LIKELY = 60  # an opening this long is not shared where one of the two has no headline to tell them apart
CUT_HEADLINE = 20  # a headline that ends in dots, and at least this long, may stand for the whole one


class Relation(StrEnum):
    """How a found record stands to a known one."""

    UNRELATED = "unrelated"
    SAME = "same"  # word for word, as far as both are complete
    OPENS = "opens"  # the found one is a teaser or bare headline of the known one
    EXTENDS = "extends"  # the known one is a teaser or bare headline of the found one
    CONFLICT = "conflict"  # day and headline, or address, agree, the words don't: a person decides


@dataclass(frozen=True, slots=True)
class Keys:
    """Hashes under which a record is found again; "" where it has no such thing."""

    whole: str  # everything that is compared: equal only where nothing differs but spans and doubts
    address: str
    headline: str  # with the day
    opening: str  # with the day


@dataclass(frozen=True)
class Likeness:
    """What of a record is compared."""

    date: str  # ISO; "" where none was found
    language: str  # "" where none was found
    headline: str  # words
    headline_is_cut: bool
    printed_text: str
    is_teaser: bool
    address: str  # normalised
    keys: Keys

    @cached_property
    def text(self) -> str:
        """The text's words; made only where a comparison needs them, which in a first import is seldom."""
        return words(self.printed_text)


def likeness(record: dict[str, Any]) -> Likeness:
    """Take from a record, in its JSON shape, what is compared."""
    date = record["date"] or ""
    headline = words(record["headline"] or "")
    text = record["text"]
    opening = words(text[:ENOUGH])
    if len(opening) < OPENING and len(text) > ENOUGH:
        opening = words(text)
    address = bare_address(record["address"] or "")
    is_teaser = bool(record["teaser"]) or not opening
    # What is printed counts, not only what is compared: a second wording is another finding, to be merged.
    whole = (
        "whole", record["kind"], record["headline"], record["subheadline"], record["dateline"], date,
        record["place"], record["language"], is_teaser, text, record["address"],
        sorted(record["attachments"]), sorted(record["topics"]),
    )  # fmt: skip
    return Likeness(
        date=date,
        language=record["language"] or "",
        headline=headline,
        headline_is_cut=bool(_CUT_OFF.search(record["headline"] or "")),
        printed_text=text,
        is_teaser=is_teaser,
        address=address,
        keys=Keys(
            whole=_hash(whole),
            address=_hash(("address", address)) if address else "",
            headline=_hash(("headline", date, headline)) if headline else "",
            opening=_hash(("opening", date, opening[:OPENING])) if len(opening) >= OPENING else "",
        ),
    )


def words(text: str) -> str:
    """Reduce a text to its words, parted by single spaces."""
    return _NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def bare_address(address: str) -> str:
    """Reduce a web address to what tells two pages apart; "" for what is none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if not host:
        return ""
    query = "&".join(sorted(part for part in parts.query.split("&") if part and not TRACKING.match(part)))
    return f"{host}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def relation(found: Likeness, known: Likeness) -> Relation:
    """Say how a found record stands to a known one.

    The headline never decides alone: with it, the day must be the same, and the texts must agree or one be missing.
    """
    if found.language and known.language and found.language != known.language:
        return Relation.UNRELATED  # the same day and name in another language is a translation
    is_one_page = bool(found.address) and found.address == known.address
    if found.date != known.date and not is_one_page:
        return Relation.UNRELATED
    headline = _headlines_agree(found, known)
    if found.text and known.text:
        return _by_text(found, known, headline, is_one_page)
    if not headline:
        return Relation.UNRELATED
    if found.text:
        return Relation.EXTENDS
    return Relation.OPENS if known.text else Relation.SAME


def _by_text(found: Likeness, known: Likeness, headline: bool, is_one_page: bool) -> Relation:
    shorter, longer = sorted((found, known), key=lambda one: len(one.text))
    if not longer.text.startswith(shorter.text):
        return Relation.CONFLICT if headline else Relation.UNRELATED
    has_both = bool(found.headline and known.headline)
    is_one = headline or is_one_page or len(shorter.text) >= (CERTAIN if has_both else LIKELY)
    if not is_one:
        return Relation.UNRELATED
    if found.text == known.text:
        if found.is_teaser == known.is_teaser:
            return Relation.SAME
        return Relation.OPENS if found.is_teaser else Relation.EXTENDS
    if not shorter.is_teaser:
        return Relation.CONFLICT  # a whole release with more behind it: perhaps two, glued together
    return Relation.OPENS if shorter is found else Relation.EXTENDS


def _headlines_agree(one: Likeness, other: Likeness) -> bool:
    if not one.headline or not other.headline:
        return False
    if one.headline == other.headline:
        return True
    return any(
        cut.headline_is_cut and len(cut.headline) >= CUT_HEADLINE and whole.headline.startswith(cut.headline)
        for cut, whole in ((one, other), (other, one))
    )


def _hash(parts: tuple[Any, ...]) -> str:
    return hashlib.blake2b(repr(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()
