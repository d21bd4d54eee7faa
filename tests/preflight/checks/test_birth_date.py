"""The check of birth-date: written passages first, then what it must leave alone."""

import pytest
from preflight.passages import harmless, risky, spans_in

from dateline.preflight.checks.birth_date import CODE, check

KNOWN_ALARMS = {
    # Someone whom everybody knows is a person too.
    "El papa, nacido el 17 de diciembre de 1936, habló de los migrantes.": ["nacido el 17 de diciembre de 1936"],
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
    [
        "Born in 2009.",
        "She was born. On May 12, 2014 the law passed.",
        "Jane Roe was born on May 12, 1899.",
        "Those born since May 12, 2014 are counted.",
        "She was born in May 2014.",
    ],
)
def test_a_year_or_month_alone_another_sentence_and_history_are_none(text):
    assert spans_in(check, text) == []


def test_a_label_makes_it_certain():
    assert [found.is_certain for found in check("DOB: 05/12/2014")] == [True]
    assert [found.is_certain for found in check("She was born on May 12, 2014.")] == [False]
