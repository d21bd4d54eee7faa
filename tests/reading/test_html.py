"""Web pages: what a person reads on each, what only the markup says, and what no page may do to the reading."""

import time
from pathlib import Path

import pytest

from dateline.reading import Reading, Record, read_paths
from dateline.reading.decode import Text, decode
from dateline.reading.formats.html import read_page
from dateline.reading.markup.clean import between, clean, letters_of
from dateline.reading.partition import check

PAGES = Path(__file__).parent / "html"

KNOWN = {
    # page: (headline, date, place, teaser) of each release, as a person reads the page
    "wordpress-archive": [
        ("Growers Win Back the Lower Ditch", "2016-03-14", "Ardley", True),
        ("Packing Shed to Pay Back Wages", "2016-02-22", "Ardley", True),
        ("Meeting on the Wells Is Moved to the Grange Hall", "2016-01-09", None, True),
    ],
    "drupal-views": [
        ("Two Tugs Cited for Running Without Lights", "2019-11-04", None, True),
        ("Harbor Office Opens a Night Desk", "2019-10-21", None, True),
        ("Dredging of the Inner Basin Begins Early", "2019-10-02", None, True),
        ("Pilot Boats Get New Radios", "2019-09-12", None, True),
    ],
    "squarespace-single": [("Night Nurses Vote to Strike at Three Clinics", "2018-06-07", "BEVERTON", False)],
    "wix-divs-es": [
        ("El taller de la calle Nueve pagará las horas extra", "2019-05-03", None, True),
        ("Abre la guardería de la Unión", "2019-04-18", None, True),
        ("Marcharemos el ocho de marzo con nuestras máquinas", "2019-03-01", None, True),
    ],
    "joomla-blog-pt": [
        ("Carteiros param por um dia em defesa da entrega diária", "2017-08-21", "RECIFE", True),
        ("Bicicletas novas chegam sem freio", "2017-08-02", "RECIFE", True),
        ("Assembleia aprova pauta de reivindicações", "2017-07-19", "RECIFE", True),
    ],
    "years-of-bare-links": [
        ("Council Sues Over Cold Flats on Orchard Street", "2004-11-09", None, True),
        ("Rent Board Hears Six Hours of Testimony", "2004-10-02", None, True),
        ("Boilers Promised by September", "2004-05-17", None, True),
        ("Tenants Elect Their First Council", "2003-12-01", None, True),
        ("Landlord Returns Deposits to Ninety Families", "2003-08-22", None, True),
    ],
    "gov-advisory-definition-list": [("Ribbon cut at the Ferry Street bridge", "2021-09-03", None, False)],
    "typo3-single-de": [("Mieterverein klagt gegen Heizkostenpauschale", "2020-02-11", "Lahnstadt", False)],
    "table-1998": [
        ("FERRYMEN REFUSE NIGHT RUNS WITHOUT LIFEBOATS", "1998-04-02", "Port Ellery", True),
        ("STATE INSPECTOR FINDS ROTTED DAVITS", "1998-03-11", "Port Ellery", True),
        ("FERRYMEN ELECT NEW STEWARD", "1998-01-20", "Port Ellery", True),
    ],
    "cards-lazy-fr": [
        ("Les quais resteront ouverts aux piétons", "2022-05-30", None, True),
        ("Un ponton pour tous dès l’été", "2022-04-12", None, True),
        ("Le bruit la nuit : nos mesures", "2022-03-02", None, True),
    ],
    "single-with-related": [("Library Workers Keep the Sunday Hours", "2012-06-12", "HALLOW CITY", False)],
    "hreflang-statement": [("Declaración sobre la redada de la calle Olmo", "2016-11-14", "SAN BENITO", False)],
    # "Altmoor. Am Sonnabend": a place with a full stop alone is not told from a sentence, here and in de-single-behoerde
    "nothing-but-a-form": [],
    "drupal10-list-teasers": [
        ("Commissioner Closes Three Evaporation Pans Over Leaks", "2024-02-06", "SALTMARSH", True),
        ("Harvest Fee to Fall by a Tenth", "2024-01-23", "SALTMARSH", True),
        ("East Dike Raised Before Spring Tides", "2024-01-09", "SALTMARSH", True),
    ],
    "mailchimp-single": [
        ("Crossing Guards to Strike on First Day of School", "2018-08-28", "HIGH CROSSING, Vt.", False),
    ],
    "img-list-p": [
        ("La récolte 2016 est la plus faible depuis trente ans", "2017-04-03", None, True),
        ("Non à la route dans les marais", "2017-02-14", None, True),
        ("Meilleurs vœux et mauvais sel", "2017-01-09", None, True),
        ("Quatre salines reprises par des jeunes", "2016-11-21", None, True),
    ],
    "tabs-single-en": [
        ("Oyster Gatherers Sue Over Closed Flats", "2014-05-06", "Cold Harbor, Maine", False),
    ],
    "ghost-list": [
        ("New Sails Turn at Crane Mill After Forty Years", "2022-10-18", None, True),
        ("Millers Warn of Grain Shortage", "2022-09-02", None, True),
        ("School Visits Resume", "2022-06-21", None, True),
    ],
    "old-frame-single": [
        ("FUND OPENS HALF-WAY HOUSE FOR INJURED BARGEMEN", "1998-04-08", "MORROW, La.", False),
    ],
    "hubspot-cards": [
        ("Bakers Shut Off Ovens for One Night", "2021-11-03", None, True),
        ("Flour Dust Limits Win in Committee", "2021-10-12", None, True),
        ("Striking Bakers Give Away 600 Loaves", "2021-08-30", None, True),
    ],
    "es-gob-lista": [
        ("La Consejería limpiará 140 kilómetros de cortafuegos antes de mayo", "2019-10-23", None, True),
        ("Abierto el plazo para pedir ayudas a la resina", "2019-10-17", None, True),
        ("Dos agentes heridos en el incendio de Peñalba reciben el alta", "2019-10-04", None, True),
    ],
    "wp-block-single-fr": [
        ("Les porteurs de la gare suspendent leur grève", "2016-11-24", "Lille-sur-Vesle", False),
    ],
    "microdata-single-newsrelease": [
        ("Ice Road Closed Ten Days Early", "2010-03-19", "FORT BLEAK", False),
    ],
    "blogger-list": [
        ("Dust Masks Refused at Upper Quarry", "2011-09-13", None, True),
        ("Pension Granted to Widow of Blaster", "2011-08-29", None, True),
        ("Feast of the Stone on the Fourteenth", "2011-08-04", None, True),
    ],
    "donate-page-none": [],
    "hr-parted-1997": [
        ("Crews Accept Contract by Nine Votes", "1997-12-04", None, True),
        ("Harbor Idle in Eighth Week of Strike", "1997-11-18", None, True),
        ("Tugboat Crews Walk Out at Midnight", "1997-09-25", None, True),
    ],
    "elementor-es-single": [
        ("Rechazan recolectores el cierre de la báscula", "2023-05-11", "Tlamapa, Pue.", False),
    ],
    "senate-list-rows": [
        ("Quarles Bill on Private Wells Passes Assembly", "2016-05-27", None, True),
        ("Quarles Statement on Closing of Paper Mill", "2016-05-13", None, True),
        ("Quarles Hosts Hearing on Rural Ambulances", "2016-04-29", None, True),
        ("Quarles Welcomes $2 Million for Bridge at Sill", "2016-04-08", None, True),
    ],
    "coalition-statement-cobranded": [
        ("Twelve Groups Ask Governor to Sign Heat Bill", "2019-07-22", "SACRED OAK, Calif.", False),
    ],
    "fr-liste-accordion": [
        ("Palourdes : la Ligue refuse la fermeture totale", "2021-12-14", None, True),
        ("Grandes marées : douze conseils pour rentrer vivant", "2021-09-30", None, True),
        ("L’estran n’est pas une décharge", "2020-11-17", None, True),
        ("Reprise de la pêche à pied : ce qui est permis", "2020-06-02", None, True),
    ],
    "pt-wp-archive": [
        ("Faroleiros anunciam greve às horas noturnas", "2015-10-08", None, True),
        ("As lentes do Cabo Raso não estão à venda", "2015-08-21", None, True),
        ("Décimo congresso elege nova direção", "2015-05-30", None, True),
    ],
    "de-single-behoerde": [
        ("Deichschau 2018 ohne schwere Mängel", "2018-10-25", None, False),
    ],
    "cards-no-heading-role": [
        ("Night Crews Double After Volunteers Answer Call", "2022-02-28", None, True),
        ("On the Closing of the Mill Bridge to Ambulances", "2022-02-09", None, True),
        ("Third Rig Bought With Pancake Breakfasts", "2022-01-21", None, True),
    ],
    "month-headings-list": [
        ("Council Sues to Stop Spraying by Day", "2014-06-26", None, True),
        ("Stolen Hives Found in Orchard", "2014-06-05", None, True),
        ("Swarm Season Opens Three Weeks Early", "2014-05-19", None, True),
        ("Honey Fair Moves to the Armory", "2014-05-02", None, True),
    ],
    "single-subheads-faq": [
        ("Library Board Answers Questions on Closing of Branches", "2020-03-03", "HOLLOW BEND, Tenn.", False),
    ],
    "about-page-none": [],
    "contact-page-none": [],
    "gov-single-breadcrumbs": [
        ("Commissioner Orders Refunds for Overcharged Ferry Riders", "2017-08-15", "PORT HALLAN", False),
    ],
    "joomla-single-fr": [
        ("Les bateliers réclament un quai couvert", "2018-03-12", "Vernoy", False),
    ],
    "nationbuilder-blog": [
        ("Linen Hotel Settles With Nineteen Laundry Workers", "2017-04-20", "MARL CITY, Ohio", True),
        ("State Adopts Steam Rule After Burns", "2017-03-02", "COLUMBIA FALLS, Ohio", True),
        ("We Counted: 2,300 Hours Unpaid in 2016", "2017-01-11", None, True),
    ],
    "squarespace-blog-list": [
        ("Foxglove Wins Stay for Farmhands Facing Removal", "2021-06-14", None, True),
        ("Foxglove Names Imre Halász Director of Litigation", "2021-05-03", None, True),
        ("Tuesday Clinic Returns to the Library Basement", "2021-04-19", None, True),
    ],
    "date-block-cards": [
        ("Divers Win Clean Air Rule for Surface Pumps", "2019-03-12", None, True),
        ("Association Asks for Shorter Season After Storms", "2019-02-27", None, True),
        ("Harbor Bell Rung for Three Lost Divers", "2019-02-05", None, True),
        ("Fund for Hurt Divers Passes $100,000", "2019-01-18", None, True),
    ],
    "hand-made-single-es": [
        ("LOS SALINEROS RECHAZAN LA VENTA DEL ESTERO GRANDE", "1999-09-14", "Puerto Salado", False),
    ],
    "wordpress-single-yoast": [
        ("Street Vendors Count 1,904 Tickets in One Summer", "2018-09-17", "Grand Basin", False),
    ],
    "typo3-list-de": [
        ("Moorbahn fährt nach elf Jahren wieder", "2020-07-06", None, True),
        ("Pachtvertrag mit dem Land bis 2040 verlängert", "2020-06-18", None, True),
        ("Nach dem Brand: Verband dankt 300 Helfern", "2020-05-29", None, True),
    ],
    "aspx-table-files": [
        ("Tenders Ratify Contract With Heated Huts", "2015-11-30", None, True),
        ("Bascule Bridge Stuck Open for Six Hours, Council Warned of Worn Gears", "2015-10-13", None, True),
        ("Night Shift Pay Case Goes to Arbitration", "2015-09-22", None, True),
        ("Council Mourns Tender Killed at Slip Nine", "2015-08-04", None, True),
    ],
    "wix-single-divs": [
        ("School Cooks Ask Parents to Taste the Lunch", "2020-10-05", "WEST BARLEY, Maine", False),
    ],
    "gov-single-pt": [
        ("Barragem do Cedro passa por vistoria após as chuvas", "2020-05-04", None, False),
    ],
    "flat-headings": [
        ("League Tests 400 Ladders, Finds a Third Unsafe", "2013-10-02", "TALL PINE, Wash.", True),
        ("Water Barrels to Stand in Every Row", "2013-07-19", "TALL PINE, Wash.", True),
        ("Pickers' Bus Runs Again", "2013-05-08", "TALL PINE, Wash.", True),
    ],
    "advisory-es": [
        ("Jornaleras presentan su informe sobre calor y trabajo", "2022-06-07", None, False),
    ],
    "home-page-none": [],
    "three-full-texts": [
        ("Guild Opposes Selling of Nine Lights", "2011-06-03", "CAPE SORROW", False),
        ("Keepers Save Four From Wreck of the Adeline", "2011-03-21", "CAPE SORROW", False),
        ("New Rules for Fog Horns Are Too Quiet", "2011-01-14", "CAPE SORROW", False),
    ],
    "ago-times-only": [
        ("Winter Moorings Saved at Elbow Lock", "2021-11-04", None, True),
        ("Dredger Stuck Since Monday Is Free", "2021-10-28", None, True),
        ("Otters Return to the Summit Pound", "2021-10-11", None, True),
    ],
}


