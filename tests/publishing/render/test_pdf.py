"""A release as a printed page: what stands on it, what a screen reader meets, and what can't get into it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
import typst
from pdfs import links_of, page_count, tags_of, text_of, told_of_itself
from PIL import Image
from publishing.render.every_page import make_change, make_release, make_room, make_teaser

from dateline.publishing import faces
from dateline.publishing.render import typeset
from dateline.publishing.render.pdf import paper_of, pdf_of
from dateline.publishing.render.typeset import typeset_pdf

MARKUP = '#read("/etc/passwd") $x^2$ *bold* _it_ @who `raw` // gone \\ #panic("no") = <label> ~ -- [b] "q"'
PROGRAM = """
import hashlib, sys
sys.path[:0] = {paths!r}
from publishing.render.every_page import make_release, make_room
from publishing.render.test_pdf import printed, PICTURES
from publishing.render.test_share import shared
print(hashlib.sha256(printed(make_release())).hexdigest(), hashlib.sha256(shared()).hexdigest())
"""


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "steelblue").save(out, "JPEG")
    return out.getvalue()


PICTURES = {"/files/shoebox-1280.jpg": a_picture()}


def printed(release: faces.ReleaseFace, **room: object) -> bytes:
    return typeset_pdf(pdf_of(make_room(**room), release, PICTURES))


def test_everything_that_was_said_stands_on_it_in_the_order_of_print() -> None:
    text = text_of(printed(make_release()))
    parts = [
        "Valle Verde Workers’ Center",
        "El Monte, California · press.valleverde.example",
        "Press release",
        "Car Wash Workers Win $1.4 Million in Back Wages",
        "Settlement covers 212 workers",
        "Said together by Clean Rinse Campaign and Iglesia del Buen Camino",
        "EL MONTE, Calif., Oct. 9, 2024 — Two hundred workers will be paid.",
        "The order (https://www.example.org/order) is final.",
        "“Now the rain is on the time card.” — Ismael Cordero, who washed cars",
        "• paid time for every hour; • gloves, boots and water",
        "The shoebox. Photo: L. Barrientos For print: JPEG, 4000 × 2667, 2.1 MB",
        "Settlement agreement.pdf PDF, 1.2 MB https://press.valleverde.example/files/settlement.pdf",
        "061214 Fact Sheet FINAL.pdf this file has not been found",
        "About The center organizes day laborers.",
        "Marisol Quintanar Communications director (213) 555-0142 ext. 12 prensa@valleverde.example",
        "English, Spanish · 9:00–18:00",
        "###",
        "https://press.valleverde.example/2024/10/car-wash-workers/",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_its_pages_are_numbered() -> None:
    long = make_release(blocks=(faces.TextBlock("<p>" + "The rain is on the time card. " * 40 + "</p>"),) * 6)
    pdf = printed(long)
    count = page_count(pdf)
    assert count > 2
    text = text_of(pdf)
    assert all(f"page {number} of {count}" in text for number in range(1, count + 1))


def test_links_lead_somewhere_and_no_further() -> None:
    assert links_of(printed(make_release())) == {
        "https://cleanrinse.example",
        "https://www.example.org/order",
        "https://press.valleverde.example/files/settlement.pdf",
        "https://press.valleverde.example/files/shoebox.jpg",
        "https://press.valleverde.example/2024/10/car-wash-workers/",
        "tel:2135550142;ext=12",
        "mailto:prensa@valleverde.example",
    }
    hostile = faces.TextBlock('<p><a href="javascript:alert(1)">x</a> <a href="file:///etc/passwd">y</a></p>')
    links = links_of(printed(make_release(blocks=(hostile,)), site_address=""))
    assert not [link for link in links if not link.startswith(("https://cleanrinse", "tel:", "mailto:"))]


def test_a_screen_reader_meets_headings_quotes_lists_and_the_pictures_description() -> None:
    tags = tags_of(printed(make_release()))
    names = [name for name, _ in tags]
    assert names.count("H1") == 1
    assert names.count("H2") == 3
    assert names.index("H1") < names.index("BlockQuote") < names.index("L") < names.index("Figure")
    assert names.count("LI") == 2
    assert ("Figure", "A shoebox") in tags


def test_it_says_what_it_is_and_neither_who_made_it_nor_when() -> None:
    told = told_of_itself(printed(make_release(headline="Uno", language="es-MX"), language="es"))
    assert told["/Title"] == "Uno"
    assert told["language"] == "es-MX"
    assert "<pdfuaid:part>1</pdfuaid:part>" in told["xmp"]
    assert set(told) == {"/Title", "/Keywords", "/Creator", "language", "xmp"}
    assert "Date>" not in told["xmp"]


def test_what_happened_to_it_stands_on_top() -> None:
    text = text_of(printed(make_release(changes=(make_change(), make_change("updated")))))
    corrected = "Corrected October 10, 2024, 3:15 PM It was eleven, not twelve. What it said before: https://press"
    assert -1 < text.find(corrected) < text.find("Updated") < text.find("Car Wash Workers Win")


def test_an_earlier_version_says_that_it_is_one() -> None:
    text = text_of(printed(make_release(superseded_by="/2024/10/now/")))
    assert text.find("Earlier version") < text.find("Car Wash Workers Win")
    assert "Read what it says now: https://press.valleverde.example/2024/10/now/" in text


def test_a_teaser_says_that_it_is_one_and_nothing_else_is_needed() -> None:
    text = text_of(printed(make_teaser(lede="The council")))
    assert "The council Only the opening of this release has been found. ###" in text
    text_of(printed(make_release(headline="", lede="", blocks=(), attachments=(), contacts=(), boilerplate="")))


def test_spanish_furniture_is_spanish() -> None:
    room = make_room(language="es", name="Centro", contacts=())
    text = text_of(typeset_pdf(pdf_of(room, make_release(language="es", changes=(make_change(),)), PICTURES)))
    said = ("Comunicado de prensa", "Corregido", "Lo que decía antes", "Archivos adjuntos", "Quiénes somos")
    assert [
        words for words in (*said, "Dirección permanente", "página 1 de", "9 de octubre") if words not in text
    ] == []
    english = ("Press release", "Corrected", "Attachments", "Media contacts", "Permanent", "page 1", "October")
    assert [words for words in english if words in text.replace("Oct. 9", "")] == []


@pytest.mark.parametrize("name", ["headline", "subheadline", "dateline", "boilerplate", "blocks", "names", "lists"])
def test_no_text_is_ever_read_as_markup(name: str) -> None:
    html = MARKUP.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    fields: dict[str, object] = {name: MARKUP}
    if name == "blocks":
        fields = {"blocks": (faces.TextBlock(f"<p>{html}</p>"), faces.QuoteBlock(MARKUP, MARKUP, MARKUP))}
    elif name == "lists":
        fields = {"blocks": (faces.ListBlock((MARKUP,)), faces.TextBlock(f"<ul><li>{html}</li></ul>"))}
    elif name == "names":
        contact = faces.ContactFace(*[MARKUP] * 6)
        file = faces.AttachmentFace(MARKUP, "/files/x", MARKUP, 10)
        partner = faces.PartnerFace(MARKUP, MARKUP)
        fields = {"contacts": (contact,), "attachments": (file,), "partners": (partner,), "place": MARKUP}
    text = text_of(printed(make_release(**fields)))
    assert "root:" not in text
    assert MARKUP.replace(" ", "") in text.replace(" ", "").replace("\u200b", "")


def test_the_typesetter_reads_no_file_that_it_was_not_given(monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "spy.typ").write_text('#set document(title: "x")\n#read(json(bytes(sys.inputs.told)).file)')
    monkeypatch.setattr(typeset, "SHEETS", tmp_path)
    for file in ("/etc/hostname", "/../../etc/hostname", "spy.typ", str(tmp_path / "spy.typ")):
        with pytest.raises(typst.TypstError, match=r"not found|escape"):
            typeset_pdf(typeset.Manuscript("spy", {"file": file}))


def test_only_the_wheels_own_fonts_are_known() -> None:
    assert {font.path for font in typeset._fonts().fonts()} == {None}


def test_the_same_bytes_whatever_the_zone_the_language_the_seed_and_the_folder(tmp_path: Path) -> None:
    paths = [str(Path(__file__).parents[2]), str(Path(typeset.__file__).parents[3])]
    ways = [("UTC", "1", "C", tmp_path), ("Asia/Tokyo", "2", "es_ES.UTF-8", Path.cwd())]
    said = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM.format(paths=paths)],
            env={
                **os.environ,
                "TZ": zone,
                "PYTHONHASHSEED": seed,
                "LANG": lang,
                "LC_ALL": lang,
                "TMPDIR": str(tmp_path),
            },
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, seed, lang, folder in ways
    }
    assert len(said) == 1


def test_its_key_stands_in_it_and_changes_with_everything_that_is_shown() -> None:
    room, release = make_room(), make_release()
    manuscript = pdf_of(room, release, PICTURES)
    assert manuscript.is_set_in(typeset_pdf(manuscript))
    others = [
        pdf_of(room, release, {path: b"\x89PNG" + picture for path, picture in PICTURES.items()}),
        pdf_of(room, make_release(contacts=()), PICTURES),
        pdf_of(make_room(accent="#0b3d91"), release, PICTURES),
        pdf_of(room, make_release(is_teaser=True), PICTURES),
    ]
    assert len({manuscript.key, *(other.key for other in others)}) == len(others) + 1


def test_paper_is_what_people_print_on_where_the_newsroom_is() -> None:
    assert paper_of("America/Los_Angeles") == paper_of("America/Mexico_City") == "us-letter"
    assert paper_of("Europe/Madrid") == paper_of("America/Argentina/Buenos_Aires") == paper_of("UTC") == "a4"


@pytest.mark.parametrize("headline", ["עצרת", "عنوان", "Łódź Ñandú Ặ", "Привет", "हिन्दी", "→ ½ №"])
def test_scripts_that_the_fonts_know_are_printed(headline: str) -> None:
    pdf = printed(make_release(headline=headline))
    assert told_of_itself(pdf)["/Title"] == headline
    assert "can't be printed" not in text_of(pdf)


@pytest.mark.parametrize("headline", ["中文标题", "한국어", "Rent 😀", "か"])
def test_letters_that_the_fonts_lack_are_shown_as_missing_and_said_to_be(headline: str) -> None:
    words = faces.TextBlock(f'<p><a href="https://a.example/{headline}">here</a></p>')
    pdf = printed(make_release(headline=headline, blocks=(words,)))
    assert told_of_itself(pdf)["/Title"] == headline
    assert f"https://a.example/{quote(headline)}" in links_of(pdf)
    text = text_of(pdf)
    assert "\ufffd" in text
    assert "Some letters can't be printed here. The page has them all." in text


def test_a_word_without_end_stays_on_the_paper() -> None:
    word = "supercalifragilistic" * 12
    text = text_of(printed(make_release(headline=word, blocks=(faces.TextBlock(f"<p>{word}</p>"),))))
    assert text.replace(" ", "").replace("\u200b", "").replace("\ufffe", "").count(word) >= 2


def test_a_picture_that_cant_be_read_is_an_error_that_names_it() -> None:
    with pytest.raises(typst.TypstError, match="image"):
        typeset_pdf(pdf_of(make_room(), make_release(), {"/files/shoebox-1280.jpg": b"\xff\xd8\xff broken"}))


def test_what_the_template_is_told_is_plain_json() -> None:
    manuscript = pdf_of(make_room(), make_release(), PICTURES)
    assert json.loads(manuscript.text) == manuscript.told
