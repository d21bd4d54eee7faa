"""A topic's story at a glance: dots where the days are."""

from datetime import date

from publishing.render.every_page import make_entry

from dateline.publishing.render.strip import HIGHEST, strip_of


def drawn(*days: date):
    return strip_of([make_entry(at, dated_on=day) for at, day in enumerate(days)], "en")


def test_one_release_is_no_story() -> None:
    assert drawn(date(2024, 5, 6)) is None
    assert drawn() is None


def test_distances_are_those_of_the_days_over_whole_years() -> None:
    strip = drawn(date(2024, 7, 1), date(2023, 1, 1))
    assert strip is not None
    assert [dot.across for dot in strip.dots] == ["0.00", "74.83"]
    assert [label.text for label in strip.labels] == ["2023", "2024"]


def test_releases_of_one_day_stand_above_one_another_and_never_leave_the_drawing() -> None:
    strip = drawn(*[date(2024, 5, 6)] * 9)
    assert strip is not None
    assert [dot.up for dot in strip.dots] == [0, 1, 2, 3, *[HIGHEST] * 5]
    assert len({dot.across for dot in strip.dots}) == 1


def test_many_years_keep_their_marks_and_few_their_figures() -> None:
    strip = drawn(date(2024, 5, 6), date(1994, 5, 6))
    assert strip is not None
    assert len(strip.labels) == 31
    assert sum(bool(label.text) for label in strip.labels) <= 7
