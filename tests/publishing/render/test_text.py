"""The plain text of a release: everything that was said, nothing that is markup."""

from publishing.render.every_page import make_change, make_release, make_room, make_teaser

from dateline.publishing.faces import TextBlock
from dateline.publishing.render.plain import plain_parts
from dateline.publishing.render.text import render_text


def lines_of(**fields: object) -> list[str]:
    return render_text(make_room(), make_release(**fields)).decode().split("\n\n")


def test_the_parts_stand_in_the_order_of_print() -> None:
    assert lines_of() == [
        "Press release\nValle Verde Workers’ Center\nOctober 9, 2024",
        "Car Wash Workers Win $1.4 Million in Back Wages",
        "Settlement covers 212 workers",
        "Said together by Clean Rinse Campaign, Iglesia del Buen Camino",
        "EL MONTE, Calif., Oct. 9, 2024 — Two hundred workers will be paid.",
        "The order (https://www.example.org/order) is final.",
        "“Now the rain is on the time card.”\n— Ismael Cordero, who washed cars",
        "* paid time for every hour;\n* gloves, boots and water",
        "Pictures:\n* The shoebox. Photo: L. Barrientos https://press.valleverde.example/files/shoebox.jpg",
        "Attachments:\n* Settlement agreement.pdf: https://press.valleverde.example/files/settlement.pdf\n"
        "* 061214 Fact Sheet FINAL.pdf: this file has not been found",
        "The center organizes day laborers.",
        "Media contacts:",
        "Marisol Quintanar\nCommunications director\n(213) 555-0142 ext. 12\nprensa@valleverde.example\n"
        "English, Spanish\n9:00–18:00",
        "###",
        "https://press.valleverde.example/2024/10/car-wash-workers/\n",
    ]


def test_what_happened_to_it_stands_on_top() -> None:
    assert lines_of(changes=(make_change(),))[0].startswith("Corrected, October 10, 2024")
    assert "https://press.valleverde.example/now/" in lines_of(superseded_by="/now/")[0]


def test_a_teaser_says_that_it_is_one() -> None:
    text = render_text(make_room(), make_teaser(lede="The council")).decode()
    assert "The council\n\nOnly the opening of this release has been found." in text


def test_markup_becomes_paragraphs() -> None:
    html = "<p>A &lt;b&gt; &amp; <em>c</em><br>d</p><ul><li>one</li>"
    html += '<li>two <a href="mailto:x@y.z">x@y.z</a></li></ul><p> </p>'
    assert list(plain_parts(html)) == [("", "A <b> & c\nd"), ("*", "one"), ("*", "two x@y.z")]


def test_a_dateline_is_not_run_into_a_list() -> None:
    lines = lines_of(blocks=(TextBlock("<ul><li>one</li></ul><p>Two.</p>"),))
    assert lines[4:6] == ["* one", "EL MONTE, Calif., Oct. 9, 2024 — Two."]


def test_a_list_that_was_numbered_keeps_its_numbers() -> None:
    html = "<ol><li>Read.</li><li>Sign.<ul><li>by hand</li></ul></li><li>Send.</li></ol><ul><li>or not</li></ul><ol><li></li></ol>"
    assert list(plain_parts(html)) == [
        ("1.", "Read."),
        ("2.", "Sign."),
        ("*", "by hand"),
        ("3.", "Send."),
        ("*", "or not"),
    ]
    assert list(plain_parts("<p>*</p><p>12.</p>")) == [("", "*"), ("", "12.")]  # these are words
    lines = lines_of(blocks=(TextBlock("<ol><li>one</li></ol><p>Two.</p>"),))
    assert lines[4:6] == ["1. one", "EL MONTE, Calif., Oct. 9, 2024 — Two."]


def test_every_line_ends_as_unix_ends_it() -> None:
    text = render_text(make_room(), make_release(boilerplate="One\r\ntwo.\r\n\r\nThree.", headline="A\r\nB"))
    assert b"\r" not in text
    assert b"One two.\n\nThree." in text
    assert b"\n\nA B\n\n" in text
