"""Plain text becomes paragraphs: wrapped lines are joined, lines that the author meant are kept, markup stays text."""

import pytest

from dateline.intake.body import blocks_of

LONG = "The Ropewalk Tenants & Workers Center has organized tenants and low-wage workers in Port Halsey since 1994."
WRAPPED = "Its 2,700 members own it: they elect the board, set the dues and, on the first\nSaturday of the month, clean the kitchen."


def markup(text: str) -> str:
    (block,) = blocks_of(text)
    return block["value"]


def test_a_heading_over_its_paragraph_keeps_its_line():
    assert markup(f"About the Center\n{WRAPPED}") == f"<p>About the Center<br/>{WRAPPED.replace(chr(10), ' ')}</p>"


@pytest.mark.parametrize("first", ["The vote was held.", "The vote, they said,", "The motion reads:", "It was long —"])
def test_a_short_first_line_that_is_a_sentence_or_goes_on_is_no_heading(first):
    assert "<br/>" not in markup(f"{first}\n{LONG}")


def test_the_last_line_of_wrapped_prose_is_no_heading():
    assert markup(WRAPPED) == f"<p>{WRAPPED.replace(chr(10), ' ')}</p>"


def test_a_programme_keeps_its_lines():
    assert markup("WHAT: A vigil\nWHEN: Friday, 6 p.m.") == "<p>WHAT: A vigil<br/>WHEN: Friday, 6 p.m.</p>"


def test_markup_in_a_text_is_text():
    assert markup("<script>x</script> & so on") == "<p>&lt;script&gt;x&lt;/script&gt; &amp; so on</p>"


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_nothing_gives_no_block(text):
    assert blocks_of(text) == []
