"""A document that can't be read is refused by name, with what to do; none takes memory, names or time from its reader."""

import io
import zlib

import pikepdf
import pytest
from PIL import Image

from reading.documents.made import RELEASE, W, docx, mail, odt, only, p, pdf, readings_of, zipped

BODY = "".join(map(p, RELEASE))


def refusal_of(data):
    reading = only(data)
    assert reading.error is not None and reading.error.todo and not reading.releases
    return reading.error.what


def scanned(pages):
    pictures = [Image.new("L", (400, 520), 200) for _ in range(pages)]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:])
    return out.getvalue()


def changed(data, change):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        change(document, out)
    return out.getvalue()


def test_a_scanned_pdf_is_said_to_be_scanned_and_how_many_pages_it_has():
    assert "is scanned: 3 pages" in refusal_of(scanned(3))


def test_a_pdf_with_one_scanned_page_is_read_and_the_page_is_named(tmp_path):
    text = pdf("\n\n".join(RELEASE[:-1]).replace("@", "\\@"), tmp_path)

    def join(document, out):
        with pikepdf.open(io.BytesIO(scanned(1))) as other:
            document.pages.extend(other.pages)
            document.save(out)

    (release,) = only(changed(text, join)).releases
    assert release.headline == RELEASE[3]
    assert "(2)" in next(doubt.sentence for doubt in release.doubts if doubt.code == "scanned-pages")


def test_an_empty_pdf_holds_no_text(tmp_path):
    assert "1 page and no text" in refusal_of(pdf("#pagebreak(weak: true)", tmp_path))


def test_a_locked_pdf_is_not_guessed(tmp_path):
    lock = pikepdf.Encryption(user="a", owner="b")
    locked = changed(pdf("A well.", tmp_path), lambda document, out: document.save(out, encryption=lock))
    assert "locked" in refusal_of(locked)


def test_a_pdf_that_may_not_be_printed_but_opens_is_read(tmp_path):
    lock = pikepdf.Encryption(user="", owner="b")
    source = "\n\n".join(RELEASE[:-1]).replace("@", "\\@")
    locked = changed(pdf(source, tmp_path), lambda document, out: document.save(out, encryption=lock))
    assert only(locked).releases[0].headline == RELEASE[3]


def test_half_a_pdf_is_damaged_or_read_whole(tmp_path):
    data = pdf("A well was dug in Corvel.", tmp_path)
    assert "damaged" in refusal_of(data[: len(data) // 3])


def test_a_pdf_of_too_many_pages_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.reading.formats.pdf.MAX_PAGES", 3)
    assert "4 pages" in refusal_of(pdf("\n#pagebreak()\n".join(["Well"] * 4), tmp_path))


def test_a_pdf_of_too_many_letters_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("dateline.reading.formats.pdf.MAX_GLYPHS", 100)
    assert "more than 100 characters" in refusal_of(pdf("well " * 40, tmp_path))


@pytest.mark.parametrize("packings", [1, 2])
def test_a_pdf_that_unpacks_to_more_than_print_holds_is_refused_before_it_is_opened(packings):
    content, filters = b" " * 9_000_000, b"/FlateDecode " * packings
    for _ in range(packings):
        content = zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Length %d/Filter[%b]>>\nstream\n%b\nendstream" % (len(content), filters, content),
    ]
    numbered = b"".join(b"%d 0 obj\n%b\nendobj\n" % each for each in enumerate(objects, 1))
    assert "unpack to more than 8 MB" in refusal_of(b"%PDF-1.4\n" + numbered + b"trailer<</Root 1 0 R/Size 5>>")


def test_a_bomb_of_a_zip_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr("dateline.reading.office.package.MAX_XML_BYTES", 1_000_000)
    bomb = f"<w:document {W}><w:body><w:p><w:r><w:t>" + "a" * 2_000_000 + "</w:t></w:r></w:p></w:body></w:document>"
    assert "larger than 1 MB" in refusal_of(zipped({"word/document.xml": bomb}))


def test_all_parts_together_have_a_limit(monkeypatch):
    monkeypatch.setattr("dateline.reading.office.package.MAX_UNPACKED_BYTES", 2_000)
    assert "larger than" in refusal_of(docx(BODY, styles="<a>" + "b" * 1_900 + "</a>"))


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr("dateline.reading.office.package.MAX_PARTS", 3)
    assert "4 parts" in refusal_of(docx(BODY))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;&a;">]>',
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a SYSTEM "http://corvel.example/a.dtd">',
    ],
)
def test_xml_that_declares_a_type_is_refused(declaration):
    body = f"<w:document {W}><w:body>{BODY}</w:body></w:document>"
    assert "document type" in refusal_of(zipped({"word/document.xml": declaration + body}))


