"""Edited forms of one release are joined, the next of a series is not; the hashes are the same everywhere."""

import pytest
from intake.measured import JOINED, judged, once, series

from dateline.intake.alike import compare
from dateline.intake.same import Relation
from dateline.intake.shingles import BANDS, bands_of, printed_words

ONE = "The county will close the shelter on Ash Street, where 95 people live, and has told none of them where to go."


@pytest.mark.parametrize(("number", "edit", "one", "other"), list(once()))
def test_an_edited_form_is_the_same_release_and_is_met_by_its_keys(number, edit, one, other):
    assert judged(one, other) == (Relation.SAME, True)
    assert judged(other, one) == (Relation.SAME, True)


@pytest.mark.parametrize(("number", "headline", "one", "other"), list(series()))
def test_the_next_of_a_series_is_never_joined(number, headline, one, other):
    assert judged(one, other)[0] not in JOINED
    assert judged(other, one)[0] not in JOINED


def test_few_of_a_series_ask_a_person():
    asked = [stands for _, _, one, other in series() if (stands := judged(one, other)[0]) is Relation.CONFLICT]
    assert len(asked) <= 12  # of 120


@pytest.mark.parametrize(
    "other",
    [
        ONE.replace("95", "96"),
        ONE.replace("Ash", "Elm"),
        ONE.replace("Ash Street", "Monday"),
        ONE.replace("shelter", "library") + " " + ONE.replace("shelter", "library"),
    ],
)
def test_something_else_in_the_place_of_a_fact_contradicts(other):
    assert compare(ONE * (2 if len(other) > 150 else 1), other).contradictions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE, ONE.replace("Street", "St")),
        (ONE.replace("The county", "Marrow County"), ONE.replace("The county", "Marow County")),
        (ONE.replace("95", "9,500"), ONE.replace("95", "9500")),
        (ONE.replace("shelter", "shel-\nter"), ONE),
        (ONE, ONE.replace("told none of them", "told nobody")),
    ],
)
def test_spelling_and_style_contradict_nothing(one, other):
    assert compare(one, other).is_one


def test_a_number_is_one_word_however_its_thousands_are_parted():
    assert printed_words("From 25,000 to 1.000.000 at 3.5 %") == ["From", "25000", "to", "1000000", "at", "3.5"]


def test_the_bands_of_a_text_are_the_same_on_every_machine():
    """Kept in databases: a change of these numbers is a change of every database's shape."""
    (bands,) = bands_of([ONE])
    assert len(bands) == BANDS
    assert bands[:2] == (7105357942425379262, 2341287280766058419)
    assert bands_of([ONE.upper(), "Too short."])[0] == bands
    assert bands_of(["Too short."]) == [()]
    assert all(0 <= number < 1 << 63 for number in bands)
