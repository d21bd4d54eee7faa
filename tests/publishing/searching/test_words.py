"""Words, stems, questions and marked texts: pure, and refusing to fail."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.publishing.searching.asked import Asked, Choices, alternatives, phrases, read
from dateline.publishing.searching.marking import excerpt, marked
from dateline.publishing.searching.rank import Candidate, ranked
from dateline.publishing.searching.stems import stem, words_in
from dateline.publishing.searching.terms import indexed, order_of, terms_of, year_of

CHOICES = Choices(years=[2024], kinds=["statements"], topics=["heat"], languages=["en", "es"])


def stems(words: str, language: str) -> set[str]:
    return {stem(word, language) for word in words.split()}


def test_the_forms_of_a_word_have_one_stem_with_or_without_accents() -> None:
    for language, forms in (
        ("en", "eviction evictions Evicted evicting"),
        ("en", "tenant tenants Tenant’s tenants’"),
        ("es", "organización organizaciones ORGANIZACION"),
        ("es", "desalojo desalojos desalojar"),
        ("es", "intérprete interpretes"),
        ("es", "joven jóvenes"),
    ):
        assert len(stems(forms, language)) == 1, (forms, stems(forms, language))


def test_a_stop_word_says_nothing_in_its_own_language_only() -> None:
    assert stem("the", "en") == "" != stem("the", "es")
    assert stem("La", "es") == "" != stem("LA", "en")


def test_numbers_and_abbreviations_are_words() -> None:
    found = [stem(word[0], "en") for word in words_in("The U.S. pays $1,400.50 to 90,000 (O’Brien’s)")]
    assert found == ["", "us", "pay", "140050", "", "90000", "obrien"]


def test_no_phrase_runs_from_one_paragraph_into_the_next() -> None:
    known = indexed(["Rent board votes"], ["Heat is back.", "Rent is paid."], "en", ["_y_2024"])
    assert "__rent_board" in terms_of(known)
    assert "__back_rent" not in terms_of(known)
    assert "__vote_heat" not in terms_of(known)
    assert "." not in terms_of(known)


def test_the_index_is_in_order_of_days_and_names_no_key() -> None:
    from datetime import date
    from uuid import UUID

    one = order_of(date(2014, 10, 9), UUID(int=2**128 - 1).int)
    next_ = order_of(date(2014, 10, 10), UUID(int=0).int)
    assert one < next_ < 2**63
    assert year_of(one) == 2014


def test_what_a_filter_can_not_mean_is_left_out() -> None:
    asked = read(b"q=heat&year=20x4&kind=nonsense&topic=rent&language=xx&page=-3&order=sideways", CHOICES)
    assert asked == Asked("heat")
    asked = read(b"q=heat&year=2024&kind=statements&topic=heat&language=es&page=2&order=newest", CHOICES)
    assert asked == Asked("heat", 2024, "statements", "heat", "es", True, 2)
    assert read(asked.query().encode(), CHOICES) == asked


def test_a_quoted_phrase_asks_for_neighbours() -> None:
    assert alternatives('"know your rights" heat', ["en"]) == [["__know_right", "know", "right", "heat"]]
    assert phrases('“rent board hearing” "two words"', "en") == ["rent board hear"]


def test_only_words_that_every_release_has_ask_for_nothing() -> None:
    assert alternatives("the of and", ["en", "es"]) == []
    assert alternatives("???", ["en", "es"]) == []


@given(st.binary(max_size=300))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_nothing_that_can_be_sent_is_an_error(query: bytes) -> None:
    asked = read(query, CHOICES)
    for language in ("en", "es"):
        for term in (term for words in alternatives(asked.text, [language]) for term in words):
            assert all(letter.isalnum() or letter == "_" for letter in term)
    asked.query(page=2)


@given(st.text(max_size=500), st.sampled_from(["rent board", "ñandú", "<b>", "a"]))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_marking_neither_adds_nor_takes_a_letter(text: str, asked: str) -> None:
    known = {each for word in words_in(asked) if (each := stem(word[0], "en"))}
    assert "".join(piece.text for piece in marked(text, known, "en")) == text
    shown = "".join(piece.text for piece in excerpt([text], known, "en"))
    assert shown.removeprefix("… ").removesuffix(" …") in text


def test_an_excerpt_shows_where_most_of_the_words_stand_together() -> None:
    paragraphs = ["The rent rose. " + "Nothing else happened here. " * 30, "After the hearing the rent board voted."]
    pieces = excerpt(paragraphs, {"rent", "board", "hear"}, "en")
    assert [piece.text for piece in pieces if piece.is_marked] == ["hearing", "rent", "board"]


def test_a_headline_outweighs_a_mention_and_neighbours_outweigh_both() -> None:
    mention = Candidate(3, "vote", "rent . board")
    headline = Candidate(2, "rent board", "vote")
    assert ranked([mention, headline], [["rent", "board"]]) == [2, 3]
    assert ranked([mention, Candidate(1, "vote", "rent board")], [["rent", "board"]]) == [1, 3]
    assert ranked([Candidate(1, "rent", ""), Candidate(2, "rent", "")], [["rent"]]) == [2, 1]  # the newer first
