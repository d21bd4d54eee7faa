"""Which dates a text prints: absolute ones in the languages read, and nothing that only a clock could complete."""

import pytest

from dateline.reading.finding.dates import dates_in
from dateline.reading.finding.headings import heading_of
from dateline.reading.finding.numeric import order_of

PRINTED = {
    "October 9, 2014": "2014-10-09",
    "Thursday, October 9th, 2014": "2014-10-09",
    "Oct. 9, 2014": "2014-10-09",
    "9 October 2014": "2014-10-09",
    "the 9th day of October, 2014": "2014-10-09",
    "2014-10-09": "2014-10-09",
    "Oct-09-2014": "2014-10-09",
    "9 de octubre de 2014": "2014-10-09",
    "jueves 9 de octubre del 2014": "2014-10-09",
    "Octubre 9, 2014": "2014-10-09",
    "9-X-2014": "2014-10-09",
    "9 oct 2014": "2014-10-09",
    "le 9 octobre 2014": "2014-10-09",
    "1er mai 2015": "2015-05-01",
    "10 févr. 2015": "2015-02-10",
    "9 de Outubro de 2014": "2014-10-09",
    "1º de setembro de 2014": "2014-09-01",
    "Quarta-feira, 8 de Outubro de 2014": "2014-10-08",
    "9. Oktober 2014": "2014-10-09",
    "9. mars 2015": "2015-03-09",
    "28/12/2017": "2017-12-28",
    "January 10  2007Contact": "2007-01-10",
    "June 3, ’98": None,
}

NOT_PRINTED = [
    "2 days ago", "hace 3 días", "yesterday", "October 2014", "octubre de 2018", "May", "Nov 12", "12 November",
    "May Ellen Marsh, 40", "March 2014", "555-201-0133", "24/7", "1,140 wells", "$10.9.2014", "99/99/2014", "10:45",
]  # fmt: skip


@pytest.mark.parametrize("text", [t for t in PRINTED if PRINTED[t]])
def test_a_printed_date_is_read(text):
    (date,) = dates_in(text)
    assert date.day().isoformat() == PRINTED[text]


@pytest.mark.parametrize("text", NOT_PRINTED)
def test_what_is_no_whole_date_has_no_day(text):
    assert [d.day() for d in dates_in(text) if d.day() is not None] == []


@pytest.mark.parametrize("text", ["February 30, 2012", "31 de abril de 2019", "29 février 2015"])
def test_a_day_that_does_not_exist_is_none(text):
    (date,) = dates_in(text)
    assert date.day() is None


def numbers(*texts):
    return [date for text in texts for date in dates_in(text)]


def test_a_day_above_twelve_settles_the_order_of_a_page():
    assert order_of(numbers("03/04/2014", "25/03/2014"), "en") == (True, True)
    assert order_of(numbers("03/04/2014", "03/25/2014"), "es") == (False, True)


def test_falling_dates_settle_the_order_of_a_page():
    assert order_of(numbers("01/04/2014", "12/03/2014", "11/03/2014", "10/02/2014", "09/01/2014"), "en") == (True, True)


def test_an_english_page_that_settles_nothing_says_so():
    assert order_of(numbers("03/04/2014"), "en") == (False, False)


def test_a_spanish_page_puts_the_day_first():
    assert order_of(numbers("03/04/2014"), "es") == (True, True)


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2014", 2014, None),
        ("MARCH", None, 3),
        ("March 2014", 2014, 3),
        ("Comunicados 2016", 2016, None),
        ("Mars", None, 3),
    ],
)
def test_a_heading_completes_dates(text, year, month):
    heading = heading_of(text)
    assert (heading.year, heading.month) == (year, month)


@pytest.mark.parametrize(
    "text", ["2014 | 2013 | 2012", "Budget 2014 Passed by Council", "May We Sit Here?", "19 wells"]
)
def test_a_line_with_a_year_is_not_always_a_heading(text):
    assert heading_of(text) is None
