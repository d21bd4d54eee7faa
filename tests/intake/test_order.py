"""In whatever order sources come, and however they are cut into batches, the releases are the same."""

import itertools

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from intake.building import HEADLINE, TEXT, doubted, found, reading, record_of_releases, take, teaser

pytestmark = pytest.mark.django_db

OTHER = "The owner has asked the appeals court to stop the order, and the tenants have asked it not to.\n\nSo it goes."

# A bare headline may fit two releases that are in doubt, and then hangs on the first: the one here has nothing to add.
NEXT_YEAR = (
    "The boiler that a judge had ordered has been warm for a year, and the tenants have baked it a cake with a candle."
)

# A text without a day that fits releases of two days hangs on the first (both are in doubt): here it fits those of one.
POOL = [
    found(),
    teaser(),
    teaser(text=TEXT[:60], topics=("Heat",)),
    teaser("Dockside tenants win back their…"),
    found(text=TEXT.replace("’", "'").replace("“", '"'), topics=("Courts",)),
    found(text="", teaser=True),
    found(text=OTHER),
    teaser(text=OTHER[:40]),
    found("Another headline of the same text", subheadline="And a line below"),
    found(doubts=doubted()),
    found(date=None),
    found(date=None, text=OTHER),
    found(HEADLINE, "Los inquilinos ganan.", language="es"),
    found(language=None, kind="statement"),
    found(date="2020-05-05", text=NEXT_YEAR, address="https://dockside.example/heat"),
    teaser(date="2020-05-06", text=NEXT_YEAR[:70], address="http://www.dockside.example/heat/?utm_source=x"),
]


def outcome(folder, records, size) -> list:
    """Import and give the releases, then take everything back."""
    readings = [reading(folder, f"{n}.txt", record) for n, record in enumerate(records)]
    with transaction.atomic():
        take(folder, *readings, size=size)
        kept = record_of_releases()
        transaction.set_rollback(True)
    return kept


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(POOL), min_size=2, max_size=5), st.randoms(), st.sampled_from([1, 2, 100]))
def test_order_and_batches_decide_nothing(ground, records, random, size):
    shuffled = list(records)
    random.shuffle(shuffled)
    assert outcome(ground, shuffled, size) == outcome(ground, records, 100)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_teaser_full_text_and_other_words_in_every_order(ground, order):
    records = [teaser(text=TEXT[:60]), found(), found(text=TEXT[:60] + " and then something else happened.")]
    first = outcome(ground, records, 1)
    assert outcome(ground, [records[n] for n in order], 1) == first
    assert len(first) == 2


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_two_teasers_that_only_the_full_text_joins_become_one_release(ground, order):
    records = [found(), teaser(text=TEXT[:50]), teaser("Otherwise called", TEXT[:130])]
    for size in (1, 100):
        (release,) = outcome(ground, [records[n] for n in order], size)
        assert not release["words"]["is_teaser"]
