"""Law 1 for documents and mail: every word that they show ends in one place, and no bytes bring a reader down."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading.documents.made import RELEASE, docx, mail, odt, p

from dateline.reading import partition
from dateline.reading.read import read_source
from dateline.reading.source import Source
from dateline.reading.work import Work

FIXTURES = Path(__file__).parents[1] / "reading" / "documents"
PDFS = sorted((FIXTURES / "pdf").glob("*.pdf"))
DOCUMENTS = sorted([*(FIXTURES / "docx").glob("*.docx"), *(FIXTURES / "odt").glob("*.odt")])
MAILS = sorted((FIXTURES / "mail").glob("*.eml"))
slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

letters = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
runs = letters.map(lambda words: f"<w:r><w:t>{_escaped(words)}</w:t></w:r>")
ELEMENTS = ("w:p", "w:ins", "w:del", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:hyperlink", "w:txbxContent", "w:fldSimple", "w:drawing", "w:pict", "w:numPr")  # fmt: skip
trees = st.recursive(
    runs,
    lambda inner: st.tuples(st.sampled_from(ELEMENTS), st.lists(inner, max_size=4)).map(
        lambda x: f"<{x[0]}>{''.join(x[1])}</{x[0]}>"
    ),
    max_leaves=25,
)


def _escaped(words):
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read(data):
    with Work() as work:
        readings = list(read_source(Source("given", Path(), data, work=work)))
    for reading in readings:
        if reading.error is None:
            partition.check(reading.text, reading)
        assert not reading.error or "could be accounted for" not in reading.error.what
    return readings


def counted(text):
    """Count letters and digits as a reader knows them: ligatures are two, and what only parts words is none."""
    return Counter(letter for letter in text.replace("ﬁ", "fi").replace("ﬂ", "fl") if letter.isalnum())


@slow
@given(st.lists(trees, max_size=12).map("".join))
def test_no_tree_of_a_word_document_brings_its_reader_down(body):
    read(docx("".join(map(p, RELEASE)) + body))


@slow
@given(st.lists(letters, min_size=1, max_size=12))
def test_no_letter_of_a_word_document_is_lost(lines):
    (reading,) = read(docx("".join(p(_escaped(line)) for line in (*RELEASE, *lines))))
    assert counted("".join((*RELEASE, *lines))) == counted(reading.text)


@slow
@given(st.lists(letters, min_size=1, max_size=12))
def test_no_letter_of_an_opendocument_text_is_lost(lines):
    body = "".join(f"<text:p>{_escaped(line)}</text:p>" for line in (*RELEASE, *lines))
    (reading,) = read(odt(body))
    assert counted("".join((*RELEASE, *lines))) == counted(reading.text)


MAIL_LINES = [
    *RELEASE, "", "> quoted", "-- ", "On Monday, May 5, 2014, Ada wrote:", "---------- Forwarded message ----------", "From: Ada <a@b.example>",
    "Sent: Monday", "Subject: Well", "View this email in your browser", "Unsubscribe", "_" * 30, "Hi all,", "please see below", "Begin forwarded message:",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(MAIL_LINES) | letters, max_size=30), st.sampled_from(["Re: Well", "Fwd: Well", "Well", ""])
)
def test_no_letter_of_a_mail_is_lost(lines, subject):
    lines = [
        line.replace("\r", " ").replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ") for line in lines
    ]
    (reading,) = read(mail(*lines, subject=subject, MIME_Version="1.0", Content_Type="text/plain; charset=utf-8"))
    missing = counted("".join(lines)) - counted(reading.text)
    assert not missing, missing


@pytest.mark.parametrize("path", PDFS, ids=[path.stem for path in PDFS])
def test_no_letter_of_a_pdf_is_lost(path):
    (reading,) = read(path.read_bytes())
    shown = Counter()
    for page in pypdfium2.PdfDocument(path.read_bytes()):
        shown += counted(page.get_textpage().get_text_range())
    assert shown == counted(reading.text)
    hyphens = sum(mark.span[1] - mark.span[0] for mark in reading.marks if mark.why.startswith("hyphens"))
    dashes = re.compile("[-‐\u00ad\ufffe\x02]")
    given_ = sum(
        len(dashes.findall(page.get_textpage().get_text_range())) for page in pypdfium2.PdfDocument(path.read_bytes())
    )
    assert len(dashes.findall(reading.text)) == given_ and hyphens <= 2 * given_


places = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8)


@slow
@given(st.sampled_from(PDFS + MAILS), places, st.floats(0.2, 1))
def test_mangled_pdfs_and_mails_are_read_or_refused(path, changes, share):
    data = bytearray(path.read_bytes())
    for place, byte in changes:
        data[int(place * (len(data) - 1))] = byte
    read(bytes(data[: int(len(data) * share)]))


@slow
@given(st.sampled_from(DOCUMENTS), places)
def test_mangled_office_documents_are_read_or_refused(path, changes):
    out = io.BytesIO()
    with zipfile.ZipFile(path) as given_, zipfile.ZipFile(out, "w") as document:
        for info in given_.infolist():
            content = bytearray(given_.read(info))
            if info.filename.endswith(".xml") and content:
                for place, byte in changes:
                    content[int(place * (len(content) - 1))] = byte
            document.writestr(info, bytes(content))
    read(out.getvalue())
    data = bytearray(path.read_bytes())
    for place, byte in changes:
        data[int(place * (len(data) - 1))] = byte
    read(bytes(data))
