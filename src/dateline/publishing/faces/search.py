"""A question to the search and its answer."""

from dataclasses import dataclass

from dateline.publishing.faces.lists import Entry


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, marked where it is a word that was looked for."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class FoundRelease:
    """A release in an answer of the search."""

    entry: Entry
    headline: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a filter of the search offers."""

    value: str  # as an address has it
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SearchFace:
    """A question and its answer; every link is the query of an address ("q=rent&page=2")."""

    text: str  # as asked, "" where nothing was
    years: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    languages: tuple[Choice, ...]  # none where there is one language only
    is_newest_first: bool
    is_filtered: bool
    releases: tuple[FoundRelease, ...]
    count: int
    is_more: bool  # more than `count` have the words: these are the newest
    page: int
    pages: int
    says_nothing: bool  # only words that every release has were asked for
    took_too_long: bool
    unknown: tuple[str, ...]  # words that no release has at all
    link_by_relevance: str
    link_newest_first: str
    link_earlier: str  # the page before, "" where there is none
    link_later: str
    link_unfiltered: str
    links_by_word: tuple[tuple[str, str], ...]  # (word, link) for each of several words
