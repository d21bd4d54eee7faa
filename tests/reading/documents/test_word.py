"""A Word document or an OpenDocument text is read as print shows it with all changes accepted; the rest is counted, never text."""

import json

import pytest

from reading.documents.made import O_NAMES, RELEASE, W, docx, odt, only, p, relation

BODY = "".join(map(p, RELEASE))
RUN = "<w:r><w:t>{}</w:t></w:r>"


def with_paragraph(paragraph, **parts):
    lines = [*map(p, RELEASE[:-1]), f"<w:p>{paragraph}</w:p>", p(RELEASE[-1])]
    return docx("".join(lines), **parts)


def codes(release):
    return [doubt.code for doubt in release.doubts]


def test_a_release_is_read_and_its_body_has_markup():
    (release,) = only(docx(BODY)).releases
    assert (release.headline, release.date, release.place) == (RELEASE[3], "2014-03-03", "CORVEL, Ohio")
    assert release.contacts[0].email == "ada@corvel.example"
    assert release.markup.startswith("<p>The well is nine meters deep") and release.doubts == ()


@pytest.mark.parametrize(
    "change",
    [
        '<w:del w:id="1"><w:r><w:delText>GONE</w:delText></w:r></w:del>',
        '<w:del w:id="1"><w:r><w:t>GONE</w:t></w:r></w:del>',
        '<w:moveFrom w:id="1"><w:r><w:t>GONE</w:t></w:r></w:moveFrom>',
        '<w:ins w:id="2"><w:del w:id="1"><w:r><w:delText>GONE</w:delText></w:r></w:del></w:ins>',
    ],
)
def test_what_a_change_took_out_appears_in_no_output_and_is_counted(change):
    reading = only(with_paragraph(RUN.format("It is open.") + change))
    assert "GONE" not in json.dumps(reading.to_json()) and "It is open." in reading.releases[0].text
    assert "tracked-changes" in codes(reading.releases[0])


def test_deleted_rows_and_cells_are_no_text():
    table = (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("GONE") + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>"
        + p("GONE")
        + "</w:tc><w:tc>"
        + p("Nine meters")
        + "</w:tc></w:tr></w:tbl>"
    )
    reading = only(docx("".join(map(p, RELEASE[:-1])) + table + p("###")))
    assert "GONE" not in json.dumps(reading.to_json()) and "Nine meters" in reading.text


def test_what_a_change_put_in_is_text_and_counted():
    (release,) = only(with_paragraph('<w:ins w:id="1"><w:r><w:t>It is open.</w:t></w:r></w:ins>')).releases
    assert "It is open." in release.text and "1 put in" in release.doubts[0].sentence


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    body = (
        "".join(map(p, RELEASE[:-1])) + f"<w:p>{mark}{RUN.format('The water is ')}</w:p>" + p("clear and cold in July.")
    )
    assert "The water is clear and cold in July." in only(docx(body)).releases[0].text.split("\n\n")


def test_hidden_words_and_words_of_comments_are_no_text_and_are_counted():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t></w:r>"
    comments = f"<w:comments {W}><w:comment w:id='1'>{p('COMMENT')}</w:comment></w:comments>"
    data = docx(BODY + f"<w:p>{hidden}</w:p>", relation("c", "comments", "comments.xml"), comments=comments)
    reading = only(data)
    assert "HIDDEN" not in reading.text and "COMMENT" not in json.dumps(reading.to_json())
    assert codes(reading.releases[0]) == ["comments", "hidden-text"]


def test_what_is_switched_off_is_not_hidden():
    (release,) = only(with_paragraph('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>It is open.</w:t></w:r>')).releases
    assert "It is open." in release.text and release.doubts == ()


def test_a_day_that_a_field_sets_is_read():
    body = [
        *map(p, RELEASE[:1]),
        f'<w:p><w:fldSimple w:instr=" DATE ">{RUN.format("March 3, 2014")}</w:fldSimple></w:p>',
    ]
    assert only(docx("".join(body) + "".join(map(p, RELEASE[2:])))).releases[0].date == "2014-03-03"


def test_instructions_of_a_field_are_no_text_and_its_link_is_kept():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://corvel.example/a/well.pdf" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + RUN.format("Read the report")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    (release,) = only(with_paragraph(field)).releases
    assert release.attachments == ("well.pdf",) and release.files_at == {
        "well.pdf": "https://corvel.example/a/well.pdf"
    }
    assert '<a href="https://corvel.example/a/well.pdf">Read the report</a>' in release.markup


def test_a_link_that_would_run_a_program_leaves_its_words():
    data = docx(
        "".join(map(p, RELEASE[:-1]))
        + f'<w:p><w:hyperlink r:id="x">{RUN.format("Read the report")}</w:hyperlink></w:p>',
        relation("x", "hyperlink", "javascript://corvel.example/%0Aalert(1)"),
    )
    (release,) = only(data).releases
    assert "Read the report" in release.markup and "javascript" not in release.markup


def test_a_head_of_pages_stands_beside_the_text():
    header = f"<w:hdr {W}>{p('Corvel Wells, a voluntary body')}</w:hdr>"
    reading = only(docx(BODY, relation("h", "header", "header1.xml"), header1=header))
    assert [reading.text[slice(*mark.span)] for mark in reading.marks if mark.why == "head of the page"] == [
        "Corvel Wells, a voluntary body"
    ]
    assert "voluntary" not in reading.releases[0].text