def page_named(name: str) -> Reading:
    (reading,) = read_paths([PAGES / f"{name}.html"])
    return reading


def only(name: str) -> Record:
    [record] = page_named(name).releases
    return record


def read(markup: str, address: str | None = None) -> Reading:
    reading = read_page(Text("a.html", markup), address)
    check(reading.text, reading)
    return reading


@pytest.mark.parametrize("name", KNOWN)
def test_a_page_gives_what_a_person_reads(name):
    assert [(r.headline, r.date, r.place, r.teaser) for r in page_named(name).releases] == KNOWN[name]


def test_a_list_says_where_each_of_its_releases_stands():
    assert [r.address for r in page_named("wordpress-archive").releases] == [
        "https://millriver.example/2016/03/growers-win-back-the-lower-ditch/",
        "https://millriver.example/2016/02/packing-shed-to-pay-back-wages/",
        "https://millriver.example/2016/01/well-meeting-moved/",
    ]
    assert page_named("wordpress-archive").address == "https://millriver.example/press/"


def test_a_release_keeps_its_links_its_lists_and_the_files_behind_them():
    record = only("squarespace-single")
    assert '<a href="/s/night-ward-count-2018.pdf">count of the wards</a>' in record.markup
    assert record.markup.startswith("<p>By 212 votes")  # the dateline is a field of its own
    assert record.attachments == ("night-ward-count-2018.pdf",)
    assert dict(record.files_at) == {"night-ward-count-2018.pdf": "/s/night-ward-count-2018.pdf"}
    assert "<ul><li>Central Library: noon to six</li>" in only("single-with-related").markup


