"""The check of location: written passages first, then what it must leave alone."""

import pytest
from preflight.passages import harmless, risky, spans_in

from dateline.preflight.checks.location import CODE, check


@pytest.mark.parametrize("passage", risky(CODE), ids=lambda passage: passage.text[:40])
def test_a_person_at_risk_is_found_where_they_stand(passage):
    start, end = passage.risk
    assert any(found.span[0] < end and start < found.span[1] for found in check(passage.text))


@pytest.mark.parametrize("passage", harmless(CODE), ids=lambda passage: passage.text[:40])
def test_what_only_looks_alike_is_left_alone(passage):
    assert spans_in(check, passage.text) == []


@pytest.mark.parametrize(
    "text", ["at 95.1234, -106.4850", "at 31.7619, -206.4850", "31.76, -106.48", "31.7619, 6.4850"]
)
def test_what_is_nowhere_on_earth_or_too_coarse_or_bare_is_none(text):
    assert spans_in(check, text) == []


def test_a_link_is_marked_once_though_coordinates_stand_in_it():
    link = "https://www.google.com/maps/@31.7619,-106.4850,17z"
    assert spans_in(check, f"See {link} now") == [link]
