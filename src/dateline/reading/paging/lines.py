"""Takes the words of a page and gives the runs of words that stand beside each other."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from dateline.reading.paging.words import Word

APART = 0.75
"""Heights of a line between two words from which they may belong to two columns; justified lines reach that seldom."""

USUAL = 2.5
"""The same by the page's usual space, where letters and words are spaced out."""


@dataclass(slots=True)
class Run:
    """Words of one line that stand near each other."""

    words: list[Word]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def rows_of(words: Sequence[Word]) -> list[list[Word]]:
    """Gather words that stand on one line across the page, from its top down."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-(word.base + word.size / 2), word.left)):
        middle = word.base + word.size / 2
        # A raised figure or a larger initial stands on the line whose height holds its middle.
        if (
            rows
            and rows[-1][0].base < middle
            and abs(middle - (rows[-1][0].base + rows[-1][0].size / 2)) < 0.35 * max(word.size, rows[-1][0].size)
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda word: word.left)
    return rows


def runs_of(words: Sequence[Word]) -> list[Run]:
    """Give the runs of a page, from its top down and from the left."""
    runs = []
    rows = rows_of(words)
    gaps = [after.left - before.right for row in rows for before, after in itertools.pairwise(row)]
    usual = median(gaps) if gaps else 0.0
    for row in rows:
        run = [row[0]]
        for word in row[1:]:
            if word.left - run[-1].right > max(APART * max(word.size, run[-1].size), USUAL * usual):
                runs.append(Run(run))
                run = []
            run.append(word)
        runs.append(Run(run))
    return runs


def joined(runs: Sequence[Run]) -> list[Word]:
    """Give the words of one line; letters that were spaced out are words again."""
    words = [word for run in runs for word in run.words]
    if len(words) < 4 or sum(len(word.text) == 1 for word in words) * 10 < 8 * len(words):
        return words
    gaps = [after.left - before.right for before, after in itertools.pairwise(words)]
    usual = median(gaps)
    out = [words[0]]
    for word, gap in zip(words[1:], gaps, strict=True):
        if gap > 1.6 * usual and gap > 0.1 * word.size:
            out.append(word)
        else:
            before = out[-1]
            out[-1] = Word(before.text + word.text, before.left, word.right, before.base, before.size, before.link)
    return out
