"""Exports and feeds that are cut, mangled or made to attack: what can be read is read, and the rest is said."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading import partition
from reading.exports.export import make_export, make_post, make_upload, read_text, rows_of, term

LEDE = "The board voted on Monday to keep the heat on in every building of the harbor, after nine cold winters."
THREE = make_export(
    *(make_post(number, title=f"Title {number}", content=f"{LEDE} Number {number}.") for number in (1, 2, 3)),
    make_upload(9, "letter.pdf", 2),
)
LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def titles(readings):
    return [release.headline for reading in readings for release in reading.releases]


def test_an_export_cut_at_its_end_keeps_what_was_whole_and_says_what_was_not(tmp_path):
    readings = read_text(tmp_path, THREE[: THREE.index("Number 3")])
    assert titles(readings) == ["Title 1", "Title 2"]
    (broken,) = [reading for reading in readings if reading.error]
    assert "breaks off within its row 3, “Title 3”" in broken.error.what and broken.data.startswith(b"<item>")


@pytest.mark.parametrize("letter", ["\x0b", "\x08", "\x1f", "\x00", "\ufffe"])
def test_control_characters_part_words_and_lose_none(tmp_path, letter):
    text = make_export(make_post(content=f"{LEDE}{letter}It was warm on Tuesday.", title=f"Tenants{letter}win"))
    (release,) = rows_of(read_text(tmp_path, text))[0].releases
    assert release.headline == "Tenants win" and release.text == f"{LEDE} It was warm on Tuesday."


def test_unescaped_signs_and_names_of_html_are_meant_as_they_look(tmp_path):
    row = make_post(
        title="Heat &amp; rent & 3 < 4 &nbsp;m&aacute;s", content=LEDE, link="https://tenants.example/?a=1&b=2"
    )
    (release,) = rows_of(read_text(tmp_path, make_export(row)))[0].releases
    assert release.headline == "Heat & rent & 3 < 4 más" and release.address == "https://tenants.example/?a=1&b=2"


def test_a_broken_tag_in_one_post_is_doubted_and_leaves_the_others_alone(tmp_path):
    readings = read_text(tmp_path, make_export(make_post(1, title="One <b>two"), make_post(2, title="Three")))
    assert [bool(reading.releases[0].doubts) for reading in rows_of(readings)] == [True, False]
    assert rows_of(readings)[0].releases[0].doubts[0].code == "damaged"


def test_a_post_that_is_never_closed_is_said_and_the_next_is_read(tmp_path):
    readings = read_text(tmp_path, THREE.replace("</item>", "", 1))
    assert titles(readings) == ["Title 2", "Title 3"] and sum(bool(reading.error) for reading in readings) == 1


def test_a_second_export_behind_the_first_is_read_too(tmp_path):
    other = make_export(make_post(7, title="Behind the end"))
    assert titles(read_text(tmp_path, THREE + other)) == ["Title 1", "Title 2", "Title 3", "Behind the end"]


def test_letters_of_windows_in_an_export_that_says_utf8_are_read_and_doubted(tmp_path):
    text = make_export(make_post(1, title="Ni\xf1os"), make_post(2, title="Two")).encode("latin-1")
    one, two = rows_of(read_text(tmp_path, text))
    assert one.releases[0].headline == "Niños" and [d.code for d in one.releases[0].doubts] == ["encoding"]
    assert not two.releases[0].doubts


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1"])
def test_the_encoding_that_is_declared_counts(tmp_path, encoding):
    text = make_export(make_post(title="Año nuevo")).replace("UTF-8", encoding)
    assert titles(read_text(tmp_path, text.encode(encoding))) == ["Año nuevo"]


def test_an_item_tag_within_a_text_parts_nothing(tmp_path):
    content = f"{LEDE} Write &lt;item&gt; and <code></item><item></code> so."
    assert len(rows_of(read_text(tmp_path, make_export(make_post(content=content))))) == 1


@pytest.mark.parametrize("attack", [LAUGHS, OUTSIDE])
def test_declared_entities_are_refused(tmp_path, attack):
    text = THREE.replace("<rss", f"{attack}<rss", 1).replace("Title 1", "&b;&x;")
    (refused,) = read_text(tmp_path, text)
    assert "entities of its own" in refused.error.what and "root:" not in str(refused)


def test_entities_that_nobody_declares_stay_as_they_are_written(tmp_path):
    (release,) = rows_of(read_text(tmp_path, make_export(make_post(title="&b; &x; &lol9;"))))[0].releases
    assert release.headline == "&b; &x; &lol9;"


@pytest.mark.parametrize(
    "content",
    ["<div>" * 20_000 + LEDE, "[a_b " * 20_000, "[caption]" * 5_000, "<!-- wp:block {" * 5_000, "\n\n<p>" * 20_000, "<" * 50_000,
     "[/a]" * 20_000, '[x y="' * 10_000, "<iframe " * 10_000],
)  # fmt: skip
def test_no_content_makes_reading_hang(tmp_path, content):
    began = time.process_time()
    list(read_text(tmp_path, make_export(make_post(content=content))))
    assert time.process_time() - began < 10


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, len(THREE)), noise=st.binary(max_size=6), at=st.integers(0, len(THREE)))
def test_cut_and_mangled_anywhere_nothing_fails_and_every_word_has_its_place(tmp_path_factory, cut, noise, at):
    data = THREE.encode()[:cut]
    data = data[:at] + noise + data[at + len(noise) :]
    for reading in read_text(tmp_path_factory.mktemp("mangled"), data):
        assert reading.error is not None or partition.check(reading.text, reading) is None


WORD = st.sampled_from(
    ["heat", "rent", "<b>", "</b>", "[gallery]", "[caption]", "[/caption]", "[x_y a=1]", "<p>", "</div>", "\n\n", "&amp;", "&", "<br>",
     "<figure>", "<img src=a.jpg alt=w>", "</figure>", "<figcaption>", "<li>", "###", "Contact: Ana 555-0148", "<!-- wp:more /-->",
     "<a href='x.pdf'>", "</a>", "\ufdd0", "\ufdd1", "“so”", "<table><td>", "\u200b", "LOS ANGELES, Oct. 9, 2014 — "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(content=st.lists(WORD, max_size=25).map(" ".join), excerpt=st.lists(WORD, max_size=3).map(" ".join))
def test_any_content_is_laid_out_with_every_word_in_one_place(tmp_path_factory, content, excerpt):
    text = make_export(make_post(content=content, excerpt=excerpt, more=term("category", "Housing")))
    (reading,) = rows_of(read_text(tmp_path_factory.mktemp("any"), text))
    partition.check(reading.text, reading)
    for word in ("heat", "rent", "“so”"):
        wanted = content.split().count(word) + excerpt.split().count(word)
        # WordPress's own title of these posts holds the word heat once; a script's words are no text, and none is here.
        assert reading.text.split().count(word) >= wanted - reading.text.count(f"{word}<")
