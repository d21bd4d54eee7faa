"""What a reader asks: an address's query in, a frozen record out; nothing that can be sent is an error. Pure."""

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from dateline.publishing.searching.stems import stem, words_in
from dateline.publishing.searching.terms import pair

LONGEST = 200  # characters of a question that are read
MOST_WORDS = 12  # words of a question that are asked for
MOST_FIELDS = 20
_QUOTED = re.compile(r'["“”«»„]([^"“”«»„]*)["“”«»„]')


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its filters, and where in the answer the reader is."""

    text: str = ""  # as typed, white space folded
    year: int = 0  # 0: any
    kind: str = ""  # "": any
    topic: str = ""  # a slug of the newsroom's language
    language: str = ""
    is_newest_first: bool = False
    page: int = 1

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is set."""
        return bool(self.year or self.kind or self.topic or self.language)

    def query(self, **changed: object) -> str:
        """Give the query of an address that asks this, or this with something changed; "" for the bare form."""
        other = replace(self, **changed)  # type: ignore[arg-type]
        fields = {
            "q": other.text,
            "year": other.year or "",
            "kind": other.kind,
            "topic": other.topic,
            "language": other.language,
            "order": "newest" if other.is_newest_first else "",
            "page": other.page if other.page > 1 else "",
        }
        return urlencode({name: value for name, value in fields.items() if value})


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer."""

    years: Collection[int]
    kinds: Collection[str]  # as an address has them
    topics: Collection[str]
    languages: Collection[str]


def read(query: bytes, choices: Choices) -> Asked:
    """Read an address's query; what it can't mean is left out."""
    try:
        pairs = parse_qsl(query[:4000].decode("ascii", "ignore"), errors="replace", max_num_fields=MOST_FIELDS)
    except ValueError:  # more fields than a form of ours has
        pairs = []
    fields = dict(reversed(pairs))  # the first of a name counts
    year, page = fields.get("year", ""), fields.get("page", "")
    return Asked(
        text=_readable(fields.get("q", "")),
        year=int(year) if year.isdecimal() and len(year) == 4 and int(year) in choices.years else 0,
        kind=_among(fields.get("kind", ""), choices.kinds),
        topic=_among(fields.get("topic", ""), choices.topics),
        language=_among(fields.get("language", ""), choices.languages),
        is_newest_first=fields.get("order") == "newest",
        page=max(1, int(page)) if page.isdecimal() and len(page) < 4 else 1,
    )


def alternatives(text: str, languages: Sequence[str]) -> list[list[str]]:
    """Give, for each language, the terms that a release in it must have all of; the reader's language comes first.

    None where no word says anything: in another language "the" would be a word that says something.
    """
    found: list[list[str]] = []
    says_nothing = not any(stem(word[0], languages[0]) for word in words_in(text))
    for language in languages:
        if says_nothing:
            break
        terms: list[str] = []
        for part, is_phrase in _parts(text):
            stems = [known for word in words_in(part) if (known := stem(word[0], language))]
            if is_phrase and len(stems) > 1:
                terms += [pair(one, next_) for one, next_ in itertools.pairwise(stems)]
            terms += stems
        terms = list(dict.fromkeys(terms))[:MOST_WORDS]
        if terms and terms not in found:
            found.append(terms)
    return found


def phrases(text: str, language: str) -> list[str]:
    """Give the quoted phrases of three stems and more: pairs alone can't tell whether they stand in one row."""
    rows = ([s for word in words_in(part) if (s := stem(word[0], language))] for part, quoted in _parts(text) if quoted)
    return [" ".join(row) for row in rows if len(row) > 2]


def words_of(text: str) -> list[str]:
    """Give the words that are looked for, as typed."""
    return list(dict.fromkeys(word[0] for word in words_in(text)))[:MOST_WORDS]


def _parts(text: str) -> list[tuple[str, bool]]:
    """Part a question into (words, whether they were quoted)."""
    parts, at = [], 0
    for quoted in _QUOTED.finditer(text):
        parts += [(text[at : quoted.start()], False), (quoted[1], True)]
        at = quoted.end()
    return [*parts, (text[at:], False)]


def _readable(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text[: LONGEST * 4])
    return " ".join(printable.split())[:LONGEST].strip()


def _among(value: str, known: Collection[str]) -> str:
    return value if value in known else ""
