"""Which records are one release. Most are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake.building import HEADLINE, OPENING, TEXT, found, teaser

from dateline.intake.likeness import bare_address, kept_under, likeness, sought_under, words
from dateline.intake.same import CERTAIN, Relation, relation

SAME, OPENS, EXTENDS = Relation.SAME, Relation.OPENS, Relation.EXTENDS
CONFLICT, UNRELATED = Relation.CONFLICT, Relation.UNRELATED
MIRRORED = {OPENS: EXTENDS, EXTENDS: OPENS}


def stands(one, other) -> Relation:
    return relation(likeness(one.to_json()), likeness(other.to_json()))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (found(), found(text=TEXT.upper().replace("“", '"').replace("\n\n", " \n ")), SAME),
        (found(), found("Another headline"), SAME),
        (teaser(), found(), OPENS),
        (found(), teaser(), EXTENDS),
        (teaser(text=TEXT), found(), OPENS),
        (teaser(text=TEXT[:30]), found(), OPENS),
        (teaser("Dockside tenants win back…", TEXT[:50]), found(), OPENS),
        (found(text="", teaser=True), found(text="", teaser=True), SAME),
        (found(text="", teaser=True), found(), OPENS),
        (found(date="2019-02-15", address="https://a.example/x"), found(address="http://www.a.example/x/"), SAME),
        # no day, or one stated beside it, speaks against nothing
        (found(date=None), found(), SAME),
        (teaser(date=None), found(), OPENS),
        (found(date="2019-02-15", basis={"date": "Date"}), found(), SAME),
        (
            found("Another", date="2019-02-15", identifier="<7@dockside.example>"),
            found(identifier="7@dockside.example"),
            SAME,
        ),
        (found(address="https://a.example/?p=7"), found(identifier="https://a.example/?p=7", date="2011-01-01"), SAME),
        (
            teaser(text="An editor's summary.", address="https://a.example/x"),
            found(address="https://a.example/x"),
            OPENS,
        ),
        # something speaks against it
        (found(date="2019-02-15"), found(), CONFLICT),
        (found(place="Gull Point"), found(), CONFLICT),
        (found("Tenants win heat in Ardley"), found("Tenants win heat in Benmore"), CONFLICT),
        (found(text=TEXT.replace("212", "214")), found(), CONFLICT),
        (teaser("Another", TEXT), teaser(text=TEXT), UNRELATED),
        # whole releases that begin alike: perhaps two glued together
        (found(text=OPENING), found(), CONFLICT),
        (teaser(text=TEXT + " And more."), found(), CONFLICT),
        # one headline and day, other words
        (found(text="Other words."), found(), CONFLICT),
        (teaser(text="A summary that an editor wrote."), found(), CONFLICT),
        # nothing but a headline, or a day, or an opening, in common
        (found(date="2020-02-14"), found(), UNRELATED),
        (found(date=None, text="Other words."), found(), UNRELATED),
        (found("Another", "Other words."), found(), UNRELATED),
        (found(language="es"), found(), UNRELATED),
        (teaser("Another", TEXT[:60]), found(), UNRELATED),
        (found("Another", "", teaser=True), found(), UNRELATED),
        (found(None, "", teaser=True), found(None, "", teaser=True), UNRELATED),
        (found("Another", "Other.", address="https://a.example/"), found(address="https://a.example/"), UNRELATED),
    ],
)
def test_how_two_records_stand_to_each_other(one, other, expected):
    assert stands(one, other) is expected
    assert stands(other, one) is MIRRORED.get(expected, expected)


@given(st.integers(1, len(TEXT) - 1))
def test_a_teaser_cut_anywhere_opens_its_release(at):
    assert stands(teaser(text=TEXT[:at] + "…"), found()) is OPENS


@given(st.integers(CERTAIN + 20, len(TEXT)))
def test_a_long_teaser_needs_no_headline(at):
    assert stands(teaser("Something else", TEXT[:at]), found()) is OPENS


@given(st.text(), st.text())
def test_whatever_agrees_or_contradicts_shares_a_key(headline, text):
    """Records that share no key are never compared, so nothing that is related may lack one."""
    one, other = likeness(found(headline, text).to_json()), likeness(teaser(headline, text[: len(text) // 2]).to_json())
    if relation(one, other) is not UNRELATED:
        assert set(kept_under(one)) & set(sought_under(other))
        assert set(kept_under(other)) & set(sought_under(one))


@pytest.mark.parametrize("address", ["", "not an address", "http://[", "mailto:", "/local/path"])
def test_what_is_no_web_address_is_no_key(address):
    assert bare_address(address) == ""


def test_tracking_and_order_of_a_query_tell_no_pages_apart():
    assert bare_address("https://www.a.example/p/?b=2&utm_source=x&a=1#top") == "a.example/p?a=1&b=2"


def test_the_headline_alone_is_no_key_of_another_day():
    one, other = likeness(found().to_json()), likeness(found(date="2011-01-01").to_json())
    assert one.headline == other.headline == words(HEADLINE)
    assert not set(kept_under(one)) & set(sought_under(other))
