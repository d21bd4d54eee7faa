"""Asked → found: which public releases a question means, in which order, with their words marked.

Few candidates are ranked. Where more than a bounded number has the words, the newest of them are given newest first:
a whole common word is never ranked. No release is shown that is not public at this moment, whatever the index says.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dateline.publishing import faces
from dateline.publishing.models import Findable
from dateline.publishing.searching import store
from dateline.publishing.searching.asked import Asked, alternatives, phrases, words_of
from dateline.publishing.searching.marking import excerpt, marked
from dateline.publishing.searching.printed_texts import paragraphs_of
from dateline.publishing.searching.rank import Candidate, has_row, ranked
from dateline.publishing.searching.stems import stem, words_in
from dateline.publishing.searching.store import Terms
from dateline.publishing.searching.terms import also_mark, kind_mark, language_mark, topic_mark, year_mark
from dateline.releases.models import Release
from dateline.releases.status import Status

MOST = 200  # candidates that are ranked, and results that can be paged through
PAGE_LENGTH = 10
SHORTEST_BEGINNING = 3  # letters of a word's beginning for which it is looked for


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question."""

    releases: tuple[faces.FoundRelease, ...] = ()  # of this page
    count: int = 0  # at most MOST
    is_more: bool = False  # more than MOST have the words; the newest are given
    pages: int = 1
    says_nothing: bool = False  # only words that every release has were asked for
    is_beginning: bool = False  # nothing has the last word as typed; words that begin with it were looked for
    unknown: tuple[str, ...] = ()  # words that no release has at all


def find(asked: Asked, kind: str, language: str, languages: list[str]) -> Found:
    """Find what a reader of one language asks of newsrooms in `languages`; `kind` is the one asked for, or "".

    Raises store.TooLong.
    """
    with store.limited():
        terms = _terms(asked, kind, language, languages)
        if terms is None:
            return Found(says_nothing=bool(asked.text))
        orders = store.newest(terms, MOST + 1)
        is_beginning = False
        if not orders and len(words_of(asked.text)[-1]) >= SHORTEST_BEGINNING and asked.text[-1].isalnum():
            terms = Terms(terms.alternatives, terms.marks, terms.without, is_prefix=True)
            orders = store.newest(terms, MOST + 1)
            is_beginning = bool(orders)
        is_more = len(orders) > MOST
        if not is_more or phrases(asked.text, language):
            orders = _ranked(orders, asked, terms, language)
        orders = orders[:MOST]
        if not orders:
            return Found(unknown=_unknown(asked, languages))
        pages = -(-len(orders) // PAGE_LENGTH)
        page = min(asked.page, pages)
        shown = orders[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]
        return Found(_shown(shown, terms), len(orders), is_more, pages, is_beginning=is_beginning)


def _terms(asked: Asked, kind: str, language: str, languages: list[str]) -> Terms | None:
    if asked.language:
        spoken, marks, without = [asked.language], [language_mark(asked.language)], []
    else:
        # A release that exists in the reader's language is given in that language only.
        spoken = sorted(languages, key=lambda each: each != language)
        marks, without = [], [also_mark(language)] if len(languages) > 1 else []
    marks += [year_mark(asked.year)] if asked.year else []
    marks += [kind_mark(kind)] if kind else []
    marks += [topic_mark(language, asked.topic)] if asked.topic else []
    found = alternatives(asked.text, spoken)
    return Terms(tuple(map(tuple, found)), tuple(marks), tuple(without)) if found else None


def _ranked(orders: list[int], asked: Asked, terms: Terms, language: str) -> list[int]:
    rows = phrases(asked.text, asked.language or language)
    if asked.is_newest_first and not rows:
        return orders
    texts = Findable.objects.filter(order__in=orders).values_list("order", "head", "body")
    candidates = [each for each in (Candidate(*text) for text in texts) if has_row(each, rows)]
    if asked.is_newest_first or len(orders) > MOST:
        return sorted((each.order for each in candidates), reverse=True)
    return ranked(candidates, terms.alternatives)


def _unknown(asked: Asked, languages: list[str]) -> tuple[str, ...]:
    """Name the words that no release has at all."""
    asked_alone = {word: alternatives(word, languages) for word in words_of(asked.text)}
    return tuple(
        word
        for word, alone in asked_alone.items()
        if alone and not store.newest(Terms(tuple(map(tuple, alone))), 1)
    )


def _shown(orders: list[int], terms: Terms) -> tuple[faces.FoundRelease, ...]:
    uids = dict(Findable.objects.filter(order__in=orders).values_list("order", "uid"))
    public = Release.objects.filter(uid__in=uids.values(), status=Status.PUBLIC)
    rows = {row[0]: row for row in public.values_list("uid", "address", "changed_at", "current__words", "current__lede")}
    stems = {term for words in terms.alternatives for term in words if "_" not in term}
    return tuple(_face(*rows[uids[o]], stems, terms.is_prefix) for o in orders if uids.get(o) in rows)


def _face(
    uid: UUID,
    address: str,
    changed_at: datetime | None,
    words: dict[str, Any],
    lede: str,
    stems: set[str],
    is_prefix: bool,
) -> faces.FoundRelease:
    language = words["language"]
    if is_prefix:  # the words that begin so, in this text
        texts = [words["headline"], *paragraphs_of(words)]
        known = {stem(word[0], language) for text in texts for word in words_in(text)}
        stems = stems | {each for each in known if each.startswith(tuple(stems))}
    return faces.FoundRelease(
        entry=faces.Entry(
            path=address,
            uid=uid.urn,
            kind=words["kind"],
            headline=words["headline"],
            lede=lede,
            dated_on=date.fromisoformat(words["dated_on"]),
            language=language,
            is_teaser=words["is_teaser"],
            is_corrected=changed_at is not None,
        ),
        headline=marked(words["headline"], stems, language),
        excerpt=excerpt(paragraphs_of(words), stems, language),
    )