def test_elements_a_thousand_deep_are_refused():
    assert "damaged" in refusal_of(docx("<w:sdt>" * 1000 + "</w:sdt>" * 1000))


def test_a_part_that_is_missing_is_damage_and_no_crash():
    assert "damaged" in refusal_of(zipped({"word/other.xml": "<a/>"}))


def test_a_name_that_leads_out_of_the_document_is_only_a_name():
    picture = '<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="x"/></w:drawing></w:r></w:p>'
    relations = '<Relationship Id="x" Type="image" Target="../../../../etc/hostname"/>'
    reading = only(docx(BODY + picture, relations))
    assert reading.releases and reading.files == {}


def test_a_document_of_pictures_alone_may_be_a_scan():
    picture = '<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="x"/></w:drawing></w:r></w:p>'
    assert "it may be a scan" in refusal_of(docx(picture, '<Relationship Id="x" Type="image" Target="media/a.png"/>'))


@pytest.mark.parametrize(
    ("data", "what", "todo"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old Word", ".docx"),
        (b"{\\rtf1\\ansi Well}", "RTF", ".docx"),
        (b"PK\x03\x04" + b"\x00" * 60, "zipped", ""),
        (b"x\x9f>\x22" + b"\x01" * 60, "winmail.dat", "send it again"),
    ],
)
def test_what_is_not_read_is_refused_by_name(data, what, todo):
    reading = only(data)
    assert what in reading.error.what and todo in reading.error.todo


def test_an_odt_without_content_is_damaged():
    assert "damaged" in refusal_of(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "meta.xml": "<a/>"}))


def test_an_empty_odt_holds_no_text():
    assert "no text" in refusal_of(odt("<text:p/>"))


def test_an_encrypted_mail_is_refused():
    data = mail(
        "--x",
        "Content-Type: application/octet-stream",
        "",
        "?",
        "--x--",
        Content_Type='multipart/encrypted; boundary="x"',
    )
    assert "encrypted" in refusal_of(data)


def test_a_mail_of_parts_within_parts_is_refused():
    opening = "".join(f'Content-Type: multipart/mixed; boundary="x{n}"\n\n--x{n}\n' for n in range(1, 200))
    assert "one in the other" in refusal_of(mail("--x0", opening, Content_Type='multipart/mixed; boundary="x0"'))


def test_a_mail_in_a_mail_in_a_mail_is_not_followed_for_ever():
    data = mail(*RELEASE)
    for _ in range(8):
        data = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + data
    assert any(reading.error and "more than" in reading.error.what for reading in readings_of(data))


def test_a_mail_above_the_limit_leaves_the_others_of_its_mailbox(monkeypatch):
    monkeypatch.setattr("dateline.reading.formats.mbox.MAX_DOCUMENT_BYTES", 2_000)
    line = b"From a@b.example Mon Mar  3 08:00:00 2014\n"
    readings = readings_of(line + mail("well " * 900) + b"\n" + line + mail(*RELEASE) + b"\n")
    assert readings[0].error is not None and readings[1].releases[0].headline == RELEASE[3]
