"""Every PDF as a screen reader and an eye meet it; every picture as an eye does."""

import io
from contextlib import closing
from itertools import pairwise

import lxml.html
import pikepdf
import pypdfium2
import pytest
from pdfs import tags_of, told_of_itself
from PIL import Image, ImageStat

# Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that we use.
ROLES = frozenset(
    [
        "Document",
        "Part",
        "Div",
        "P",
        "H1",
        "H2",
        "H3",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "BlockQuote",
        "Span",
        "Strong",
        "Em",
        "Link",
        "Figure",
        "Caption",
        "Table",
        "TR",
        "TH",
        "TD",
    ]
)


@pytest.fixture(scope="module")
def pdfs(told) -> dict[str, bytes]:
    found = {name: content for name, content in told.files.items() if name.endswith("/release.pdf")}
    assert len(found) > 12
    return found


def test_every_pdf_can_be_read_by_a_screen_reader(told, pdfs):
    for name, content in pdfs.items():
        page = lxml.html.fromstring(told.files[name.replace("release.pdf", "index.html")])
        headline = page.find(".//h1")
        with pikepdf.open(io.BytesIO(content)) as document:
            root = document.Root
            assert root.MarkInfo.Marked and "/StructTreeRoot" in root, name
            assert root.ViewerPreferences.DisplayDocTitle, name
            assert all(each.get("/Tabs") == "/S" for each in document.pages if "/Annots" in each), name
        said = told_of_itself(content)
        assert " ".join(said["/Title"].split()) == " ".join(headline.text_content().split()), name
        assert said["language"] == (headline.get("lang") or page.get("lang")), name
        assert "<pdfuaid:part>1</pdfuaid:part>" in said["xmp"], name


def test_headings_of_every_pdf_leave_no_level_out_and_figures_are_described(pdfs):
    figures = 0
    for name, content in pdfs.items():
        tags = tags_of(content)
        roles = [role for role, _ in tags]
        assert set(roles) <= ROLES, (name, set(roles) - ROLES)
        levels = [int(role[1]) for role in roles if role in ("H1", "H2", "H3")]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name
        assert roles.count("LI") == roles.count("LBody"), name
        described = [alt for role, alt in tags if role == "Figure"]
        assert all(described), name
        figures += len(described)
    assert figures == 3  # the one picture, in each version of its release


def test_every_page_of_every_pdf_has_ink_on_it_and_none_at_its_edges(pdfs):
    for name, content in pdfs.items():
        with closing(pypdfium2.PdfDocument(content)) as document:
            for number in range(len(document)):
                with closing(document[number]) as page:
                    drawn = page.render(scale=0.5).to_pil().convert("L")
                inked = sum(drawn.histogram()[:160]) / (drawn.width * drawn.height)
                assert inked > 0.004, (name, number, inked)
                middle = drawn.copy()
                middle.paste(255, (12, 12, drawn.width - 12, drawn.height - 12))
                assert ImageStat.Stat(middle).extrema[0][0] > 200, (name, number)


def test_every_picture_shows_something_and_says_nothing_of_its_camera(told):
    held = [name for name in told.files if name.endswith((".png", ".jpg"))]
    assert len(held) > 10
    for name in held:
        with Image.open(io.BytesIO(told.files[name])) as picture:
            assert not picture.getexif(), name
            darkest, lightest = ImageStat.Stat(picture.convert("L")).extrema[0]
            assert lightest - darkest > 100, name
        assert b"Camera" not in told.files[name]
