"""Law 1: every character of a source ends in a field, a mark or a leftover, once; no reading depends on the clock."""

import time
from pathlib import Path

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading import partition
from dateline.reading.decode import Text
from dateline.reading.printed import read_printed

PAGES = [p.read_text(encoding="utf-8") for p in sorted((Path(__file__).parents[1] / "reading" / "pages").glob("*.txt"))]
LINES = [line for page in PAGES for line in page.splitlines(keepends=True)]
FORMS = [
    "May 9, 2014", "9 de octubre", "FOR IMMEDIATE RELEASE", "Read more", " a.pdf", "###", "-30-", "LOS ANGELES – ",
    "Contact: Ada Marsh, 555-201-0100", "WHAT: ", "EMBARGOED UNTIL ", "| ", "\t", "\u200b", "\u2028", "\r\n", "(", ")",
]  # fmt: skip

any_text = st.text(max_size=400)
forms_and_noise = st.lists(st.sampled_from(FORMS) | st.text(max_size=12), max_size=40).map("".join)
shuffled = st.lists(st.sampled_from(LINES), max_size=40).map("".join)
glued = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["", " ", "\n", "\t", "   "])), max_size=25).map(
    lambda parts: "".join(line.rstrip("\n") + glue for line, glue in parts)
)
cut = st.tuples(st.sampled_from(PAGES), st.integers(0, 3000), st.integers(1, 3000)).map(
    lambda c: c[0][c[1] : c[1] + c[2]]
)

FIELDS = ("headline", "subheadline", "dateline", "place", "text")


def read(text):
    return read_printed(Text("page.txt", text))


def folded(text):
    return " ".join(text.split())


def assert_nothing_lost(text):
    reading = read(text)
    partition.check(text, reading)
    assert all(text[leftover.span[0] : leftover.span[1]] == leftover.text for leftover in reading.leftovers)
    for release in reading.releases:
        for name in FIELDS:
            value = getattr(release, name)
            if value:
                stands = " ".join(text[start:end] for start, end in release.spans[name])
                assert folded(value) == folded(stands), name
        for start, end in release.spans.get("date", ()):
            assert any(c.isdigit() for c in text[start:end])


@settings(max_examples=150, deadline=None)
@given(any_text)
def test_no_character_of_any_text_is_lost(text):
    assert_nothing_lost(text)


@settings(max_examples=200, deadline=None)
@given(forms_and_noise)
def test_no_character_is_lost_where_forms_of_the_press_meet_noise(text):
    assert_nothing_lost(text)


@settings(max_examples=150, deadline=None)
@given(shuffled | glued | cut)
def test_no_character_is_lost_of_pages_cut_shuffled_and_glued(text):
    assert_nothing_lost(text)


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_no_character_of_a_page_is_lost(page):
    assert_nothing_lost(page)


def test_link_words_end_marks_and_what_is_left_over_are_kept_apart():
    text = "Well Dug\n\n(May 3, 2014, Corvel) – The well is deep. Continue reading\n\n###\n\nzzz 9"
    reading = read(text)
    said = {mark.why: text[slice(*mark.span)] for mark in reading.marks}
    assert said["link words"] == "Continue reading" and said["end mark"] == "###" and said["dash"].strip() == "–"
    assert "".join(leftover.text for leftover in reading.leftovers) == "zzz 9"


def test_the_same_reading_under_two_clocks():
    texts = [*PAGES, "Press\n\nMay 4\nWell Dug in the Lower Field\nIt is deep.\nRead more\n"]
    readings = []
    for year in (2001, 2035):
        with time_machine.travel(f"{year}-06-15"):
            readings.append([read(text).to_json() for text in texts])
    assert readings[0] == readings[1]
    assert [r["date"] for r in readings[0][-1]["releases"]] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "".join(PAGES),
        "a" * 4000,
        "1" * 4000,
        "Oct 9 " * 700,
        "a@" * 2000,
        "Warden Named\n" * 1500,
        "3/4/2014\tWarden Named\n" * 400,
        "| " * 2000,
        "\n" * 4000,
        "— " * 2000,
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(text):
    def took(text):
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            read(text)
            best = min(best, time.process_time() - start)
        return best

    read(text)
    assert took(text * 8) <= 10 * took(text * 2) + 0.5
