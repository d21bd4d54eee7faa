"""The synthetic archive that all benchmarks share: about 2,500 characters and two topics a release, always the same."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_DAY, DAYS = date(1998, 1, 1), 9_000
TOPICS = 24
_SOUP = (
    "the of a to and in for with city council housing court tenants workers rent heat order law hearing coalition "
    "families today announced after before morning building owner agreement vote members union interpreter letter "
    "winter budget school health clinic report hours wages safety street harbor bridge water neighbors rights"
)
_WORDS = tuple(_SOUP.split())


@dataclass(frozen=True)
class Said:
    """One release of the archive."""

    number: int
    headline: str
    day: date
    paragraphs: tuple[str, ...]
    topics: tuple[str, str]

    @property
    def slug(self) -> str:
        """Its headline as an address."""
        return self.headline.lower().replace(" ", "-")


def archive(size: int, first: int = 0) -> Iterator[Said]:
    """Give releases in the order of their numbers; their days go round, so that every month holds its share."""
    for number in range(first, first + size):
        drawn = random.Random(number)
        one, other = drawn.sample(range(TOPICS), 2)
        yield Said(
            number=number,
            headline=f"{' '.join(drawn.choices(_WORDS, k=7)).capitalize()} {number}",
            day=FIRST_DAY + timedelta(days=number % DAYS),
            paragraphs=tuple(" ".join(drawn.choices(_WORDS, k=78)).capitalize() + "." for _ in range(5)),
            topics=(f"Topic {one}", f"Topic {other}"),
        )
