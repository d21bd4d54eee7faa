"""What differs between two wordings."""

import pytest

from dateline.desk.difference import ONLY_FORM, Piece, differences

WORDS = {
    "kind": "statement",
    "headline": "Heat is a right",
    "subheadline": "",
    "dateline": "PORT ELLERY —",
    "place": "Port Ellery",
    "dated_on": "2024-05-06",
    "language": "en",
    "is_teaser": False,
    "blocks": ({"kind": "text", "html": "<p>One two three.</p><p>Four.</p>"},),
    "handouts": ({"name": "facts.pdf", "sha256": "a"},),
}


def text(html):
    return {**WORDS, "blocks": ({"kind": "text", "html": html},)}


def shown(before, after):
    return [(d.label, d.pieces) for d in differences(before, after)]


def test_the_same_words_have_no_difference():
    assert differences(WORDS, WORDS) == []
    assert differences({**WORDS, "blocks": list(WORDS["blocks"])}, WORDS) == []


def test_a_headline_shows_the_words_that_went_and_came():
    after = {**WORDS, "headline": "Heat is not a favour"}
    gone_and_new = (Piece("same", "Heat is"), Piece("gone", "a right"), Piece("new", "not a favour"))
    [(label, pieces)] = shown(WORDS, after)
    assert label == "Headline"
    assert " ".join(p.text for p in pieces if p.kind != "new") == "Heat is a right"
    assert " ".join(p.text for p in pieces if p.kind != "gone") == "Heat is not a favour"
    assert pieces[0] == gone_and_new[0]


def test_only_paragraphs_that_differ_are_shown():
    [(label, pieces)] = shown(WORDS, text("<p>One two four.</p><p>Four.</p>"))
    assert (label, pieces) == ("Text", (Piece("same", "One two"), Piece("gone", "three."), Piece("new", "four.")))


def test_a_paragraph_that_came_or_went_is_shown_whole():
    assert shown(WORDS, text("<p>One two three.</p>")) == [("Text", (Piece("gone", "Four."),))]
    more = text("<p>One two three.</p><p>Four.</p><p>Five.</p>")
    assert shown(WORDS, more) == [("Text", (Piece("new", "Five."),))]


def test_a_link_to_elsewhere_is_a_difference_that_can_be_seen():
    [(_, pieces)] = shown(
        text('<p><a href="https://a.example">See</a></p>'), text('<p><a href="https://b.example">See</a></p>')
    )
    assert Piece("gone", "(https://a.example)") in pieces and Piece("new", "(https://b.example)") in pieces


def test_emphasis_alone_is_said_to_be_emphasis():
    assert shown(text("<p>One</p>"), text("<p><b>One</b></p>")) == [("Text", (Piece("same", ONLY_FORM),))]


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "open letter"), ("subheadline", "More"), ("dateline", ""), ("place", "Oakhaven"), ("dated_on", "2024-05-07"),
     ("language", "es"), ("is_teaser", True), ("handouts", ()), ("handouts", ({"name": "facts.pdf", "sha256": "b"},)),
     ("blocks", ()), ("blocks", ({"kind": "list", "lines": ("a",)},))],
)  # fmt: skip
def test_no_field_of_the_words_can_differ_unseen(field, value):
    assert differences(WORDS, {**WORDS, field: value})


def test_an_invitation_that_comes_changes_or_goes_is_told_line_by_line():
    vigil = {
        "what": "A vigil",
        "who": "",
        "where": "Pier 4",
        "on": "2024-05-09",
        "begins": "10:00",
        "ends_on": "",
        "ends": "",
    }
    before, after = {**WORDS, "event": vigil}, {**WORDS, "event": {**vigil, "begins": "11:00"}}
    assert shown(before, after) == [("Begins at", (Piece("gone", "10:00"), Piece("new", "11:00")))]
    assert [label for label, _ in shown(before, WORDS)] == ["What", "Day", "Begins at", "Where"]
    assert ("Where", (Piece("new", "Pier 4"),)) in shown(WORDS, before)
