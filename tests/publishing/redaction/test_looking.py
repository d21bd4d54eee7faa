"""What is found in a file: words however they are set, and why there may be more; hostile files take nobody with them."""

import io
import time
import zipfile
from collections.abc import Mapping

import pikepdf
import pytest
import typst
from PIL import Image

from dateline.publishing.redaction.inside import Looking, inside
from dateline.publishing.redaction.looking import found
from dateline.publishing.redaction.looking.found import Looked
from dateline.publishing.redaction.looking.look import environment, look
from dateline.publishing.redaction.passage import Passage

NAME = Passage("Zephyrine Quaxly")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def said_of(content: bytes, passage: Passage = NAME):
    return inside(look(content), passage)


def set_in_type(markup: str, tmp_path) -> bytes:
    return typst.Compiler(root=str(tmp_path), ignore_system_fonts=True).compile(markup.encode(), format="pdf")


def pdf(*pages: str, **also: object) -> bytes:
    """Make a PDF with a line of text on each page; `also`: an action on the document before it is saved."""
    out = io.BytesIO()
    with pikepdf.new() as document:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )  # fmt: skip
        for said in pages:
            page = document.add_blank_page()
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.Contents = document.make_stream(f"BT /F 12 Tf 40 400 Td {said} ET".encode("cp1252"))
        if change := also.pop("change", None):
            change(document)
        document.save(out, **also)
    return out.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def document(body: str) -> dict[str, str | bytes]:
    return {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'}


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "said",
    [
        "(I, Zephyrine Quaxly, say.) Tj",
        "(I, Zephy) Tj (rine Qua) Tj (xly, say.) Tj",
        "[(I, Zep) 20 (hyri) -15 (ne) -300 (Quaxly, say.)] TJ",
        "(ZEPHYRINE) Tj 0 -14 Td (QUAXLY) Tj",
        "<492c205a6570687972696e6520517561786c79> Tj",
        "3 Tr (Zephyrine Quaxly) Tj",
        "(Zephyrine \\251uaxly) Tj".replace("\\251", "\\121"),
    ],
    ids=["plain", "in parts", "kerned", "two lines", "hexadecimal", "unseen", "octal"],
)
def test_words_on_a_page_of_a_pdf_are_met_however_they_are_written(said):
    assert said_of(pdf("(One.) Tj", said)).stands


def test_words_in_a_font_of_its_own_parted_at_a_lines_end_are_met(tmp_path):
    markup = '#set text(hyphenate: true, lang: "en")\n#block(width: 52pt)[the extraordinarily small house]'
    content = set_in_type(markup, tmp_path)
    assert "extraordinarily" not in " ".join(look(content).texts[:1]).split()
    assert said_of(content, Passage("extraordinarily small")).stands


def annotate(subtype: str, **told: object):
    def change(document: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(subtype), Rect=pikepdf.Array([0, 0, 9, 9]), **told
        )
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])

    return change


def enclose(content: bytes):
    def change(document: pikepdf.Pdf) -> None:
        document.attachments["x"] = content

    return change


def title_it(document: pikepdf.Pdf) -> None:
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        told["dc:title"] = "Zephyrine Quaxly"


@pytest.mark.parametrize(
    "change",
    [
        annotate("/Text", Contents="for Zephyrine Quaxly"),
        annotate("/Widget", FT=pikepdf.Name.Tx, V="Zephyrine Quaxly"),
        lambda document: document.docinfo.__setitem__("/Author", "Zephyrine Quaxly"),
        title_it,
        enclose(pdf("(Zephyrine Quaxly) Tj")),
        enclose(packed(document("<w:p><w:r><w:t>Zephyrine Quaxly</w:t></w:r></w:p>"))),
    ],
    ids=["note", "field", "author", "title", "pdf within", "document within"],
)
def test_words_beside_the_pages_of_a_pdf_are_met(change):
    assert said_of(pdf("(One.) Tj", change=change)).stands


def test_a_pdf_of_words_alone_is_known_not_to_say_it(tmp_path):
    assert said_of(pdf("(One.) Tj", "(Two, with Zephyrine Quax.) Tj")) == inside(look(b"One."), NAME)
    assert said_of(set_in_type("= Heat\n\nThe board voted. #table(columns: 2)[a][b]", tmp_path)).why_unsure == ""


