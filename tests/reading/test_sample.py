"""The sample archive, the first thing that anyone sees, is read without a doubt."""

from pathlib import Path

from dateline.reading import read_paths

SAMPLE = Path(__file__).parents[2] / "sample"


def test_every_release_of_the_sample_has_its_headline_and_day_and_nothing_is_doubtful():
    read = [reading for reading in read_paths([SAMPLE]) if not reading.is_handed_out]  # those complete releases
    releases = [release for reading in read for release in reading.releases]
    assert len(releases) > 80
    assert [r for r in releases if not (r.headline and r.date) or r.doubts] == []


def test_what_the_sample_is_filed_under_is_a_topic():
    topics = {topic for reading in read_paths([SAMPLE]) for release in reading.releases for topic in release.topics}
    assert {"Rent board", "Housing", "Language access", "Junta de rentas", "Vivienda"} <= topics
