"""Texts → a few hashes each, of which two texts share one if most of their words agree. Pure, and the same everywhere.

MinHash over runs of words, cut into bands (Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4).
The hashes are kept in the database, so they must be the same in every run and on every machine: the seed is fixed, and the
version of the library's method is part of each hash. A later method finds nothing of an earlier one; it never takes one
text for another.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from struct import Struct

from rensa import RMinHash

RUN = 2  # words in a shingle: of a mended word only two change
# Eight bands of two: texts that share 70 in 100 of their shingles meet in 995 of 1,000 cases, those that share 10 (an
# organization's standing paragraph) in 80, and are then compared. Tuned on half of the pairs in tests/intake/alike.
BANDS, ROWS = 8, 2
SEED = 20141009
OPENING_WORDS = 250  # what stands behind is boilerplate and contacts, which two releases share
FEWEST_WORDS = 8  # a line is no text: it would meet every other line of its kind

_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\s*\n\s*(?=[^\W\d_])")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
_PAIR = Struct("<II")


def printed_words(text: str) -> list[str]:
    """Give the words of a text as printed, with what a line's end has broken mended and "90,000" as "90000"."""
    whole = _BROKEN.sub("", unicodedata.normalize("NFKC", text))
    return [_THOUSANDS.sub("", word) if word[0].isdigit() else word for word in _WORD.findall(whole)]


def bands_of(texts: Iterable[str]) -> list[tuple[int, ...]]:
    """Give each text's hashes, as integers of 63 bits; none for one of a few words."""
    runs = [_runs([word.casefold() for word in printed_words(text[: 12 * OPENING_WORDS])]) for text in texts]
    digests = RMinHash.digests_from_token_sets(runs, BANDS * ROWS, SEED)
    return [_cut(digest) if run else () for run, digest in zip(runs, digests, strict=True)]


def _runs(words: Sequence[str]) -> list[str]:
    if len(words) < FEWEST_WORDS:
        return []
    words = words[:OPENING_WORDS]
    return list(dict.fromkeys(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)))


def _cut(digest: Sequence[int]) -> tuple[int, ...]:
    return tuple(_mixed(number, *digest[ROWS * number : ROWS * (number + 1)]) for number in range(BANDS))


def _mixed(number: int, one: int, other: int) -> int:
    """Mix the place of a band and its two values (splitmix64's last steps) into what a database's integer holds."""
    mixed = (int.from_bytes(_PAIR.pack(one, other), "little") + _SALTS[number]) & _ALL
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _ALL
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _ALL
    return (mixed ^ (mixed >> 31)) >> 1


_ALL = (1 << 64) - 1
_SALTS = [(number * 64 + RMinHash.ALGORITHM_VERSION) * 0x9E3779B97F4A7C15 & _ALL for number in range(BANDS)]
