"""The check of a-number: written passages first, then what it must leave alone."""

import pytest
from preflight.passages import harmless, risky, spans_in

from dateline.preflight.checks.a_number import CODE, check


@pytest.mark.parametrize("passage", risky(CODE), ids=lambda passage: passage.text[:40])
def test_a_person_at_risk_is_found_where_they_stand(passage):
    start, end = passage.risk
    assert any(found.span[0] < end and start < found.span[1] for found in check(passage.text))


@pytest.mark.parametrize("passage", harmless(CODE), ids=lambda passage: passage.text[:40])
def test_what_only_looks_alike_is_left_alone(passage):
    assert spans_in(check, passage.text) == []


def test_the_words_that_name_the_number_make_it_certain():
    assert [found.is_certain for found in check("Alien No. 88 214 507")] == [True]
    assert [found.is_certain for found in check("Her file, A 012-345-678, was closed.")] == [False]


@pytest.mark.parametrize(
    "text",
    ["A 012-345-6789", "A-012-345-678-9", "the A1 and 345 678 cars", "USA 012345678", "A 214 887 350 personas votaron"],
)
def test_a_number_too_long_glued_or_counted_in_people_is_none(text):
    assert spans_in(check, text) == []


def test_each_is_found_once_though_its_name_stands_before():
    assert spans_in(check, "A-Number: A 087 441 206 and A 087 441 207.") == ["A 087 441 206", "A 087 441 207"]
