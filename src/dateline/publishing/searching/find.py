"""Asked → found: which public releases a question means, in which order, with their words marked.

Few candidates are ranked. Where more than a bounded number has the words, the newest of them are given newest first:
a whole common word is never ranked. No release is shown that is not public at this moment, whatever the index says.
"""

from dataclasses import dataclass

from dateline.publishing import faces
from dateline.publishing.models import Findable
from dateline.publishing.searching import store
from dateline.publishing.searching.asked import Asked, alternatives, phrases, words_of
from dateline.publishing.searching.rank import Candidate, has_row, ranked
from dateline.publishing.searching.shown import faces_of
from dateline.publishing.searching.store import Terms
from dateline.publishing.searching.terms import also_mark, kind_mark, language_mark, topic_mark, year_mark

MOST = 200  # candidates that are ranked, and results that can be paged through
PAGE_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question."""

    releases: tuple[faces.FoundRelease, ...] = ()  # of this page
    count: int = 0  # at most MOST
    is_more: bool = False  # more than MOST have the words; the newest are given
    pages: int = 1
    says_nothing: bool = False  # only words that every release has were asked for
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
        is_more = len(orders) > MOST
        rows = [phrases(asked.text, each) for each in ([asked.language] if asked.language else languages)]
        if not is_more or any(rows):
            orders = _ranked(orders, asked, terms, rows)
        orders = orders[:MOST]
        if not orders:
            return Found(unknown=_unknown(asked, languages))
        pages = -(-len(orders) // PAGE_LENGTH)
        page = min(asked.page, pages)
        shown = orders[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]
        return Found(faces_of(shown, terms), len(orders), is_more, pages)


def _is_known(word: str, languages: list[str]) -> bool:
    alone = alternatives(word, languages)
    return not alone or bool(store.newest(Terms(tuple(map(tuple, alone))), 1))


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


def _ranked(orders: list[int], asked: Asked, terms: Terms, rows: list[list[str]]) -> list[int]:
    """Give the candidates that have the phrases, in the order asked for; more than MOST stay newest first."""
    if asked.is_newest_first and not any(rows):
        return orders
    texts = Findable.objects.filter(order__in=orders).values_list("order", "head", "body")
    candidates = [each for each in (Candidate(*text) for text in texts) if any(has_row(each, row) for row in rows)]
    if asked.is_newest_first or len(orders) > MOST:
        return sorted((each.order for each in candidates), reverse=True)
    return ranked(candidates, terms.alternatives)


def _unknown(asked: Asked, languages: list[str]) -> tuple[str, ...]:
    """Name the words that no release has at all."""
    return tuple(word for word in words_of(asked.text) if not _is_known(word, languages))
