"""Pairs that are one and pairs that look alike and are two → how many are judged rightly; run it to see the figures."""

import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from intake.alike.once import EDITS, TEXTS
from intake.alike.series import SERIES

from dateline.intake.likeness import kept_under, likeness, sought_under
from dateline.intake.same import Relation, relation
from dateline.reading import Record

JOINED = (Relation.SAME, Relation.OPENS, Relation.EXTENDS)
DAY = "2019-02-14"


def once():
    """Give each pair that is one: number, what was done, the two records. Every other edit has lost its date."""
    for number, (headline, text) in enumerate(TEXTS):
        for at, edit in enumerate(EDITS):
            day = None if (number + at) % 2 else DAY
            heading = None if edit.__name__ in ("as_pdf", "as_mail") else headline
            yield number, edit.__name__, _record(headline, text, DAY), _record(heading, edit(text), day)


def series():
    """Give each pair that is two, of one day, of two next to each other, or one of them without any."""
    for number, (headline, text, fillings) in enumerate(SERIES):
        for at, (one, other) in enumerate(combinations(fillings, 2)):
            day = (DAY, None, "2019-02-15")[at % 3]
            yield (
                number, headline,
                _record(headline.format(*one), text.format(*one), DAY),
                _record(headline.format(*other), text.format(*other), day),
            )  # fmt: skip


def judged(one: Record, other: Record) -> tuple[Relation, bool]:
    """Say how the two stand to each other, and whether a key leads from one to the other, in both directions."""
    first, second = likeness(one.to_json()), likeness(other.to_json())
    is_met = bool(set(kept_under(first)) & set(sought_under(second))) and bool(
        set(kept_under(second)) & set(sought_under(first))
    )
    return relation(first, second), is_met


def _record(headline, text, day):
    language = "es" if " el " in text else "en"
    return Record(headline=headline, text=text, date=day, place="Port Amber", language=language)


if __name__ == "__main__":
    for name, pairs in (("one", once()), ("two", series())):
        counts = Counter()
        for number, what, one, other in pairs:
            stands, is_met = judged(one, other)
            half = "untuned" if number % 2 else "tuned"
            counts[half, str(stands), "met" if is_met else "not met"] += 1
            if (stands in JOINED) != (name == "one") or (name == "one" and not is_met):
                print(" ", name, half, number, what, stands, "met" if is_met else "NOT MET")
        print(name, dict(counts))
