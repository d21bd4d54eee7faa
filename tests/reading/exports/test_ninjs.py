"""News objects of IPTC ninjs, old and new, and our own, which give back the release that they were made of."""

import json
from pathlib import Path

import pytest

from dateline.reading import read_paths
from reading.exports.export import only, read_text, rows_of

GOLDEN = Path(__file__).parents[2] / "whole_site" / "golden"
LEDE = "The board voted on Monday to keep the heat on in every building of the harbor, after nine cold winters."
DOUBTED = {"dates-differ"}  # the golden newsroom has a vote whose dateline is of the week after
OLD = {
    "uri": "https://tenants.example/a", "type": "text", "versioncreated": "2014-10-10T08:00:00Z", "pubstatus": "usable",
    "contentcreated": "2014-10-09T12:00:00-07:00", "headline": "Tenants win heat", "located": "Fresno", "language": "en",
    "body_html": f"<p>{LEDE}</p><p>{LEDE}</p>", "subject": [{"name": "Heat"}], "ednote": "Second version.",
    "associations": {"main": {"type": "picture", "description_text": "In 4B", "byline": "Ana Ruiz",
        "renditions": {"big": {"href": "https://tenants.example/heat.jpg"}}}},
}  # fmt: skip


def test_an_object_of_the_first_versions_is_read(tmp_path):
    reading = only(read_text(tmp_path, json.dumps(OLD), "a.json"))
    (release,) = reading.releases
    assert (release.headline, release.date, release.topics) == ("Tenants win heat", "2014-10-09", ("Heat",))
    assert release.address == release.identifier == "https://tenants.example/a"
    assert release.markup == f"<p>{LEDE}</p><p>{LEDE}</p>" and not release.teaser
    (picture,) = release.pictures
    assert (picture.address, picture.caption, picture.credit) == (
        "https://tenants.example/heat.jpg",
        "In 4B",
        "Ana Ruiz",
    )
    assert "Second version." in reading.text and not reading.leftovers


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_what_is_not_usable_is_withheld(tmp_path, status):
    (release,) = only(read_text(tmp_path, json.dumps({**OLD, "pubstatus": status}), "a.json")).releases
    assert release.pubstatus == "withheld" and release.doubts


def test_a_picture_is_no_release(tmp_path):
    assert not only(read_text(tmp_path, json.dumps({**OLD, "type": "picture"}), "a.json")).releases


def test_one_object_a_line_and_a_list_give_each(tmp_path):
    two = [OLD, {**OLD, "uri": "https://tenants.example/b"}]
    for text in ("\n".join(map(json.dumps, two)), json.dumps(two), json.dumps({"items": two})):
        assert [r.releases[0].address[-1] for r in rows_of(read_text(tmp_path, text, "a.json"))] == ["a", "b"]


def test_our_own_object_gives_back_its_release():
    file = GOLDEN / "2024/05/bakers-win-a-nights-rest-a-door-that-opens/release.json"
    told = json.loads(file.read_text())
    (reading,) = read_paths([file])
    (release,) = reading.releases
    assert release.headline == told["headlines"][0]["value"] and release.subheadline == told["headlines"][1]["value"]
    assert (release.date, release.place, release.kind) == ("2024-05-06", "PORT ELLERY", "press release")
    assert release.identifier == told["uri"] and release.address == told["altIds"][0]["value"]
    assert release.topics == ("Heat", "Night work") and release.pubstatus == "usable"
    assert [contact.email for contact in release.contacts] == ["lucia@nightbakers.example"]
    (picture,) = release.pictures
    assert (picture.alt, picture.caption, picture.credit) == ("An open door", "The door.", "Photo: L. Barrientos")
    assert picture.address.endswith("/picture-1.jpg") and "The door." not in release.text
    assert "<ol><li>Read.</li><li>Sign.</li></ol>" in release.markup and "“We will sleep." in release.text
    assert "class=" not in release.markup and not reading.leftovers


def test_every_object_of_ours_is_read_whole():
    for file in sorted(GOLDEN.rglob("release.json")):
        (reading,) = read_paths([file])
        assert reading.error is None and len(reading.releases) == 1, file
        assert not [doubt for doubt in reading.releases[0].doubts if doubt.code not in DOUBTED], file
