"""Month, year, archive and topic pages: lists that are right when full, when empty and when something is missing."""

from datetime import date

import lxml.html
from publishing.render.every_page import TOPIC, make_counts, make_entry, make_room

from dateline.publishing.faces import MonthCount, PageLink
from dateline.publishing.render.archive import chart, render_archive
from dateline.publishing.render.month import render_month
from dateline.publishing.render.topic import render_topic, timeline
from dateline.publishing.render.year import render_year

ROOM = make_room()


def test_a_month_links_its_neighbours_by_name() -> None:
    earlier, later = PageLink(date(2024, 8, 1), "/2024/08/"), PageLink(date(2024, 11, 1), "/2024/11/")
    tree = lxml.html.fromstring(render_month(ROOM, date(2024, 10, 1), [make_entry()], earlier, later))
    links = tree.xpath("//nav[@class='neighbours']/a")
    assert [(a.get("rel"), a.get("href"), a.text_content()) for a in links] == [
        ("prev", "/2024/08/", "August 2024"),
        ("next", "/2024/11/", "November 2024"),
    ]


def test_a_page_from_which_everything_has_gone_still_answers_and_says_so() -> None:
    for page in (
        render_month(ROOM, date(2024, 10, 1), [], None, None),
        render_year(ROOM, 2024, [], [], None, None),
        render_topic(ROOM, TOPIC, [], []),
    ):
        assert "Nothing stands here now." in page.decode()
        assert b"noindex" in page


def test_a_year_is_grouped_by_month_and_names_no_total() -> None:
    months = [PageLink(date(2024, 10, 1), "/2024/10/")]
    page = render_year(ROOM, 2024, [make_entry(at) for at in range(9)], months, None, None)
    tree = lxml.html.fromstring(page)
    assert [h.text_content() for h in tree.xpath("//main//h2")] == ["October", "September", "August"]
    assert tree.xpath("//main//h2/a/@href") == ["/2024/10/"]
    assert "9 releases" not in tree.text_content()


def test_the_archive_adds_up() -> None:
    counts = make_counts()
    tree = lxml.html.fromstring(render_archive(ROOM, counts))
    rows = tree.xpath("//table/tbody/tr")
    assert len(rows) == 12
    assert {len(row) for row in rows} == {14}
    assert sum(int(row[-1].text) for row in rows) == sum(count.count for count in counts)
    assert f"{sum(c.count for c in counts)} releases, 2013 to 2024" in tree.text_content()
    assert {a.get("href") for a in tree.xpath("//tbody//td/a")} == {count.path for count in counts}


def test_a_silent_year_keeps_its_place_in_the_chart() -> None:
    rows = chart(make_counts(), {})
    assert [row.year for row in rows] == list(range(2024, 2012, -1))
    assert next(row for row in rows if row.year == 2016).total == 0


def test_one_release_is_seen_beside_a_thousand() -> None:
    (row,) = chart([MonthCount(2024, 1, 1, "/a/"), MonthCount(2024, 2, 1000, "/b/")], {})
    assert [bar.height for bar in row.bars[:3]] == [1, 12, 0]


def test_a_month_counted_as_zero_is_no_link() -> None:
    page = render_archive(ROOM, [MonthCount(2024, 1, 0, "/2024/01/"), MonthCount(2024, 2, 1, "/2024/02/")])
    assert b"/2024/01/" not in page
    assert "1 release, 2024" in page.decode()


def test_each_month_in_the_chart_has_its_full_name_for_who_can_not_see_it() -> None:
    tree = lxml.html.fromstring(render_archive(ROOM, [MonthCount(2024, 2, 3, "/2024/02/")]))
    assert tree.xpath("//td/a")[0].text_content() == "February 2024: 3"


def test_a_timeline_keeps_distance_in_time() -> None:
    days = [date(2024, 10, 9), date(2024, 10, 8), date(2024, 9, 1), date(2022, 1, 1)]
    parts = timeline([make_entry(at, dated_on=day) for at, day in enumerate(days)])
    assert [(year, [step for _, step in entries]) for year, entries in parts] == [(2024, [0, 0, 3]), (2022, [5])]


def test_a_lede_is_cut_between_words() -> None:
    page = render_month(ROOM, date(2024, 10, 1), [make_entry(lede="rain and time cards " * 30)], None, None)
    lede = lxml.html.fromstring(page).xpath("string(//p[@class='lede'])")
    assert len(lede) <= 146
    assert lede.rstrip("…").split()[-1] in ("rain", "and", "time", "cards")