def test_a_picture_keeps_its_words_and_its_caption_is_none_of_the_body():
    record = only("single-with-related")
    [picture] = record.pictures
    assert (picture.alt, picture.caption, picture.credit) == (
        "People sit on the library's stairs", "The stairs on Sunday.", "Noor Adeyo",
    )  # fmt: skip
    assert "stairs on Sunday" not in record.text


def test_the_versions_in_other_languages_are_named():
    assert only("hreflang-statement").translations == ("/en/statement-on-the-elm-street-raid",)


def test_other_releases_beside_one_are_left_over_and_menus_are_marks():
    reading = page_named("single-with-related")
    assert "Reading Rooms Reopen" in "".join(each.text for each in reading.leftovers)
    assert "page head" in {mark.why for mark in reading.marks}


def test_a_date_that_only_machines_are_told_is_taken_and_said_so():
    page = (
        "<title>Ferry Workers Ask for Rails</title><script type='application/ld+json'>"
        '{"@type":"NewsArticle","headline":"Ferry Workers Ask for Rails","datePublished":"2019-02-03T23:30:00-08:00"}'
        "</script><h1>Ferry Workers Ask for Rails</h1><p>" + "The deck is wet and there is nothing to hold. " * 6
    )
    [record] = read(page).releases
    assert record.date == "2019-02-03" and record.basis["date"] == "json-ld" and record.doubts == ()


