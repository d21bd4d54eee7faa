"""Tables with a mapping that a person has stated: CSV of any make, JSON, and what is said where the two don't fit."""

import json

import pytest
from click.testing import CliRunner

from dateline.commands.read import read
from dateline.reading import partition
from reading.exports.export import read_text

MAPPING = """
headline = "Title"
date = "Day"
text = "Body"
address = "Link"
topics = "Tags"
attachments = "Files"
status = "State"
published = ["live"]
"""
HEADER = "Title;Day;Body;Link;Tags;Files;State;Note"
ROW = 'Tenants win heat;2014-10-09;"<p>FRESNO, Calif. — The board voted; it was late.</p>";https://t.example/a;Heat, Rent;/f/Letter.pdf;live;'


def read_table(tmp_path, text, mapping=MAPPING, name="past.csv"):
    if mapping is not None:
        (tmp_path / f"{name}.mapping.toml").write_text(mapping)
    return read_text(tmp_path, text, name)


def refusal(readings):
    (reading,) = readings
    return f"{reading.error.what} {reading.error.todo}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_row_is_a_release_in_any_encoding(tmp_path, encoding):
    text = f"{HEADER}\n{ROW}Año de la niñez y del corazón\n".encode(encoding)
    (reading,) = read_table(tmp_path, text)
    (release,) = reading.releases
    assert reading.source.endswith("past.csv › line 2") and reading.format == "table"
    assert (release.headline, release.date, release.place) == ("Tenants win heat", "2014-10-09", "FRESNO, Calif.")
    assert release.text == "The board voted; it was late." and release.topics == ("Heat", "Rent")
    assert (
        release.attachments == ("Letter.pdf",)
        and release.pubstatus == "usable"
        and release.address == "https://t.example/a"
    )
    assert [each.text for each in reading.leftovers] == ["Año de la niñez y del corazón"]


@pytest.mark.parametrize("delimiter", [",", "\t", "|"])
def test_the_delimiter_is_found(tmp_path, delimiter):
    text = f"Title{delimiter}Day{delimiter}Body\nWin{delimiter}2014-10-09{delimiter}It was late.\n"
    (reading,) = read_table(tmp_path, text, 'headline = "Title"\ndate = "Day"\ntext = "Body"')
    assert (reading.releases[0].headline, reading.releases[0].text) == ("Win", "It was late.")


def test_what_is_not_published_is_withheld(tmp_path):
    (reading,) = read_table(tmp_path, f"{HEADER}\n{ROW.replace('live', 'draft')}\n")
    assert reading.releases[0].pubstatus == "withheld" and "“draft”" in reading.releases[0].doubts[0].sentence


def test_a_table_without_a_mapping_says_how_to_write_one(tmp_path):
    said = refusal(read_table(tmp_path, f"{HEADER}\n{ROW}\n", None))
    assert "past.csv.mapping.toml" in said and 'headline = "Title"' in said and "Its columns are: Title, Day" in said


def test_columns_that_are_missing_are_named(tmp_path):
    said = refusal(read_table(tmp_path, "Title,Day\nWin,2014-10-09\n"))
    assert "“Body” (text)" in said and "Its columns are: Title, Day" in said


@pytest.mark.parametrize(
    ("mapping", "word"),
    [("headline = ", "TOML"), ('heading = "Title"', "“heading”"), ('date = "Day"', "neither"), ("headline = 7", "wrong form"),
     ('headline = "Title"\npublished = ["x"]', "status")],
)  # fmt: skip
def test_a_mapping_that_is_wrong_is_refused(tmp_path, mapping, word):
    assert word in refusal(read_table(tmp_path, f"{HEADER}\n{ROW}\n", mapping))


def test_a_day_in_numbers_is_read_only_as_is_stated(tmp_path):
    text = "Title,Day\nWin,09/10/2014\n"
    mapping = 'headline = "Title"\ndate = "Day"\n'
    (unsure,) = read_table(tmp_path, text, mapping)
    assert unsure.releases[0].date is None and unsure.releases[0].doubts
    (sure,) = read_table(tmp_path, text, f"{mapping}day_first = true")
    assert sure.releases[0].date == "2014-10-09"


def test_objects_are_rows_and_their_lists_are_found(tmp_path):
    told = {"data": {"posts": [{"Title": "Win", "meta": {"Day": "2014-10-09"}, "Tags": ["Heat", "Rent"]}]}}
    mapping = 'rows = "data.posts"\nheadline = "Title"\ndate = "meta.Day"\ntopics = "Tags"'
    (reading,) = read_table(tmp_path, json.dumps(told), mapping, "past.json")
    assert (reading.releases[0].date, reading.releases[0].topics) == ("2014-10-09", ("Heat", "Rent"))
    assert "data.items" in refusal(
        read_table(tmp_path, json.dumps(told), mapping.replace("posts", "items"), "past.json")
    )


def test_cells_behind_the_last_column_and_columns_of_one_name_are_not_lost(tmp_path):
    (reading,) = read_table(tmp_path, "Title,Title,\nWin,Too,three,four\n", 'headline = "Title"')
    partition.check(reading.text, reading)
    assert reading.releases[0].headline == "Win" and all(word in reading.text for word in ("Too", "three", "four"))


@pytest.mark.parametrize("text", ["Title\nWin\n", 'a,b\n"open', "a,b\n" + "x" * 11_000_000])
def test_a_broken_table_is_said_or_read_and_never_an_error_of_ours(tmp_path, text):
    for reading in read_table(tmp_path, text, 'headline = "a"'):
        assert reading.error is not None or reading.releases


def test_the_command_takes_a_mapping_for_any_table(tmp_path):
    table, mapping = tmp_path / "past.csv", tmp_path / "mine.toml"
    table.write_text("Title,Day\nTenants win heat,2014-10-09\n")
    mapping.write_text('headline = "Title"\ndate = "Day"\n')
    said = CliRunner().invoke(read, ["--mapping", str(mapping), str(table)]).output
    assert "2014-10-09  teaser" in said and "Tenants win heat" in said
