"""Each page in pages/ beside its whole expected output; all organizations, people and places in them are invented."""

from pathlib import Path

import pytest

from dateline.reading import read_paths
from reading.renew_pages import PAGES, expected

KNOWN = {
    # page: (headline, date, place) of each release, as a person reads the page
    "seed-form": [
        ("Night Bus Riders Ask For Lamps At Nine Stops, Deliver Map Drawn By Drivers", "2015-05-14", "Corvel"),
        ("“We Wave, They Pass”: Riders’ Count Finds 212 Missed Passengers", "2015-04-30", "Corvel"),
        ("Statement On The Fare Vote", "2015-04-02", "Corvel"),
    ],
    "squarespace": [
        ("County Adopts Fresh Produce Vouchers", None, None),
        ("Harvest Table Opens Second Kitchen in Millbrook", "2023-02-12", None),
        ("Statement on Cuts to School Meals", "2023-01-30", None),
    ],
    "nationbuilder": [
        ("Renters Rising Wins Repairs at Dunmore Towers", "2019-06-14", "DUNMORE"),
        ("City Council Hears 200 Tenants", "2019-05-30", "DUNMORE"),
    ],
    "month-groups": [
        ("Coalition Files Brief in Water Case", "2017-12-14", None),
        ("Statement on the Passage of the Farm Bill", "2017-12-05", None),
        ("Thanksgiving Meals Served at Nine Sites", "2017-11-21", None),
        ("New Report: Who Picks the Apples", "2017-11-02", None),
        ("Year in Review", "2016-12-19", None),
    ],
    "wp-fullposts": [
        ("Court Blocks Eviction of Mobile Home Residents", "2014-04-04", "RIVER CITY, Iowa"),
        ("River City Legal Aid Opens Saturday Clinic", "2014-03-10", "RIVER CITY, Iowa"),
    ],
    "joomla": [
        ("Maestros rurales exigen transporte seguro", "2016-08-17", "Tapilco, Gro."),
        ("Pronunciamiento sobre el cierre de la normal", "2016-08-02", "Tapilco, Gro."),
        ("Convocan a la tercera asamblea", "2016-07-20", "Tapilco, Gro."),
    ],
    "fr-detail": [("Les aides à domicile manifesteront le 12 décembre", "2017-12-04", "Rennes")],
    "pt-single": [("Motoristas decidem parar na segunda-feira", "2018-03-21", "Aveleda")],
    "es-comunicado": [("Los regantes piden que se publiquen los aforos", "2020-03-03", "Villar del Tormo")],
    "two-in-one": [
        ("Shelter Adds Forty Beds", "2012-03-02", "HOLLIS, N.H."),
        ("Shelter Director to Retire", "2012-02-20", "HOLLIS, N.H."),
    ],
    "both-languages": [
        ("Market Mothers Open Third Stall", "2018-03-06", "CORVEL, Calif."),
        ("Las Madres del Mercado abren su tercer puesto", "2018-03-06", "CORVEL, California"),
    ],
    "event-calendar": [
        ("Gala to Honor Teachers of the Year", "2018-04-12", None),
        ("Volunteers Plant Nine Hundred Willows", "2018-03-03", None),
        ("Board Elects Officers", "2018-02-11", None),
    ],
    "headline-date-paren": [
        ("Clinic Extends Evening Hours", "2013-10-03", None),
        ("Flu Shots Available at All Sites", "2013-09-19", None),
        ("Board Approves Merger With Eastside Health", "2013-08-27", None),
        ("Clinic Marks Forty Years", "2013-06-11", None),
    ],
    "typescript": [("RIVER MUD TELLS OF FLOODS BEFORE THE TOWN WAS BUILT", "1987-04-09", "CORVEL, Ore.")],
    "days-ago": [
        ("Library to Lend Umbrellas", None, None),
        ("Reading Room Closed for Painting", None, None),
        ("Story Hour Moves to Thursdays", None, None),
    ],
    "no-release-at-all": [],
    "no-items": [],
}


def page_named(name):
    return Path(__file__).parent / "pages" / f"{name}.txt"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_gives_what_it_gave(page):
    assert expected(page) == page.with_suffix(".json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", KNOWN)
def test_a_page_gives_what_a_person_reads(name):
    (reading,) = read_paths([page_named(name)])
    assert [(r.headline, r.date, r.place) for r in reading.releases] == KNOWN[name]


def test_few_releases_are_doubted_where_the_page_is_plain():
    plain = [page for page in PAGES if page.stem not in ("days-ago", "ambiguous-numbers", "embargo", "no-such-day")]
    releases = [release for page in plain for release in next(read_paths([page])).releases]
    assert sum(bool(release.doubts) for release in releases) <= 0.08 * len(releases)


def test_nothing_of_a_release_is_left_over():
    for name, releases in KNOWN.items():
        (reading,) = read_paths([page_named(name)])
        left = " ".join(leftover.text for leftover in reading.leftovers)
        assert not [headline for headline, _, _ in releases if headline in left]