def with_picture(document: pikepdf.Pdf) -> None:
    image = document.make_stream(bytes(3), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1)
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
    document.pages[0].Resources.XObject = pikepdf.Dictionary(I=image)
    document.pages[0].contents_add(b"q 90 0 0 90 9 9 cm /I Do Q")


def with_outlines(document: pikepdf.Pdf) -> None:
    letter = b"0 0 m 9 0 l 9 9 l 0 9 l 4 4 l 5 5 l 6 2 l h f "
    document.pages[0].contents_add(letter * 4)


def with_codes(document: pikepdf.Pdf) -> None:
    font = document.pages[0].Resources.Font.F
    font.Encoding = pikepdf.Dictionary(Differences=pikepdf.Array([0x8D, pikepdf.Name("/uniE000")]))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pdf("(One.) Tj", ""), found.NO_TEXT),
        (pdf("(One.) Tj", change=with_picture), found.PICTURES),
        (pdf("(One.) Tj", change=with_outlines), found.DRAWINGS),
        (pdf("(One.) Tj", change=annotate("/Stamp")), found.NOTES),
        (pdf("(One.) Tj", encryption=pikepdf.Encryption(owner="x", user="y")), found.LOCKED),
        (pdf("(One.) Tj")[:300], found.DAMAGED),
        (b"%PDF-1.7 nothing", found.DAMAGED),
        (pdf("(One.) Tj") + b"\n%%EOF", found.OTHERS),
        (pdf("(One.) Tj", change=enclose(picture())), found.PICTURES),
        (picture(), found.PICTURES),
        (packed({**document("<w:p/>"), "word/media/image1.png": picture()}), found.PICTURES),
        (packed({**document("<w:p/>"), "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\0\1"}), found.UNKNOWN),
        (b"PK\x03\x04 and no more", found.DAMAGED),
        (pdf("(One \\215) Tj", change=with_codes), found.LETTERS),
        (packed({"a.zip": packed({"b.zip": packed({"c.zip": packed({"d.zip": packed({"e": "x"})})})})}), found.OTHERS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), found.UNKNOWN),
        (rb"{\rtf1 Zephy\par rine}", found.OTHERS),
        (b"Subject: x\nContent-Transfer-Encoding: base64\n\nWmVwaHlyaW5l", found.OTHERS),
        (b"I, Z e p h y r i n e Q u a x l y, say", found.SPACED),
    ],
)  # fmt: skip
def test_why_a_file_may_say_more_than_was_read_is_told(content, why):
    said = said_of(content)
    assert not said.stands and said.why_unsure == why


def sheet(*rows: tuple[int, ...], shared=("One", "Zephyrine", "Quaxly")) -> bytes:
    cells = "".join("<row>" + "".join(f'<c t="s"><v>{number}</v></c>' for number in row) + "</row>" for row in rows)
    strings = "".join(f"<si><t>{each}</t></si>" for each in shared)
    return packed(
        {
            "xl/workbook.xml": f'<workbook xmlns="{X}"/>',
            "xl/sharedStrings.xml": f'<sst xmlns="{X}">{strings}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{X}"><sheetData>{cells}</sheetData></worksheet>',
        }
    )


