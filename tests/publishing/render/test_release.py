"""A release's page, top to bottom, and what it refuses to pass off as something else."""

import lxml.html
from publishing.render.every_page import make_change, make_release, make_room, make_teaser

from dateline.publishing import faces
from dateline.publishing.render.notice import render_withdrawn
from dateline.publishing.render.release import render_release


def shown(release: faces.ReleaseFace) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render_release(make_room(), release))


def body_of(release: faces.ReleaseFace) -> str:
    return " ".join(shown(release).xpath("string(//div[@class='body'])").split())


def test_the_parts_stand_in_the_order_of_print() -> None:
    page = render_release(make_room(), make_release(changes=(make_change(),))).decode()
    order = [
        "It was eleven", "Press release", "Wage theft", "<h1>", "Settlement covers", "Said together by", "EL MONTE",
        "Two hundred workers will be paid.</p>", "Now the rain", "Settlement agreement", "The center organizes",
        "Marisol", "###", "Plain text", "Permanent address",
    ]  # fmt: skip
    places = [page.index(part, page.index("<main")) for part in order]
    assert places == sorted(places)


def test_the_dateline_runs_into_the_first_line() -> None:
    first = shown(make_release()).xpath("//div[@class='body']/p[1]")[0]
    assert first.text_content() == "EL MONTE, Calif., Oct. 9, 2024 — Two hundred workers will be paid."


def test_the_dateline_stands_once_even_before_a_quote_or_alone() -> None:
    quote = faces.QuoteBlock("Enough", "R. Beltrán", "")
    for blocks in ((quote,), (quote, faces.TextBlock("<p>One.</p>")), (faces.ListBlock(("one",)),), ()):
        assert body_of(make_release(blocks=blocks)).count("EL MONTE") == 1


def test_a_lede_without_a_body_is_shown_as_the_opening() -> None:
    assert body_of(make_teaser(lede="The council <voted>.", dateline="EL MONTE –")) == "EL MONTE – The council <voted>."


def test_a_teaser_is_never_passed_off_as_a_full_text() -> None:
    notice = "Only the opening of this release has been found."
    assert notice in shown(make_teaser()).text_content()
    assert notice in shown(make_release(is_teaser=True)).text_content()
    assert notice not in shown(make_release()).text_content()


def test_what_is_not_there_leaves_no_empty_place() -> None:
    page = shown(make_teaser())
    assert [h.text for h in page.xpath("//h2")] == ["This release"]
    assert not [e for e in page.xpath("//main//p | //main//ul | //main//div") if not e.text_content().strip()]


def test_a_correction_stands_above_everything_with_what_was_said_before() -> None:
    page = shown(make_release(changes=(make_change(), make_change("updated", before_path=""))))
    first, second = page.xpath("//main/aside")
    assert page.xpath("//main/*")[0] is first
    assert first.xpath(".//time/@datetime") == ["2024-10-10T15:15:00-07:00"]
    assert first.xpath(".//a/@href") == ["/2024/10/car-wash-workers/1/"]
    assert second.xpath(".//a") == []


def test_an_earlier_version_leads_to_what_is_said_now() -> None:
    page = shown(make_release(superseded_by="/2024/10/now/"))
    assert page.xpath("//main/*[1]//a/@href") == ["/2024/10/now/"]


def test_a_file_that_was_not_found_is_named_and_is_no_link() -> None:
    rows = shown(make_release()).xpath("//section[@aria-labelledby='files']//li")
    assert " ".join(rows[0].text_content().split()) == "Settlement agreement.pdf PDF, 1.2 MB"
    assert rows[1].xpath(".//a") == []
    assert "this file has not been found" in rows[1].text_content()


def test_a_contact_can_be_called_with_one_tap() -> None:
    hrefs = shown(make_release()).xpath("//section[@aria-labelledby='contacts']//a/@href")
    assert hrefs == ["tel:2135550142;ext=12", "mailto:prensa@valleverde.example"]


def test_words_in_place_of_a_phone_or_a_mailbox_are_no_link() -> None:
    contact = faces.ContactFace("A", "", "ask at the hall", "not an address", "", "")
    assert shown(make_release(contacts=(contact,))).xpath("//section[@aria-labelledby='contacts']//a") == []


def test_partners_are_named_in_one_quiet_line() -> None:
    line = shown(make_release()).xpath("//p[@class='partners']")[0]
    assert " ".join(line.text_content().split()) == "Said together by Clean Rinse Campaign and Iglesia del Buen Camino"
    assert line.xpath(".//a/@href") == ["/organizations/clean-rinse/"]  # which links to its own address


def test_a_withdrawn_release_keeps_its_headline_and_none_of_its_words() -> None:
    withdrawal = make_change("withdrawn", note="The court has set it aside.", before_path="")
    page = render_withdrawn(make_room(boilerplate=""), make_release(changes=(withdrawal, make_change()))).decode()
    for kept in (
        "Car Wash Workers Win",
        "This release was withdrawn.",
        "The court has set it aside.",
        "October 10, 2024",
    ):
        assert kept in page
    for gone in ("Two hundred", "time card", "gloves", "shoebox", "Settlement", "Clean Rinse", "EL MONTE", "eleven"):
        assert gone not in page


def test_no_page_says_ago() -> None:
    assert " ago" not in shown(make_release(changes=(make_change(),))).text_content()
