"""The dateline, as it is composed and as it is shown."""

from datetime import date

import pytest

from dateline.releases.dateline import compose, with_dash


@pytest.mark.parametrize(
    ("place", "day", "language", "printed"),
    [
        ("Los Angeles", date(2014, 10, 9), "en", "LOS ANGELES, Oct. 9, 2014 —"),
        ("Los Angeles", date(2014, 5, 9), "en", "LOS ANGELES, May 9, 2014 —"),
        ("Los Ángeles", date(2014, 10, 9), "es", "LOS ÁNGELES, 9 de octubre de 2014.—"),
        ("", date(2014, 10, 9), "en", "Oct. 9, 2014 —"),
        ("Oxnard", None, "en", "OXNARD —"),
        ("", None, "en", ""),
    ],
)
def test_a_dateline_is_composed_of_what_is_known(place, day, language, printed):
    assert compose(place, day, language) == printed


@pytest.mark.parametrize(
    ("kept", "language", "shown"),
    [
        ("(October 9, 2014, Los Angeles)", "en", "(October 9, 2014, Los Angeles) —"),
        ("LOS ANGELES, Oct. 9, 2014 —", "en", "LOS ANGELES, Oct. 9, 2014 —"),
        ("Stockton, 9 de octubre de 2014.-", "es", "Stockton, 9 de octubre de 2014.-"),
        ("Stockton, 9 de octubre de 2014", "es", "Stockton, 9 de octubre de 2014.—"),
        ("", "en", ""),
    ],
)
def test_a_dateline_is_shown_with_one_dash(kept, language, shown):
    assert with_dash(kept, language) == shown
