"""Which dateline a paragraph opens with, in the forms that are printed, and what only looks like one."""

import pytest

from dateline.reading.finding.datelines import dateline_at

REST = "The well was opened on Sunday by the oldest neighbor."

FORMS = [
    ("(October 9, 2014, Corvel) – ", "Corvel", "2014-10-09"),
    ("(October 9, 2014, Corvel) -- ", "Corvel", "2014-10-09"),
    ("(October 9, 2014, Corvel – ", "Corvel", "2014-10-09"),
    ("(Corvel, October 9, 2014) – ", "Corvel", "2014-10-09"),
    ("Corvel, 9 octobre 2014) ", "Corvel", "2014-10-09"),
    ("CORVEL, Calif. (Oct. 9, 2014) — ", "CORVEL, Calif.", "2014-10-09"),
    ("CORVEL, CA, Oct. 9, 2014 /SteelWire/ -- ", "CORVEL, CA", "2014-10-09"),
    ("CORVEL, FL — October 9, 2014 — (WIRE OF NEWS) — ", "CORVEL, FL", "2014-10-09"),
    ("CORVEL – ", "CORVEL", None),
    ("CORVEL--", "CORVEL", None),
    ("CORVEL—", "CORVEL", None),
    ("Corvel, Ore.--", "Corvel, Ore.", None),
    ("WASHINGTON  ", "WASHINGTON", None),
    ("Washington, D.C.  ", "Washington, D.C.", None),
    ("June 12, 2014 | ", None, "2014-06-12"),
    ("Los Ángeles, 9 de octubre de 2014.— ", "Los Ángeles", "2014-10-09"),
    ("México, D.F., a 9 de octubre de 2014.-- ", "México, D.F.", "2014-10-09"),
    ("Corvel, Ver., 9-X-2014.-- ", "Corvel, Ver.", "2014-10-09"),
    ("Corvel, California/Oaxaca, México. 9 de octubre de 2014.- ", "Corvel, California/Oaxaca, México", "2014-10-09"),
    ("Corvel.- ", "Corvel", None),
    ("CORVEL, le 9 octobre 2014 – ", "CORVEL", "2014-10-09"),
    ("Corvel (SP), 9 de outubro de 2014 – ", "Corvel (SP)", "2014-10-09"),
    ("BERLIN, 9. Oktober 2014 – ", "BERLIN", "2014-10-09"),
    ("Oct. 9, 2014 (PORTLAND) – ", "PORTLAND", "2014-10-09"),
]

NOT_DATELINES = [
    "Statement – The board has met and will meet again on Monday.",
    "A well-known man has died in the village where he was born.",
    "Ada Marsh, who grew up here, has led the school since 2006.",
    "What: A walk along the river to the old mill and back again.",
    "January 17th was cold and the pump froze before the morning.",
    "For the weekend, all wells are open from eleven until seven.",
    "Radio Ferry, 2/02/2021: an interview about the well and the water.",
]


@pytest.mark.parametrize(("opening", "place", "date"), FORMS)
def test_a_dateline_is_read_whole(opening, place, date):
    found = dateline_at(opening + REST)
    assert found is not None and (opening + REST)[found.body :] == REST
    said = (opening + REST)[slice(*found.place)].rstrip(".") if found.place else None
    assert said == (place.rstrip(".") if place else None)
    day = found.date.day() if found.date else None
    assert (day.isoformat() if day else None) == date


@pytest.mark.parametrize("text", NOT_DATELINES)
def test_what_only_looks_like_a_dateline_is_none(text):
    found = dateline_at(text)
    assert found is None or found.strength < 2
