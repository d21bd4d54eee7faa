"""The check of device: written passages first, then what it must leave alone."""

import pytest
from preflight.passages import harmless, risky, spans_in

from dateline.preflight.checks.device import CODE, check


@pytest.mark.parametrize("passage", risky(CODE), ids=lambda passage: passage.text[:40])
def test_a_person_at_risk_is_found_where_they_stand(passage):
    start, end = passage.risk
    assert any(found.span[0] < end and start < found.span[1] for found in check(passage.text))


@pytest.mark.parametrize("passage", harmless(CODE), ids=lambda passage: passage.text[:40])
def test_what_only_looks_alike_is_left_alone(passage):
    assert spans_in(check, passage.text) == []


def test_an_imei_is_certain_by_its_check_digit():
    assert [found.is_certain for found in check("IMEI 356938035643809")] == [True]
    assert [found.is_certain for found in check("IMEI 356938035643808")] == [False]


@pytest.mark.parametrize("text", ["march.jpg", "IMG_20140512.pdf", "20140512.jpg", "12:34:56", "0A-1B-2C"])
def test_a_name_that_a_person_gave_and_a_time_are_none(text):
    assert spans_in(check, text) == []
