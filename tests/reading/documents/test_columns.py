"""Columns, heads of pages, hyphens and spaced letters of a PDF, each as typst or a hand sets it."""

from reading.documents.made import only, pdf

PAGE = "#set page(width: 15cm, height: 12cm, margin: 1.5cm)\n#set text(size: 10pt)\n"
PROSE = "Forty people dug from April on, among them eleven who had never held a shovel and two who had dug the last one in the year of the great fire, when the river ran dry and the school was closed until the rains came back in May."


def text_of(source, folder):
    return only(pdf(source, folder)).text


def test_columns_are_read_one_after_the_other_and_a_headline_across_stands_above(tmp_path):
    second = PROSE.replace("Forty", "Sixty")
    text = text_of(
        f"{PAGE}#text(15pt)[*A Headline Across Both of the Columns*]\n#columns(2)[{PROSE}\n#colbreak()\n{second}]",
        tmp_path,
    )
    assert text.split("\n\n") == ["A Headline Across Both of the Columns", PROSE, second]


def test_heads_and_numbers_of_pages_are_marks_and_the_text_goes_on_over_the_page(tmp_path):
    source = (
        '#set page(width: 15cm, height: 6cm, margin: 1.5cm, header: [Corvel Wells], footer: context [page #counter(page).display("1 of 1", both: true)])\n'
        f"#set text(size: 10pt)\n{PROSE} {PROSE} {PROSE}"
    )
    reading = only(pdf(source, tmp_path))
    assert reading.text.startswith(f"{PROSE} {PROSE} {PROSE}")
    whys = [mark.why for mark in reading.marks]
    assert whys.count("head of the page") >= 2 and whys.count("number of the page") >= 2


def test_a_parted_word_is_whole_and_its_hyphens_are_a_mark_and_an_own_hyphen_stays(tmp_path):
    source = f'#set page(width: 6cm, height: 24cm, margin: 1cm)\n#set text(size: 10pt, lang: "en", hyphenate: true)\n#set par(justify: true)\n{PROSE.replace("great fire", "well-known fire")} Neighborhood organizations demonstrated administrative responsibility.'
    reading = only(pdf(source, tmp_path))
    body = " ".join(reading.text.partition("\n\n")[0].split())
    assert (
        "Neighborhood organizations demonstrated administrative responsibility." in body and "well-known fire" in body
    )
    assert any(mark.why == "hyphens of words that go on in the next line" for mark in reading.marks)


def test_spaced_letters_are_words(tmp_path):
    assert "CORVEL WELLS" in text_of(f"{PAGE}#text(tracking: 8pt)[CORVEL WELLS]\n\n{PROSE}", tmp_path)


def test_indents_alone_part_paragraphs(tmp_path):
    source = f"{PAGE}#set par(first-line-indent: 1.5em, spacing: 0.65em)\n{PROSE}\n\n{PROSE}\n\n{PROSE}"
    assert text_of(source, tmp_path).split("\n\n") == [PROSE, PROSE, PROSE]


def test_lines_of_an_address_are_not_joined(tmp_path):
    text = text_of(f"{PAGE}Corvel Wells \\ 12 Mill Lane \\ Corvel, Ohio\n\n{PROSE}", tmp_path)
    assert text.startswith("Corvel Wells\n12 Mill Lane\nCorvel, Ohio\n\nForty")


def test_a_footnote_does_not_cut_the_paragraph_that_goes_on_overleaf(tmp_path):
    source = f"#set page(width: 15cm, height: 6cm, margin: 1.2cm)\n#set text(size: 10pt)\nIt is deep#footnote[Nine meters, measured in May.] and cold. {PROSE} {PROSE}"
    text = text_of(source, tmp_path)
    assert f"{PROSE} {PROSE}" in text and "Nine meters, measured in May." in text


def test_a_browsers_print_names_the_page_that_was_printed(tmp_path):
    source = (
        '#set page(width: 20cm, height: 14cm, margin: 1.5cm, header: [3/4/14, 9:12 AM #h(1fr) Well Dug in Corvel], footer: [#raw("https://corvel.example/news/well") #h(1fr) 1/1])\n'
        f"FOR IMMEDIATE RELEASE\n\nMarch 3, 2014\n\n= Well Dug in Corvel\n\nCORVEL, Ohio – {PROSE}\n\n\\#\\#\\#"
    )
    reading = only(pdf(source, tmp_path))
    assert reading.address == "https://corvel.example/news/well" and reading.releases[0].date == "2014-03-03"
