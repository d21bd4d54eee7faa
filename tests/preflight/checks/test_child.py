"""The check of child: written passages first, then what it must leave alone."""

import pytest
from preflight.passages import harmless, risky, spans_in

from dateline.preflight.checks.child import CODE, check


@pytest.mark.parametrize("passage", risky(CODE), ids=lambda passage: passage.text[:40])
def test_a_person_at_risk_is_found_where_they_stand(passage):
    start, end = passage.risk
    assert any(found.span[0] < end and start < found.span[1] for found in check(passage.text))


@pytest.mark.parametrize("passage", harmless(CODE), ids=lambda passage: passage.text[:40])
def test_what_only_looks_alike_is_left_alone(passage):
    assert spans_in(check, passage.text) == []


@pytest.mark.parametrize("age", [1, 9, 17])
def test_everyone_under_eighteen_is_a_child(age):
    assert spans_in(check, f"Maria Lopez, {age}, spoke.") == [f"Maria Lopez, {age}"]


@pytest.mark.parametrize("age", [18, 19, 49, 90, 117])
def test_nobody_of_eighteen_or_more_is(age):
    assert spans_in(check, f"Maria Lopez, {age}, spoke.") == []
    assert spans_in(check, f"María López, de {age} años, habló.") == []


def test_a_name_that_the_text_says_to_be_changed_is_left_alone():
    assert spans_in(check, "Maria Lopez, 9, wept. (This is not her real name.)") == []
    assert spans_in(check, "Maria Lopez, 9, wept. Her real shoes were lost.") == ["Maria Lopez, 9"]


def test_a_quotation_that_begins_with_a_name_hides_no_child():
    assert spans_in(check, "“Maria Lopez, 9, is my client,” she said.") == ["Maria Lopez, 9"]


@pytest.mark.parametrize(
    "text", ["“Maria Lopez”, 9, wept.", "“Maria Lopez,” 9, wept.", "M. L., 9, wept.", "Maria, 9, wept."]
)
def test_pseudonyms_initials_and_first_names_are_left_alone(text):
    assert spans_in(check, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "El presidente, que hace dos años se opuso a Rosa Elena Cux, votó.",
        "Il y a neuf ans, Samir Benali a dit non.",
        "Votó a los nueve años la Junta de Rentas.",
    ],
)
def test_years_that_have_passed_and_offices_are_no_children(text):
    assert spans_in(check, text) == []


def test_who_is_mourned_is_found_whatever_stands_before_the_age():
    assert spans_in(check, "A vigil for 16-year-old Juan Perez was held.") == ["16-year-old Juan Perez"]
