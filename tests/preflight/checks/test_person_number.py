"""The check of person-number: written passages first, then what it must leave alone."""

import pytest
from preflight.passages import harmless, risky, spans_in

from dateline.preflight.checks.person_number import CODE, check

KNOWN_ALARMS = {
    # Three, two and four digits: a miss would cost more than this.
    "The bond measure, 612-44-7310, is item seven on the agenda.": ["612-44-7310"],
}


@pytest.mark.parametrize("passage", risky(CODE), ids=lambda passage: passage.text[:40])
def test_a_person_at_risk_is_found_where_they_stand(passage):
    start, end = passage.risk
    assert any(found.span[0] < end and start < found.span[1] for found in check(passage.text))


@pytest.mark.parametrize("passage", harmless(CODE), ids=lambda passage: passage.text[:40])
def test_what_only_looks_alike_is_left_alone(passage):
    assert spans_in(check, passage.text) == KNOWN_ALARMS.get(passage.text, [])


@pytest.mark.parametrize(
    "text",
    ["CURP: ROLM140512MDFDPRA7", "NIT 0614-120589-101-9", "DUI 04682135-6", "NIE X4820176D", "CPF 482.137.650-45"],
)
def test_a_wrong_check_digit_makes_it_no_number_of_a_person(text):
    assert spans_in(check, text) == []


def test_a_social_security_number_alone_is_not_certain_and_named_it_is():
    assert [found.is_certain for found in check("see 612-44-7310")] == [False]
    assert [found.is_certain for found in check("SSN 612-44-7310")] == [True]


def test_no_social_security_number_begins_with_nought_or_666():
    assert spans_in(check, "000-44-7310, 666-44-7310") == []


def test_the_sentence_names_the_kind_and_never_the_number():
    (found,) = check("CURP: ROLM140512MDFDPRA6")
    assert "a CURP" in found.sentence and "ROLM" not in found.sentence
