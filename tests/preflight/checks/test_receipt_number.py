"""The check of receipt-number: written passages first, then what it must leave alone."""

import pytest
from preflight.passages import harmless, risky, spans_in

from dateline.preflight.checks.receipt_number import CODE, check


@pytest.mark.parametrize("passage", risky(CODE), ids=lambda passage: passage.text[:40])
def test_a_person_at_risk_is_found_where_they_stand(passage):
    start, end = passage.risk
    assert any(found.span[0] < end and start < found.span[1] for found in check(passage.text))


@pytest.mark.parametrize("passage", harmless(CODE), ids=lambda passage: passage.text[:40])
def test_what_only_looks_alike_is_left_alone(passage):
    assert spans_in(check, passage.text) == []


@pytest.mark.parametrize("text", ["XAC2012345678", "SEAC2012345678", "EAC20123456789", "EAC 2012345"])
def test_other_letters_and_other_lengths_are_none(text):
    assert spans_in(check, text) == []


def test_nothing_else_has_this_form_so_it_is_certain():
    assert [found.is_certain for found in check("See WAC1890123456.")] == [True]
