"""Each document here beside what a person reads in it; all organizations, people and places in them are invented.

They come from typst, Chromium's and LibreOffice's prints, a library that draws line by line or word by word, Word files of two
libraries and mails as programs send them. `pdf/` words that are known to be read wrongly are named below, with why.
"""

import json
from pathlib import Path

import pytest

from dateline.reading.read import read_source
from dateline.reading.source import Source
from dateline.reading.work import Work

FOLDER = Path(__file__).parent
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))

WRONG = {
    "pdf/letterhead-grid.pdf": "one hyphen in the document, and no word says whether 'With-out' was parted: it stays",
    "pdf/three-pages-footnotes.pdf": "the same",
    "pdf/chromium-indents.pdf": "an unlabelled contact under a letterhead",
    "pdf/letter-statement.pdf": "a letterhead's own number is taken for a contact",
    "pdf/zwei-spalten.pdf": "a German number without a sign in it is taken for a role",
}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=WRONG[name], strict=True) if name in WRONG else ())
        for name in EXPECTED
    ],
)
def test_a_document_is_read_as_a_person_reads_it(name):
    with Work() as work:
        readings = list(read_source(Source(name, FOLDER / name, work=work)))
    assert not [reading.error for reading in readings if reading.error]
    releases = [release for reading in readings if not reading.is_handed_out for release in reading.releases]
    found = [
        {
            "headline": release.headline, "date": release.date, "place": release.place,
            "attachments": list(release.attachments), "phones": [contact.phone for contact in release.contacts],
            "opening": expected["opening"] and " ".join(release.text.split())[: len(expected["opening"])],
        }
        for release, expected in zip(releases, EXPECTED[name], strict=True)
    ]  # fmt: skip
    assert found == EXPECTED[name]