@pytest.mark.parametrize(
    "stated",
    ["{", "[]", '{"@type": ["NewsArticle"], "headline": 5}', '{"@graph": [{"@type": "NewsArticle"}]}', "[" * 100_000],
)
def test_what_is_stated_badly_is_passed_over(stated):
    page = f"<script type='application/ld+json'>{stated}</script><h1>Ferry Workers Ask for Rails on the Deck</h1>"
    assert read(page + "<p>May 3, 2019</p><p>" + "Nothing to hold. " * 40).releases[0].date == "2019-05-03"


def test_a_page_that_states_no_encoding_or_a_wrong_one_is_read():
    page = "<html><head>{}</head><body><h1>Boletín de la Ribera</h1></body></html>"
    for meta, encoding in (
        ("<meta charset=windows-1252>", "cp1252"),
        ("<meta charset=utf-8>", "cp1252"),
        ("", "utf-8"),
    ):
        data = page.format(meta).encode(encoding)
        path = Path("a.html")
        assert (
            "Boletín" in read_page(decode(data, "a.html", path, "windows-1252" if "1252" in meta else None), None).text
        )


@pytest.mark.parametrize(
    "markup",
    [
        "<p onclick='x()'>a</p>", "<a href='javascript:x()'>a</a>", "<script>x()</script>a", "<img src=x onerror=x()>a",
        "<svg><script>x()</script></svg>a", "<iframe src='https://third.example'></iframe>a", "<style>@import 'x'</style>a",
        "<a href='data:text/html,x'>a</a>", "<math><mtext><script>x()</script></mtext></math>a",
    ],
)  # fmt: skip
def test_nothing_that_a_browser_would_execute_is_kept(markup):
    kept = clean(markup)
    assert not any(word in kept for word in ("script", "onclick", "onerror", "x()", "iframe", "data:", "style", "svg"))


