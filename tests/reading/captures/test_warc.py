"""Captures of web pages: the newest good one of each address, and what is broken is said."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from dateline.reading import Reading, read_paths
from dateline.reading.work import Work
from reading.captures.warcs import Answer, packed, page, record, response, revisit

A = "https://tenants.example/press/a"
B = "https://tenants.example/press/b"
PDF = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def readings(tmp_path: Path, data: bytes, name: str = "capture.warc.gz") -> list[Reading]:
    file = tmp_path / name
    file.write_bytes(data)
    return list(read_paths([file]))


def headlines(found: list[Reading]) -> list[str | None]:
    return [release.headline for reading in found for release in reading.releases]


@pytest.mark.parametrize("name", ["capture.warc", "capture.warc.gz", "no-ending", "as-a-whole.gz"])
def test_a_capture_is_read_by_its_content_however_it_is_packed(tmp_path: Path, name: str) -> None:
    records = [
        response(A, Answer(page("First release of all"))),
        response(B, Answer(page("Second release of all"))),
    ] * 3
    data = packed(*records) if name == "capture.warc.gz" else b"".join(records)
    found = readings(tmp_path, gzip.compress(data) if name == "as-a-whole.gz" else data, name)
    assert headlines(found) == ["First release of all", "Second release of all"]
    assert [reading.address for reading in found] == [A, B]
    assert [reading.data for reading in found] == [page("First release of all"), page("Second release of all")]


def test_the_newest_good_capture_of_an_address_is_read_wherever_it_lies(tmp_path: Path) -> None:
    found = readings(
        tmp_path,
        packed(
            response(A, Answer(page("Of the spring")), "2016-03-01T00:00:00Z"),
            response(A, Answer(page("Of the summer")), "2016-07-01T00:00:00Z"),
            response(A, Answer(page("Of the winter before")), "2015-12-01T00:00:00Z"),
            response(A, Answer(b"Gone.", "404 Not Found"), "2017-01-01T00:00:00Z"),
            response(A, Answer(b"Moved.", "301 Moved Permanently"), "2017-01-02T00:00:00Z"),
            response(A, Answer(b"{}", type="application/json"), "2017-01-03T00:00:00Z"),
        ),
    )
    assert headlines(found) == ["Of the summer"]


def test_http_and_https_with_and_without_www_are_one_address(tmp_path: Path) -> None:
    found = readings(
        tmp_path,
        packed(
            response("http://www.tenants.example:80/press/a", Answer(page("Of old")), "2012-01-01T00:00:00Z"),
            response("https://TENANTS.example/press/a#top", Answer(page("Of today")), "2022-01-01T00:00:00Z"),
        ),
    )
    assert headlines(found) == ["Of today"]


def test_the_path_of_an_address_is_told_apart_by_its_case_and_query(tmp_path: Path) -> None:
    where = [f"{A}?page=1", f"{A}?page=2", A.replace("/a", "/A")]
    found = readings(tmp_path, packed(*(response(x, Answer(page(f"Release of {x[-1]}"))) for x in where)))
    assert len(found) == 3


def test_a_revisit_gives_what_it_speaks_of_even_where_another_stood_between(tmp_path: Path) -> None:
    first, second = Answer(page("The first words")), Answer(page("The second words"))
    found = readings(
        tmp_path,
        packed(
            response(A, first, "2015-01-01T00:00:00Z"),
            response(A, second, "2015-02-01T00:00:00Z"),
            revisit(A, first, "2015-03-01T00:00:00Z"),
        ),
    )
    assert headlines(found) == ["The first words"]


def test_a_revisit_may_speak_of_the_capture_of_another_address(tmp_path: Path) -> None:
    answer = Answer(page("Said at two addresses"))
    found = readings(tmp_path, packed(response(A, answer), revisit(B, answer, "2016-01-01T00:00:00Z", block=b"")))
    assert [reading.address for reading in found] == [A, B]
    assert headlines(found) == ["Said at two addresses"] * 2


def test_a_revisit_of_what_is_not_here_leaves_the_older_full_capture(tmp_path: Path) -> None:
    elsewhere = Answer(page("In another file"))
    found = readings(
        tmp_path,
        packed(
            response(A, Answer(page("In this file")), "2015-01-01T00:00:00Z"),
            revisit(A, elsewhere, "2016-01-01T00:00:00Z"),
            revisit(B, elsewhere, "2016-01-01T00:00:00Z"),
        ),
    )
    assert headlines(found) == ["In this file"]
    errors = [reading for reading in found if reading.error]
    assert len(errors) == 1 and errors[0].address == B and "another capture" in errors[0].error.what


def test_encodings_of_the_transfer_are_undone_and_the_stated_charset_is_believed(tmp_path: Path) -> None:
    text = page("Huelga en la fábrica", words="habrá señales de acuerdo")
    zipped = Answer(gzip.compress(text), headers=(("Content-Encoding", "gzip"),))
    chunked = Answer(
        b"5\r\n" + text[:5] + b"\r\n%x\r\n" % len(text[5:]) + text[5:] + b"\r\n0\r\n\r\n",
        headers=(("Transfer-Encoding", "chunked"),),
    )
    old = Answer(text.decode().encode("cp1252"), type="text/plain; charset=windows-1252")
    found = readings(tmp_path, packed(response(A, zipped), response(B, chunked), response(A + "2", old)))
    assert [reading.encoding for reading in found] == ["utf-8", "utf-8", "cp1252"]
    assert len({reading.text for reading in found}) == 1 and "señales" in found[0].text


def test_a_file_that_ends_in_the_middle_is_said_and_the_whole_capture_before_it_is_read(tmp_path: Path) -> None:
    whole = response(A, Answer(page("The whole one")), "2015-01-01T00:00:00Z")
    cut = response(A, Answer(page("The newer one")), "2016-01-01T00:00:00Z")
    for data in (packed(whole) + packed(cut)[:-60], whole + cut[:-60]):
        found = readings(tmp_path, data)
        assert headlines(found) == ["The whole one"]
        assert "ends in the middle" in next(reading.error.what for reading in found if reading.error)


def test_damage_in_the_middle_is_said_with_its_place_and_the_rest_is_read(tmp_path: Path) -> None:
    parts = [packed(response(f"{A}{n}", Answer(page(f"Release number {n}")))) for n in range(4)]
    spoiled = bytearray(parts[1])
    spoiled[120:160] = b"\x00" * 40
    for broken in (bytes(spoiled), parts[1][:200], b"\x00" * 300):
        found = readings(tmp_path, parts[0] + broken + parts[2] + parts[3])
        assert headlines(found)[-2:] == ["Release number 2", "Release number 3"]
        assert any(reading.error and "damaged" in reading.error.what for reading in found)


def test_a_length_that_lies_costs_no_other_record(tmp_path: Path) -> None:
    one, three = response(f"{A}1", Answer(page("Release one"))), response(f"{A}3", Answer(page("Release three")))
    two = response(f"{A}2", Answer(page("Release two")))
    for lie in (b"Content-Length: 99", b"Content-Length: 999999999999"):
        length = b"Content-Length: " + two.split(b"Content-Length: ")[1].split(b"\r\n")[0]
        found = readings(tmp_path, one + two.replace(length, lie, 1) + three, "lies.warc")
        assert "Release one" in headlines(found)
        assert any(reading.error for reading in found)


def test_a_bomb_in_an_answer_is_refused_by_its_address(tmp_path: Path) -> None:
    bomb = Answer(gzip.compress(b"a" * 50_000_000), headers=(("Content-Encoding", "gzip"),))
    found = readings(tmp_path, packed(response(A, bomb), response(B, Answer(page()))))
    assert headlines(found) == ["Tenants win repairs"]
    assert any(reading.error and reading.address == A and "20 MB" in reading.error.what for reading in found)


def test_a_capture_that_its_crawler_cut_gives_way_to_any_whole_one_and_is_said_where_there_is_none(
    tmp_path: Path,
) -> None:
    cut = {"WARC_Truncated": "length"}
    found = readings(
        tmp_path,
        packed(
            response(A, Answer(page("A whole one")), "2014-01-01T00:00:00Z"),
            response(A, Answer(page("A cut one")), "2016-01-01T00:00:00Z", **cut),
            response(B, Answer(page("The only one")), **cut),
        ),
    )
    assert headlines(found) == ["A whole one", "The only one"]
    assert [reading.address for reading in found if reading.error] == [B]


def test_requests_logs_robots_and_layout_are_passed_over_in_silence(tmp_path: Path) -> None:
    found = readings(
        tmp_path,
        packed(
            record("warcinfo", "", "2015-01-01T00:00:00Z", b"software: x"),
            record("request", A, "2015-01-01T00:00:00Z", b"GET / HTTP/1.1\r\n\r\n"),
            record("resource", "metadata://example/log", "2015-01-01T00:00:00Z", b"log", Content_Type="text/plain"),
            response("https://tenants.example/robots.txt", Answer(b"User-agent: *")),
            response("https://tenants.example/site.css", Answer(b"p {}", type="text/css")),
            response("https://tenants.example/logo.png", Answer(b"\x89PNG", type="image/png")),
            response(A, Answer(page())),
        ),
    )
    assert len(found) == 1


def test_a_page_kept_without_its_answer_is_read_too(tmp_path: Path) -> None:
    found = readings(tmp_path, packed(record("resource", A, "2015-01-01T00:00:00Z", page(), Content_Type="text/plain")))
    assert headlines(found) == ["Tenants win repairs"]


def test_a_captured_file_that_a_captured_release_links_is_its_attachment(tmp_path: Path) -> None:
    link = "https://tenants.example/files/letter.pdf"
    text = page().replace(b"###", b"Read the letter: " + link.encode() + b"\n\n###")
    seen = {}
    file = tmp_path / "capture.warc.gz"
    file.write_bytes(packed(response(link, Answer(PDF, type="application/pdf")), response(A, Answer(text))))
    for reading in read_paths([file]):
        seen.update({name: path.read_bytes() for name, path in reading.files.items()})
        if reading.address == link:
            assert reading.error is None and (reading.is_handed_out or reading.format == "attachment")
    assert seen == {"letter.pdf": PDF}


WEB_PAGE = b"""<html><body><main><article><h1>Tenants win their repairs after a year</h1>
<p>RIVERTON, October 9, 2014 \xe2\x80\x94 The Riverton Tenants' Union said on Thursday that the repairs begin next week.</p>
<p>It has written it all down in <a href="../files/letter%20one.pdf">a letter to the council</a>, which was read aloud.</p>
<p><img src="/photos/march.jpg" alt="The march"></p>
<p>It will be read again at the next meeting of the council, in November, the union said.</p></article></main></body></html>"""


def test_links_of_a_captured_web_page_lead_to_captured_files_and_pictures(tmp_path: Path) -> None:
    picture = Answer(b"\xff\xd8\xff picture", type="image/jpeg")
    site = "https://tenants.example"
    file = tmp_path / "capture.warc.gz"
    file.write_bytes(
        packed(
            response(f"{site}/photos/march.jpg", picture),
            response(f"{site}/photos/other.jpg", picture),
            response("http://www.tenants.example/files/letter%20one.pdf", Answer(PDF, type="application/pdf")),
            response(A, Answer(WEB_PAGE, type="text/html; charset=utf-8")),
        )
    )
    page, pdf = list(read_paths([file], work := Work()))
    with work:
        assert page.address == A
        assert sorted(path.read_bytes() for path in page.files.values()) == sorted([PDF, picture.body])
        assert f"{site}/photos/march.jpg" in page.files and len(page.files) == 2
        assert pdf.error is None


def test_a_file_that_nobody_links_is_read_or_refused_by_itself(tmp_path: Path) -> None:
    found = readings(tmp_path, packed(response(B, Answer(b"\x00\x01\x02", type="application/zip"))))
    assert len(found) == 1 and found[0].error is not None and B in found[0].source


def wacz(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, data in files:
            zipped.writestr(name, data)
    return out.getvalue()


def test_the_files_of_a_wacz_are_read_as_one_capture(tmp_path: Path) -> None:
    one, two = Answer(page("Words of January")), Answer(page("Words of June"))
    data = wacz(
        ("archive/one.warc.gz", packed(response(A, one, "2015-01-01T00:00:00Z"), response(B, one))),
        (
            "archive/two.warc.gz",
            packed(response(A, two, "2015-06-01T00:00:00Z"), revisit(B, two, "2015-06-01T00:00:00Z")),
        ),
        ("pages/pages.jsonl", b"{}"),
        ("datapackage.json", b"{}"),
    )
    found = readings(tmp_path, data, "tenants.wacz")
    assert sorted(filter(None, headlines(found))) == ["Words of June", "Words of June"]


@pytest.mark.parametrize(
    "data",
    [wacz(("archive/one.warc", b"")), wacz(("pages/pages.jsonl", b"")), wacz(("archive/x", b"y"))[:50]],
    ids=["an empty capture", "no capture", "a cut one"],  # a zip holds the second of its making
)
def test_a_wacz_without_captures_is_refused_whole(tmp_path: Path, data: bytes) -> None:
    found = readings(tmp_path, data, "tenants.wacz")
    assert headlines(found) == []