def test_a_contact_that_stands_in_the_head_of_pages_alone_is_found_there():
    header = f"<w:hdr {W}>{p(RELEASE[2])}</w:hdr>"
    body = "".join(map(p, (*RELEASE[:2], *RELEASE[3:])))
    (release,) = only(docx(body, relation("h", "header", "header1.xml"), header1=header)).releases
    assert release.contacts[0].name == "Ada Marsh" and release.headline == RELEASE[3]


def test_a_frame_is_read_once_although_word_writes_it_twice():
    frame = (
        '<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>'
        "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    ).format(p("Corvel Wells"))
    assert only(docx(f"<w:p>{frame}</w:p>{BODY}")).text.count("Corvel Wells") == 1


def test_a_footnote_stands_behind_its_paragraph():
    notes = f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote><w:footnote w:id="2">{p("Measured in May.")}</w:footnote></w:footnotes>'
    lines = [
        *map(p, RELEASE[:4]),
        f'<w:p>{RUN.format(RELEASE[4])}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        p(RELEASE[5]),
        p("###"),
    ]
    (release,) = only(docx("".join(lines), relation("n", "footnotes", "footnotes.xml"), footnotes=notes)).releases
    assert release.text.split("\n\n")[0].endswith("people.¹") and release.text.split("\n\n")[1] == "¹ Measured in May."


def test_a_picture_keeps_its_words_and_its_file_and_a_letterheads_does_not_count():
    drawing = '<w:r><w:drawing><wp:docPr xmlns:wp="p" descr="{}"/><a:blip xmlns:a="a" r:embed="{}"/></w:drawing></w:r>'
    data = docx(
        f"<w:p>{drawing.format('Our sign', 'l')}</w:p>"
        + "".join(map(p, RELEASE[:5]))
        + f"<w:p>{drawing.format('The well', 'x')}</w:p>"
        + p(RELEASE[5]),
        relation("x", "image", "media/image2.png") + relation("l", "image", "media/image1.png"),
        **{"media/image2.png": b"the well", "media/image1.png": b"the sign"},
    )
    reading = only(data)
    assert set(reading.files) == {"image1.png", "image2.png"}
    assert [(picture.address, picture.alt) for picture in reading.releases[0].pictures] == [("image2.png", "The well")]


def test_headings_lists_and_emphasis_are_markup():
    styles = f'<w:styles {W}><w:style w:styleId="Titre2"><w:name w:val="heading 2"/></w:style></w:styles>'
    lines = [
        *map(p, RELEASE[:5]),
        p("What it cost", '<w:pStyle w:val="Titre2"/>'),
        p("Nine shovels", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        p("One rope", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Very </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>cold</w:t></w:r>{RUN.format(' water came at last.')}</w:p>",
    ]
    (release,) = only(docx("".join(lines), styles=styles)).releases
    assert "<h2>What it cost</h2><ul><li>Nine shovels</li><li>One rope</li></ul>" in release.markup
    assert "<p><strong>Very cold</strong> water came at last.</p>" in release.markup


def test_a_table_of_contacts_is_read_by_rows():
    cells = [["Ada Marsh", "555-201-0100", "ada@corvel.example"], ["Ben Ortiz", "555-201-0101", "ben@corvel.example"]]
    table = (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in cells)
        + "</w:tbl>"
    )
    body = "".join(map(p, (*RELEASE[:2], *RELEASE[3:]))) + p("Media contacts:") + table
    assert [contact.phone for contact in only(docx(body)).releases[0].contacts] == ["555-201-0100", "555-201-0101"]


def o(words, attributes=""):
    return f"<text:p{attributes}>{words}</text:p>"


def test_an_opendocument_text_is_read_and_what_was_tracked_is_not():
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + o("GONE")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    lines = [
        *map(o, RELEASE[:5]),
        o(
            "It is <text:change-start/>wide<text:change-end/> open.<office:annotation>"
            + o("COMMENT")
            + "</office:annotation>"
        ),
        o("###"),
    ]
    reading = only(odt(changes + "".join(lines)))
    (release,) = reading.releases
    assert release.headline == RELEASE[3] and "It is wide open." in release.text
    assert "GONE" not in json.dumps(reading.to_json()) and "COMMENT" not in reading.text
    assert codes(release) == ["tracked-changes", "comments"]


def test_an_opendocument_text_folds_white_space_and_keeps_tabs_links_and_notes():
    lines = [
        *map(o, RELEASE[:4]),
        o(
            RELEASE[4].replace(" ", "\n  ")
            + "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + o("In May.")
            + "</text:note-body></text:note>"
        ),
        o('See <text:a xlink:href="https://corvel.example/a/well.pdf">the report</text:a>.'),
        o("Depth<text:tab/>nine<text:s text:c='2'/>meters"),
    ]
    reading = only(odt("".join(lines)))
    (release,) = reading.releases
    assert RELEASE[4].partition("– ")[2] + "¹" in release.text and "¹ In May." in release.text
    assert release.files_at == {"well.pdf": "https://corvel.example/a/well.pdf"} and "Depth\tnine" in reading.text


def test_names_of_namespaces_are_not_asked_for():
    assert "xmlns:office" in O_NAMES  # written by the builder, read by local names
    assert only(odt("".join(map(o, RELEASE)))).releases[0].date == "2014-03-03"