@pytest.mark.parametrize(
    ("first", "count", "kept"),
    [
        (0, 99, '<strong>Port El</strong> – the <a href="x">deck</a>'), (6, 99, '– the <a href="x">deck</a>'),
        (7, 99, 'the <a href="x">deck</a>'), (0, 5, "<strong>Port E</strong>"), (9, 0, ""),
    ],
)  # fmt: skip
def test_a_part_of_a_paragraph_keeps_its_own_markup(first, count, kept):
    assert between('<strong>Port El</strong> – the <a href="x">deck</a>', first, count) == kept


def test_letters_are_counted_as_a_reader_sees_them():
    assert letters_of("<p>a &amp; b<br>c</p>") == "a&bc"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 2_900 + "Well dug", "<b>" * 2_900 + "Well dug", "<table>" * 900 + "Well dug", "<ul><li>" * 1_400 + "Well dug",
        "<p class='" + "x" * 1_000_000 + "'>Well dug", "<a href='" + "y" * 500_000 + "'>Well dug</a>", "<p>Well dug" + "\0" * 1000,
        "<li><a href=x>Well dug in Corvel by hand</a> May 3, 2014" * 3_000, "&" * 100_000 + "Well dug", "<!--" + "-" * 100_000 + "-->Well dug",
        "<h1>Well dug in Corvel by hand</h1>" * 3_000,
    ],
)  # fmt: skip
def test_no_page_holds_the_reading_up(page):
    began = time.process_time()
    assert "Well dug" in read(f"<html><body>{page}").text
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "page", ["<div>" * 400_000, "<div>" * 9_000 + "</div>" * 9_000, "<i><b>" * 30_000, "<p><span>" * 80_000]
)
def test_a_page_that_nests_without_end_is_refused_at_once(tmp_path, page):
    (tmp_path / "deep.html").write_text(f"<!doctype html><html>{page}Well dug")
    began = time.process_time()
    (reading,) = read_paths([tmp_path / "deep.html"])
    assert reading.error is not None and "one in the other" in reading.error.what
    assert time.process_time() - began < 3


def test_lines_of_links_beside_a_release_are_none_of_its_text():
    reading = page_named("gov-single-breadcrumbs")
    assert reading.releases[0].text.startswith("Commissioner Ada Whitlock today")
    marked = [reading.text[slice(*mark.span)] for mark in reading.marks if mark.why == "links beside the text"]
    assert "Share on Chirper Email this page" in marked
    assert only("gov-single-breadcrumbs").attachments == ("order-17-22-narrows-ferry.pdf",)


def test_a_day_that_only_a_time_element_states_is_taken_and_said_so():
    first = page_named("ago-times-only").releases[0]
    assert (first.date, dict(first.basis)) == ("2021-11-04", {"date": "datetime"})


def test_two_days_stated_in_one_entry_give_none():
    item = "<li><h3><a href=/{0}>The Well of {0} Is Dug by Hand</a></h3><time datetime=2021-11-04>last week</time>"
    item += "<time datetime=2021-11-09>a day ago</time><p>It took nine days.</p></li>"
    assert [r.date for r in read("<ul>" + "".join(map(item.format, ("Corvel", "Marl", "Ardley"))) + "</ul>").releases] == [
        None, None, None,
    ]  # fmt: skip


def test_headings_inside_one_text_make_no_list_of_it():
    assert only("single-subheads-faq").text.count("?") == 3


def test_elements_that_only_a_style_sheet_holds_apart_are_two_words():
    assert "12 Mar 2019" in read("<div><b class=d>12</b><b class=m>Mar</b><b class=y>2019</b></div>").text
    assert "Posted May 3" in read("<p>Posted<time datetime=2019-05-03>May 3</time></p>").text
    for one_word in ("<p><span class=cap>O</span><span class=rest>nce</span></p>", "<p><b>O</b>nce</p>"):
        assert "Once" in read(one_word).text