@pytest.mark.parametrize(
    "content",
    [
        packed(document("<w:p><w:r><w:t>I, Zephy</w:t></w:r><w:r><w:t>rine Quaxly, say</w:t></w:r></w:p>")),
        packed(document("<w:p><w:r><w:t>Zephyrine</w:t><w:tab/><w:t>Quaxly</w:t></w:r></w:p>")),
        packed({**document("<w:p/>"), "word/comments.xml": f'<w:c xmlns:w="{W}" w:author="Zephyrine Quaxly"/>'}),
        packed({**document("<w:p/>"), "docProps/core.xml": "<c><creator>Zephyrine Quaxly</creator></c>"}),
        packed({**document("<w:p/>"), "word/embeddings/s.xlsx": sheet((1, 2), shared=("x", "Zephyrine", "Quaxly"))}),
        packed({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "Zephyrine">]><x>&a; Quaxly</x>'}),
        packed({**document("<w:p/>"), "word/media/Zephyrine Quaxly.png": picture()}),
        sheet((0, 2), (1, 3), shared=("One", "Zephyrine", "x", "Quaxly")),
        packed({"ppt/slides/slide1.xml": f'<p xmlns:a="{A}"><a:p><a:r><a:t>Zephyrine </a:t></a:r><a:r><a:t>Quaxly'
                                         "</a:t></a:r></a:p></p>"}),
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml":
                f'<o:d xmlns:o="{OFFICE}" xmlns:t="{TEXT}"><t:p>I, <t:span>Zephy</t:span>rine<t:s/>Quaxly</t:p></o:d>'}),
        "Zephyrine Quaxly".encode("utf-16-le") + b"\1\0",
        b"\1" + "Zephyrine Quaxly".encode("utf-16-le"),
        "Señora Zephyrine Quaxly".encode("cp1252"),
        b"Zephyrine&nbsp;Quaxly",
        picture() + b"Zephyrine Quaxly",
    ],
)  # fmt: skip
def test_words_in_every_other_kind_of_file_are_met(content):
    assert said_of(content).stands


def test_words_of_two_strings_that_stand_apart_are_not_taken_for_one():
    apart = {**document('<w:p w:a="Zephyrine" w:b="Quaxly"/>'), "Zephyrine": "", "Quaxly": ""}
    assert not said_of(packed(apart)).stands
    assert not said_of(sheet((1, 0), (2, 0))).stands  # above each other


def test_a_sheet_of_words_alone_is_known_not_to_say_it():
    assert said_of(sheet((0, 1), shared=("One", "Two"))).why_unsure == ""


def looping() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        pages = document.Root.Pages
        pages.Kids.append(pages)
        pages.Parent = pages

    return pdf("(One.) Tj", change=change)


def laughing() -> bytes:
    entities = '<!ENTITY a "Zephyrine ">' + "".join(
        f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
    )
    return packed({"word/document.xml": f"<!DOCTYPE x [{entities}]><x>&j;</x>"})


def bomb(size: int, part: bytes = b" ") -> bytes:
    return packed({"word/document.xml": b"<x>" + part * (size // len(part)) + b"</x>"})


@pytest.mark.parametrize(
    "content",
    [
        looping(),
        laughing(),
        bomb(250_000_000),
        bomb(60_000_000, b"<a/>"),
        packed({"word/document.xml": "<a>" * 100_000}),
    ],
    ids=["pages in a circle", "entities that grow", "larger than it says", "a tree without end", "a shaft"],
)
def test_a_hostile_file_ends_soon_and_is_never_known_not_to_say_it(content):
    began = time.monotonic()
    said = said_of(content)
    assert time.monotonic() - began < 25
    assert not said.stands and said.why_unsure


def test_one_that_unpacks_to_more_than_there_is_memory_for_is_not_unpacked():
    assert look(bomb(250_000_000)) == Looked((), (found.TOO_LARGE,))


def test_one_that_takes_too_long_has_given_what_was_read_until_then():
    looked = look(pdf("(Zephyrine Quaxly) Tj", *["(One two three. ) Tj " * 90] * 6_000), seconds=3)
    assert found.TOO_LONG in looked.doubts
    assert inside(looked, NAME).stands


def test_when_the_time_for_all_files_is_over_the_rest_is_for_a_person():
    looking = Looking(NAME, seconds=0.5)
    said = looking.inside(pdf("(Zephyrine Quaxly) Tj"))
    assert (said.stands, said.why_unsure) == (False, found.TOO_LONG)


def test_more_text_than_can_be_looked_through_is_said():
    said = said_of(b"One two. " * 700_000)
    assert (said.stands, said.why_unsure) == (False, found.TOO_MUCH)


def test_the_reader_is_told_no_secret(monkeypatch):
    monkeypatch.setenv("DATELINE_SECRET_KEY", "xylosecret")
    assert set(environment()) == {"PYTHONPATH", "PYTHONIOENCODING"} and "xylosecret" not in str(environment())
