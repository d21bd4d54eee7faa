"""A passage is found however it happens to be typed, and nothing but it is taken."""

import pytest

from dateline.publishing.redaction.marks import MARKS
from dateline.publishing.redaction.markup import html_without
from dateline.publishing.redaction.passage import Passage

ANA = Passage("Ana María López")
MARK = MARKS["en"]


@pytest.mark.parametrize(
    "typed",
    [
        "Ana María López",
        "ana maría lópez",
        "ANA  MARÍA\u00a0LÓPEZ",
        "Ana\nMaría\tLópez",
        "Ana Mari\u0301a Lo\u0301pez",
        "Ana Mar\u00ada López".replace("Mar\u00ada", "Mar\u00adía"),
        "Ana\u200b María López",
        "Ana-María López",
        "Ana_María_López",
    ],
)
def test_it_is_met_in_every_way_of_typing_it(typed):
    assert ANA.without(f"We said {typed}’s name.", MARK) == (f"We said {MARK}’s name.", 1)


@pytest.mark.parametrize(
    "other", ["Susana María López", "Ana María Lópezes", "Ana Maria Lopez", "Ana y María López", ""]
)
def test_another_word_is_left_alone(other):
    assert ANA.without(other, MARK) == (other, 0)


def test_capitals_count_where_they_are_asked_to():
    assert Passage("Rose", matches_case=True).without("Rose rose.", MARK) == (f"{MARK} rose.", 1)


def test_an_accent_after_the_last_letter_belongs_to_another_word():
    assert Passage("Jose").without("Jose\u0301 spoke.", MARK)[1] == 0


def test_typographic_quotes_and_dashes_are_no_hiding_place():
    assert Passage("O'Brien-Diaz").stands_in("Mr. O’Brien–Diaz")


@pytest.mark.parametrize(
    ("text", "sentence"), [("", "which words"), ("  \n", "which words"), ("a", "too short"), ("¡", "too short")]
)
def test_an_empty_passage_and_a_single_letter_are_refused(text, sentence):
    assert sentence in Passage(text).complaint


def test_what_a_mark_says_is_no_passage_and_is_never_met_again():
    assert "stand where something was removed" in Passage("a person").complaint
    assert Passage("protect Ana").without(f"{MARK} Ana", "x") == (f"{MARK} Ana", 0)


@pytest.mark.parametrize(
    ("markup", "without"),
    [
        ("<p>Said Ana <b>María</b> López today.</p>", f"<p>Said {MARK} today.</p>"),
        ("<p>Said <b>Ana María</b> López.</p>", f"<p>Said <b>{MARK}</b>.</p>"),
        ("<p>Ana<br>María L&oacute;pez &amp; others</p>", f"<p>{MARK} &amp; others</p>"),
        ("<ul><li>Ana María López</li><li>Another</li></ul>", f"<ul><li>{MARK}</li><li>Another</li></ul>"),
        ("<p>Told by Ana</p><p>María López.</p>", f"<p>Told by {MARK}</p><p>.</p>"),
    ],
)
def test_it_is_taken_across_markup(markup, without):
    assert html_without(ANA, markup, MARK) == (without, 1)


@pytest.mark.parametrize(
    "markup",
    [
        '<p><a href="https://news.example/ana-maria-lopez">her story</a></p>',
        '<p><a href="https://news.example/?q=Ana%20Mar%C3%ADa%20L%C3%B3pez">her story</a></p>',
        '<p><a href="mailto:a@b.example?subject=Ana María López">her story</a></p>',
    ],
)
def test_a_link_whose_address_says_it_leads_nowhere_any_more(markup):
    assert html_without(ANA, markup, MARK) == ("<p>her story</p>", 1)


def test_a_link_whose_words_go_loses_its_address_with_them():
    markup = '<p>By <a href="https://social.example/u/4711">Ana María López</a>.</p>'
    assert html_without(ANA, markup, MARK) == (f"<p>By {MARK}.</p>", 1)


def test_what_is_hidden_in_markup_that_nobody_reads_goes_too():
    assert html_without(ANA, "<p>x<!-- Ana María López -->y</p>", MARK) == ("<p>xy</p>", 1)
    assert html_without(ANA, '<p title="Ana María López">x</p>', MARK) == ("<p>x</p>", 1)


def test_the_names_of_tags_are_no_words():
    assert html_without(Passage("strong"), "<p><strong>x</strong></p>", MARK) == ("<p><strong>x</strong></p>", 0)


def test_markup_without_it_keeps_every_character():
    markup = '<p data-x="1">Nothing &nbsp; here</p>'
    assert html_without(ANA, markup, MARK) == (markup, 0)


@pytest.mark.parametrize(
    ("slug", "without"),
    [
        ("tenant-ana-maria-lopez-speaks", "tenant-speaks"),
        ("ana-maria-lopez", ""),
        ("santa-ana-maria-spring", "santa-ana-maria-spring"),
        (
            "the-city-council-heard-for-the-first-time-from-the-family-of-ana-maria",
            "the-city-council-heard-for-the-first-time-from-the-family-of",
        ),
    ],
)
def test_an_address_loses_its_words_and_what_the_cut_at_its_end_left_of_them(slug, without):
    assert ANA.slug_without(slug) == without
