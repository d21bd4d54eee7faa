"""What a reader finds, and what nobody finds, on whichever database the suite runs."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest
from build import AT, make_newsroom, make_release

from dateline.publishing.correct import correct
from dateline.publishing.publish import publish
from dateline.publishing.searching import find as finding
from dateline.publishing.searching import store
from dateline.publishing.searching.answer import answer_search
from dateline.publishing.searching.index import dump, index_everything
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Consent, Release

pytestmark = pytest.mark.django_db


def said(headline: str, text: str = "The board voted.", **fields) -> Release:
    release = make_release(headline=headline, text=text, **fields)
    publish(release, at=AT)
    return Release.objects.get(pk=release.pk)


def page(q: str = "", room: str = "/", **fields) -> str:
    settle()
    answered = answer_search(room, urlencode({"q": q, **fields}).encode())
    assert answered is not None and answered.status == 200
    return answered.body.decode()


def found(q: str, room: str = "/", **fields) -> list[str]:
    """Give the headlines that an answer lists, in its order."""
    headlines = re.findall(r"<h2[^>]*><a [^>]*>(.*?)</a></h2>", page(q, room, **fields))
    return [re.sub("<[^>]+>", "", headline) for headline in headlines]


def test_any_form_of_a_word_finds_it_and_is_marked():
    said("Tenants evicted in Port Ellery", "Every eviction was wrong.")
    shown = page("EVICTIONS")
    assert "Tenants <mark>evicted</mark> in" in shown
    assert "Every <mark>eviction</mark> was" in shown


def test_spanish_is_found_without_its_accents_from_either_newsroom():
    make_newsroom()
    spanish = make_newsroom("Unión de Inquilinos", "es")
    said("La organización pide intérpretes", room=spanish)
    assert found("organizaciones", "/es/") == ["La organización pide intérpretes"]
    assert found("interprete") == ["La organización pide intérpretes"]  # and says in which language it is
    assert ">Español<" in page("interprete")


def test_all_words_must_stand_in_it_and_a_headline_comes_first():
    said("A vigil", "The interpreter came to the hearing.")
    said("Interpreter at the hearing", dated_on=date(2022, 1, 5))
    said("Interpreter stays home")
    assert found("hearing interpreter") == ["Interpreter at the hearing", "A vigil"]
    assert found("hearing interpreter", order="newest") == ["A vigil", "Interpreter at the hearing"]


def test_quotation_marks_keep_words_together():
    said("One", "The rent board heard it.")
    said("Two", "The board heard of rent.")
    said("Three", "The rent board voted. They heard of a board hearing.")
    assert set(found("rent board")) == {"One", "Two", "Three"}
    assert set(found('"rent board"')) == {"One", "Three"}
    assert found('"rent board heard"') == ["One"]


def test_filters_narrow_and_can_be_combined():
    said("Heat 1", kind="statement", topics=["Winter"])
    said("Heat 2", dated_on=date(2022, 1, 5), topics=["Winter"])
    said("Heat 3", dated_on=date(2022, 1, 6))
    assert found("heat", year="2022") == ["Heat 3", "Heat 2"]
    assert found("heat", topic="winter", order="newest") == ["Heat 1", "Heat 2"]
    assert found("heat", kind="statements") == ["Heat 1"]
    assert found("heat", year="2022", topic="winter") == ["Heat 2"]
    assert found("heat", year="2022", kind="statements") == []
    assert "without a year, kind, topic or language" in page("heat", year="2022", kind="statements")


def test_a_release_is_listed_once_in_the_readers_language_if_it_exists():
    make_newsroom()
    spanish = make_newsroom("Unión de Inquilinos", "es")
    english = said("Heat at Harbor House")
    other = make_release(spanish, headline="Calefacción en Harbor House")
    Release.objects.filter(pk=other.pk).update(translation_key=english.translation_key)
    publish(Release.objects.get(pk=other.pk), at=AT)
    assert found("harbor") == ["Heat at Harbor House"]
    assert found("harbor", "/es/") == ["Calefacción en Harbor House"]
    assert found("harbor", language="es") == ["Calefacción en Harbor House"]
    withdraw(Release.objects.get(pk=other.pk), "It was wrong.", at=AT)
    assert found("harbor", "/es/") == ["Heat at Harbor House"]


def test_what_is_no_longer_said_is_no_longer_found():
    release = said("Rent", "The board voted seventeen to one.")
    assert found("seventeen") == ["Rent"]
    release.body = [("text", "<p>The board voted four to one.</p>")]
    correct(release, "It was four.", at=AT)
    assert (found("seventeen"), found("four")) == ([], ["Rent"])
    withdraw(Release.objects.get(pk=release.pk), "It was wrong.", at=AT)
    assert found("four") == []


def test_a_withdrawn_release_is_not_shown_even_before_the_index_has_heard_of_it():
    release = said("Rent", "The board voted.")
    settle()
    Release.objects.filter(pk=release.pk).update(status="withdrawn")
    assert b"The board" not in answer_search("/", b"q=voted").body


def test_a_partners_name_finds_what_it_signed_and_only_that():
    release = make_release(headline="Joint", partners=["Night Bakers"])
    make_release(headline="Other")
    publish(release, at=AT)
    assert found("bakers") == []
    asked = make_release(headline="Signed", partners=["Night Bakers"])
    Consent.objects.create(
        release=asked, organization=asked.release_partners.first().organization, fingerprint=asked.words.fingerprint,
        said_by="Ana", said_on=AT.date(), said_how="by e-mail",
    )  # fmt: skip
    publish(asked, at=AT)
    assert found("bakers") == ["Signed"]


def test_nothing_found_says_what_was_searched_and_what_to_try():
    said("Heat")
    shown = page("heat zebras")
    assert "Nothing was found for “heat zebras”." in shown
    assert "No release has the word “zebras”." in shown
    assert "No release has the word “heat”." not in shown
    assert 'href="?q=heat"' in shown


def test_more_than_is_ranked_is_given_newest_first_and_says_so(monkeypatch):
    monkeypatch.setattr(finding, "MOST", 3)
    monkeypatch.setattr(finding, "PAGE_LENGTH", 2)
    for number in range(5):
        said(f"Heat {number}", "Heat " * (number + 1), dated_on=date(2020 + number % 3, 3, number + 1))
    assert found("heat") == ["Heat 2", "Heat 4"]
    assert found("heat", page=2) == ["Heat 1"]
    assert found("heat", page=99) == ["Heat 1"]
    assert "More than 3 releases have these words." in page("heat")


@pytest.mark.parametrize(
    "q",
    ['"', '""', '"heat', "heat AND NOT OR NEAR(", "heat*", "-heat", "heat:x", "{heat}", "^heat", "heat' & !'x", "\\", "%",
     "_", "a_b", "💥", "\x00heat\x00", "heat\ud800", "h" * 10_000, "heat " * 2_000, "the of and", "<script>", "ﬁ", "²", "’"],
)  # fmt: skip
@pytest.mark.parametrize("room", ["/", "/es/"])
def test_no_question_is_an_error(q, room):
    make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")
    said("Heat")
    settle()
    answered = answer_search(room, urlencode({"q": q.encode("utf-8", "surrogatepass")}).encode())
    assert answered.status == 200
    assert b"<script" not in answered.body


def test_an_empty_question_shows_the_form_and_an_unknown_newsroom_is_none():
    make_newsroom()
    assert '<input type="search"' in page("")
    assert "Nothing that is looked for here is kept." in page(" ")
    assert answer_search("/fr/", b"q=heat") is None


def test_a_question_that_takes_too_long_is_stopped_with_a_sentence(monkeypatch):
    for number in range(30):
        said(f"Heat {number}", "heat winter " * 40)
    settle()

    def endless(terms, most):
        rows = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r"
        return store._run(rows, [])

    monkeypatch.setattr(store, "LIMIT_SECONDS", 0.1)
    monkeypatch.setattr(store, "newest", endless)
    answered = answer_search("/", b"q=heat")
    assert answered.status == 503
    assert b"This search took too long and was stopped." in answered.body


def test_the_index_from_nothing_is_the_index_step_by_step():
    one = said("Heat", topics=["Winter"])
    two = said("Rent", "“Quoted”, <b>bold</b>", kind="statement")
    settle()
    withdraw(two, "It was wrong.", at=AT)
    one.body = [("text", "<p>Changed.</p>")]
    correct(one, "Changed.", at=AT)
    settle()
    stepwise = dump()
    assert index_everything() == {}
    assert dump() == stepwise
    assert len(stepwise) > 5
