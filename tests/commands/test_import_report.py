"""`dateline import-report`: the newest import, or the one of a number; refused where there is none."""

import json


def test_before_anything_was_imported_it_says_what_to_do(dateline):
    dateline("migrate")
    done = dateline("import-report")
    assert done.returncode == 1 and "Begin with `dateline import`" in done.stderr


def test_it_tells_in_words_as_json_and_as_pdf(dateline, tmp_path):
    (tmp_path / "page.txt").write_text(
        "HEAT IS BACK\n\nPORT AMBER, Feb. 14, 2019 - The tenants won on Friday.\n\n###\n"
    )
    dateline("migrate")
    assert dateline("import", "page.txt", "--was-public").returncode == 0
    assert "1 public releases." in dateline("import-report").stdout
    report = json.loads(dateline("import-report", "--json", "--to-hand-out").stdout)
    assert report["to_hand_out"] is True and len(report["releases"]) == 1
    dateline("import-report", "1", "--pdf", "loss.pdf")
    assert (tmp_path / "loss.pdf").read_bytes().startswith(b"%PDF")
    done = dateline("import-report", "77")
    assert done.returncode == 1 and "There is no import of the number 77" in done.stderr
