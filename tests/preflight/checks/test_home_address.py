"""The check of home-address: written passages first, then what it must leave alone."""

import pytest
from preflight.passages import harmless, risky, spans_in

from dateline.preflight.checks.home_address import CODE, check


@pytest.mark.parametrize("passage", risky(CODE), ids=lambda passage: passage.text[:40])
def test_a_person_at_risk_is_found_where_they_stand(passage):
    start, end = passage.risk
    assert any(found.span[0] < end and start < found.span[1] for found in check(passage.text))


@pytest.mark.parametrize("passage", harmless(CODE), ids=lambda passage: passage.text[:40])
def test_what_only_looks_alike_is_left_alone(passage):
    assert spans_in(check, passage.text) == []


@pytest.mark.parametrize(
    "text",
    [
        "WHERE: home of the Lopez family, 1412 Alder Street",
        "She lives in fear. City Hall, 1412 Alder Street, is closed.",
        "He lives near our office at 1412 Alder Street.",
        "She lives at 1412 Alder Street, Suite 4.",
    ],
)
def test_an_office_an_event_and_another_sentence_are_no_home(text):
    assert spans_in(check, text) == []


def test_a_flat_makes_a_home_of_an_address():
    assert spans_in(check, "Flyers reached 1412 Alder Street, Apt. 4 too.") == ["1412 Alder Street, Apt. 4"]
