"""A page that is one release stays one, and its headline is none of the lines that only look like it."""

import pytest

from dateline.reading import Reading, Record
from dateline.reading.decode import Text
from dateline.reading.printed import read_printed

PROSE = (
    "Members of the local voted on Sunday to authorize a strike at both garages, after two years in which the authority "
    "answered none of the complaints that they had brought to it about the lifts and the brakes of the older buses."
)
LETTERHEAD = "UNITED LAMP WORKERS LOCAL 9\n12 QUARRY ROAD, SUITE 2\n\nFOR IMMEDIATE RELEASE\n\nJune 3, 2018\n\n"
CONTACTS = "CONTACT:\nAda Quill\nCommunications Director\n(570) 555-0146\naquill@lamps.example\n\nBo Reyes\nPresident, Local 9\n(570) 555-0147\n\n"
HEAD = "LAMP WORKERS VOTE 211 TO 9 TO AUTHORIZE\nSTRIKE AT BOTH GARAGES\n\n"
BODY = f"DUNMORE, Pa., June 3 – {PROSE}\n\nWhat happens next\n\n{PROSE}\n\n"
ABOUT = f"About United Lamp Workers\n\nUnited Lamp Workers Local 9 was founded on May 3, 1904. {PROSE}\n\n"


def read(text: str) -> Reading:
    return read_printed(Text("page.txt", text))


def only(text: str) -> Record:
    [record] = read(text).releases
    return record


def test_a_letterhead_is_no_headline_and_capitals_on_two_lines_are_one():
    record = only(LETTERHEAD + CONTACTS + HEAD + BODY + "###\n\n" + ABOUT)
    assert record.headline == "LAMP WORKERS VOTE 211 TO 9 TO AUTHORIZE STRIKE AT BOTH GARAGES"
    assert record.date == "2018-06-03"


def test_two_contacts_in_a_row_are_two_people():
    record = only(LETTERHEAD + CONTACTS + HEAD + BODY + "###\n")
    assert [c.name for c in record.contacts] == ["Ada Quill", "Bo Reyes"]
    assert [c.phone for c in record.contacts] == ["(570) 555-0146", "(570) 555-0147"]


def test_related_news_at_the_foot_are_left_over():
    foot = (
        "Related\n\nClinic Opens on Saturdays in Pike\nMay 2, 2018\n\nBoard Elects Three New Members\nMarch 28, 2018\n"
    )
    reading = read("Lamp Workers Vote to Authorize a Strike\n\nJune 3, 2018\n\n" + BODY + BODY + foot)
    assert [r.headline for r in reading.releases] == ["Lamp Workers Vote to Authorize a Strike"]
    assert "Clinic Opens" in " ".join(left.text for left in reading.leftovers)


def test_a_section_about_the_sender_is_no_release():
    assert len(read("Lamp Workers Vote to Authorize a Strike\n\nJune 3, 2018\n\n" + BODY + ABOUT).releases) == 1


def test_two_whole_releases_stay_two():
    first = "FOR IMMEDIATE RELEASE\n\nLamp Workers Vote to Authorize a Strike\n\n" + BODY + BODY + "###\n\n"
    second = first.replace("Lamp Workers Vote to Authorize a Strike", "Strike Is Off After a Night of Talks")
    heads = [r.headline for r in read(first + second).releases]
    assert heads == ["Lamp Workers Vote to Authorize a Strike", "Strike Is Off After a Night of Talks"]


def test_the_subject_of_a_letter_is_its_headline_without_the_label():
    head = "May 9, 2017\n\nFROM: The undersigned\nTO: The Board of Commissioners\nRE: The closing of the winter shelter\n\nDear Commissioners:\n\n"
    assert only(head + f"{PROSE}\n\n" * 4).headline == "The closing of the winter shelter"


def test_a_byline_is_no_headline():
    head = "La planta cierra y despide a su personal\n\nEscrito por Gabinete de Prensa\nPublicado: 14 Marzo 2016\n\n"
    record = only(head + f"{PROSE}\n\n" * 4)
    assert (record.headline, record.date) == ("La planta cierra y despide a su personal", "2016-03-14")


def test_close_candidates_for_the_headline_are_doubted():
    head = "Lamp Workers Vote to Authorize a Strike\n\nJune 3, 2018\n\nDrivers Join Picket Lines at Four Depots\n\n"
    assert "headline-unsure" in [d.code for d in only(head + f"{PROSE}\n\n" * 4).doubts]


def test_a_name_of_a_file_may_hold_small_words_and_spaces():
    record = only(LETTERHEAD + HEAD + BODY + "Download: Bridge letter of april 2020 - summary.pdf\n\n###\n")
    assert record.attachments == ("Bridge letter of april 2020 - summary.pdf",)


def test_a_contact_below_the_signatures_of_an_open_text_is_its_own():
    release = only(
        "NOTA PÚBLICA\n\nSobre el desalojo de la calle Sosiego\n\nLa Junta de Vivienda informa que cuarenta y tres familias "
        "fueron sacadas de un edificio vacío desde hace años.\n\nRibera Alta, 5 de junio de 2019.\n\nJunta de Vivienda\n"
        "Colectivo Orilla\n\nPrensa: Talía Nune, (555) 555-0177, prensa@junta.example\n"
    )
    assert [contact.email for contact in release.contacts] == ["prensa@junta.example"]


EMBARGOED = "EMBARGOED UNTIL {}\n\n" + HEAD + BODY + "###\n"


def test_an_embargo_whose_moment_is_shown_is_left_to_the_import_which_knows_the_day():
    record = only(EMBARGOED.format("6 A.M., JUNE 4, 2018"))
    assert record.embargo == "2018-06-04T06:00:00"
    assert "embargo" not in [doubt.code for doubt in record.doubts]


def test_an_embargo_whose_moment_is_not_sure_is_doubted():
    for until in ("MONDAY AT 6 A.M.", "6 A.M., 4/6/2018"):
        assert "embargo" in [doubt.code for doubt in only(EMBARGOED.format(until)).doubts], until


def test_a_line_of_topics_behind_the_end_mark_is_the_releases_and_no_leftover():
    for words in ("Filed under:", "Tags:", "Categories:", "Archivado en:", "Temas:", "Etiquetas:", "Mots-clés :"):
        reading = read(HEAD + BODY + f"###\n\n{words} Rent board, Language access, Housing\n")
        assert reading.releases[0].topics == ("Rent board", "Language access", "Housing"), words
        assert reading.leftovers == (), words


def test_the_opening_of_a_statement_is_no_headline_but_its_text():
    opening = "The president of the Guild of Lock Keepers, Percy Lamont, issued the following statement today:"
    record = only(f"June 3, 2018\n\nFOR IMMEDIATE RELEASE\n\n{opening}\n\n" + f"“{PROSE}”\n\n" * 5 + "###\n")
    assert (record.headline, record.date) == (None, "2018-06-03")


@pytest.mark.parametrize(
    "headline", ["Statement on the fire at 77 Hawser Street", "Vigil for the residents of 77 Hawser Street"]
)
def test_a_street_within_a_sentence_makes_no_address_of_a_headline(headline):
    text = (
        "HARBOR TENANTS UNION\n14 Quay Street, Port Ellery\n\nFOR IMMEDIATE RELEASE\n\n"
        f"{headline}\n\nPORT ELLERY, May 6, 2024 — Two neighbors died on Sunday.\n\n###\n"
    )
    assert only(text).headline == headline
