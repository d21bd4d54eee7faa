"""Every language has its own dates, quotation marks and sorting; Spanish has all of the furniture."""

import ast
import re
from datetime import date
from pathlib import Path

import lxml.html
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from publishing.render.every_page import every_page, make_entry, make_release, make_room

from dateline.publishing.faces import PartnerFace, QuoteBlock, TextBlock, TopicLink
from dateline.publishing.render import dates
from dateline.publishing.render.catalogue import LOCALES, catalogue
from dateline.publishing.render.environment import TEMPLATES
from dateline.publishing.render.front import render_front
from dateline.publishing.render.month import render_month
from dateline.publishing.render.phrases import quoted
from dateline.publishing.render.release import render_release
from dateline.publishing.render.topic import render_topics

RENDER = Path(dates.__file__).parent
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "mark": None}


def messages_in_use() -> set[str]:
    """Collect every message that templates and code ask for."""
    found = []
    for folder, method, options in (
        (TEMPLATES, "jinja2", {"trimmed": "false"}),
        (RENDER, "python", {}),
    ):
        found += extract_from_dir(folder, method_map=[("**", method)], options_map={"**": options}, keywords=KEYWORDS)
    return {message if isinstance(message, str) else message[0] for _, _, message, _, _ in found}


def test_the_messages_are_found_at_all() -> None:
    assert {
        "Press release",
        "Skip to the text",
        "Only the opening of this release has been found.",
    } <= messages_in_use()


def test_spanish_says_everything_and_nothing_that_is_no_longer_asked() -> None:
    with (LOCALES / "es" / "site.po").open("rb") as file:
        po = [message for message in read_po(file, locale="es") if message.id]
    translated = {m.id if isinstance(m.id, str) else m.id[0] for m in po if m.string and not m.fuzzy and all(m.string)}
    assert messages_in_use() - translated == set()
    assert translated - messages_in_use() == set()


def test_spanish_keeps_the_places_for_numbers() -> None:
    spanish = catalogue("es")
    for one, forms in spanish.plural.items():
        for form in forms:
            assert set(re.findall(r"%\(\w+\)s", form)) == set(re.findall(r"%\(\w+\)s", one))
    for message, form in spanish.single.items():
        assert set(re.findall(r"%\(\w+\)s", form)) == set(re.findall(r"%\(\w+\)s", message))


def test_no_english_furniture_is_left_on_a_spanish_page() -> None:
    room = make_room(language="es", name="Centro", boilerplate="", contacts=(), topics=())
    spanish = every_page(room, make_release(language="es"))
    english = [text for text in messages_in_use() if len(text) > 12 and catalogue("es").gettext(text) != text]
    for page in spanish.values():
        assert [text for text in english if text in page.decode()] == []


def test_dates_are_written_as_each_language_writes_them() -> None:
    day = date(2014, 10, 9)
    assert dates.long_day(day, "en") == "October 9, 2014"
    assert dates.long_day(day, "es") == "9 de octubre de 2014"
    assert dates.long_day(day, "es-MX") == "9 de octubre de 2014"
    assert dates.long_day(day, "fr") == "9 octobre 2014"
    assert dates.long_day(day, "pt") == "9 de outubro de 2014"
    assert dates.long_day(day, "de") == "9. Oktober 2014"
    assert dates.month_and_year(day, "es") == "octubre de 2014"


def test_a_language_that_nobody_knows_is_not_an_error() -> None:
    assert dates.long_day(date(2014, 10, 9), "xx-unknown") == "October 9, 2014"
    assert b'lang="xx"' in render_month(make_room(language="xx"), date(2014, 10, 1), [], None, None)


def test_a_language_tag_never_leaves_the_locale_folder() -> None:
    assert catalogue("../../etc").language == "en"


def test_borrowed_furniture_is_marked_and_dates_are_not_borrowed() -> None:
    tree = lxml.html.fromstring(render_release(make_room(language="fr"), make_release(language="fr")))
    assert tree.get("lang") == "fr"
    assert tree.xpath("//a[@class='skip']/@lang") == ["en"]
    assert tree.xpath("//h1/@lang") == []
    assert tree.xpath("//p[@class='day']//time")[0].text == "9 octobre 2024"
    for furniture in tree.xpath("//nav | //section/h2 | //p[@class='kicker']"):
        assert furniture.get("lang") == "en"


def test_a_release_in_another_language_is_marked_as_such() -> None:
    spanish = make_release(language="es", headline="Ganan")
    tree = lxml.html.fromstring(render_release(make_room(), spanish))
    assert tree.xpath("//h1/@lang") == tree.xpath("//div[@class='body']/@lang") == ["es"]
    entry = make_entry(1, language="es", headline="Ganan")
    tree = lxml.html.fromstring(render_front(make_room(), [entry], None))
    assert tree.xpath("//h2[a='Ganan']/@lang") == ["es"]
    assert "Español" in tree.xpath("string(//p[@class='flags'])")


def test_quotes_stand_in_the_marks_of_their_language() -> None:
    assert quoted("“Ya basta”", "es") == ("«Ya basta»",)
    assert quoted("Ya basta", "es-MX") == ("«Ya basta»",)
    assert quoted('"Enough"', "en") == ("“Enough”",)
    assert quoted("“One” and “two”", "en") == ("““One” and “two””",)
    assert quoted("One.\n\nTwo.", "en") == ("“One.", "“Two.”")


def test_spanish_joins_names_by_their_sound() -> None:
    for name, joined in (("Iglesia", "e Iglesia"), ("Hijos", "e Hijos"), ("Hielo", "y Hielo"), ("Casa", "y Casa")):
        release = make_release(partners=(PartnerFace("Sur", ""), PartnerFace(name, "")), language="es")
        page = render_release(make_room(language="es"), release)
        assert joined in " ".join(lxml.html.fromstring(page).xpath("string(//p[@class='partners'])").split())


def test_topics_stand_where_a_reader_of_the_language_looks_for_them() -> None:
    names = ["Zona", "Ñame", "Nube", "Ética", "vivienda", "Nómina"]
    room = make_room(language="es", topics=tuple(TopicLink(name, "/t/") for name in names))
    shown = lxml.html.fromstring(render_topics(room)).xpath("//ul[@class='topics']/li/a/text()")
    assert shown == ["Ética", "Nómina", "Nube", "Ñame", "vivienda", "Zona"]


def test_no_catalogue_lookup_happens_with_words_that_are_not_constant() -> None:
    for path in RENDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "gettext":
                assert isinstance(node.args[0], ast.Constant) or path.name in ("environment.py", "text.py")


def test_words_of_a_quote_are_lifted_with_their_speaker() -> None:
    release = make_release(blocks=(TextBlock("<p>One.</p>"), QuoteBlock("Enough", "Rosaura Beltrán", "president")))
    figure = lxml.html.fromstring(render_release(make_room(), release)).xpath("//figure[@class='quote']")[0]
    assert " ".join(figure.text_content().split()) == "“Enough” — Rosaura Beltrán, president"
