"""The loss report: what was found, guessed and lost; the one to hand out tells nothing of drafts and no word."""

import json

import pytest
from intake.building import doubted, found, reading, teaser, unreadable
from intake.settling import imported
from pdfs import text_of

from dateline.intake.models import Import
from dateline.publishing.importing.lost import became, lines, sums_of
from dateline.publishing.importing.lost_json import loss_json
from dateline.publishing.importing.lost_pdf import loss_pdf
from dateline.publishing.settle import settle

pytestmark = pytest.mark.django_db
CANARY = "Zanzibar"


@pytest.fixture
def into(ground) -> Import:
    """An import with one public release, one draft that nobody may hear of, and losses in both."""
    public = found(attachments=("Facts.pdf",), address="https://old.example/heat", basis={"language": "words"})
    draft = found(
        f"{CANARY} headline", f"{CANARY} text.", date="2017-01-02", attachments=(f"{CANARY}.pdf",),
        address=f"https://old.example/{CANARY.lower()}", doubts=doubted("guess"),
    )  # fmt: skip
    return imported(
        ground,
        reading(ground, "1.txt", public),
        reading(ground, f"{CANARY}.txt", draft, leftovers=[f"{CANARY} | About"]),
        unreadable(ground, f"{CANARY}.jpg"),
    )


def told(into: Import, *, to_hand_out: bool) -> dict:
    return json.loads("".join(loss_json(into, to_hand_out=to_hand_out)))


def test_the_desks_report_tells_of_every_release_what_was_found_guessed_and_lost(into):
    report = told(into, to_hand_out=False)
    draft, public = report["releases"]
    assert (draft["status"], draft["guessed"], draft["missing_files"]) == ("draft", ["guess"], [f"{CANARY}.pdf"])
    assert (public["status"], public["missing_files"], public["basis"]) == (
        "public",
        ["Facts.pdf"],
        {"language": "words"},
    )
    assert "headline" in public["found"] and public["sources"] == [into.sources.order_by("pk")[0].name]
    assert report["sums"]["records"]["doubtful"] == 1 and report["sums"]["unreadable"] == 1
    assert report["sums"]["guessed"] == {"guess": 1} and report["sums"]["missing_files"] == 2
    assert report["links_checked"] is False


def test_it_tells_what_every_old_address_has_become(into):
    settle()
    by_old = {one.old: one for one in became(into, to_hand_out=False)}
    assert (by_old["/heat"].status, by_old["/heat"].location[:1]) == (301, "/")
    assert by_old[f"/{CANARY.lower()}"].status == 0  # it waits for its draft to be public
    assert [one.old for one in became(into, to_hand_out=True)] == ["/heat"]


@pytest.mark.parametrize("form", ["json", "pdf"])
def test_the_one_to_hand_out_has_no_word_of_a_source_and_nothing_of_a_draft(into, form):
    if form == "json":
        text = "".join(loss_json(into, to_hand_out=True))
    else:
        text = text_of(loss_pdf(into, to_hand_out=True))
    assert (
        CANARY.casefold() not in text.casefold()
        and "Facts" not in text
        and "draft" not in text.replace('"drafts":0', "").casefold()
    )
    assert "/2019/02/" in text.replace("\n", "")


def test_its_counts_do_not_tell_that_there_are_drafts(ground, into):
    sums = sums_of(into, to_hand_out=True)
    assert (sums.public, sums.drafts, sums.records, sums.guessed) == (1, 0, {}, {})
    assert (sums.missing_files, sums.old_addresses) == (1, 1)
    (line,) = lines(into, to_hand_out=True)
    assert (line.headline, line.sources, line.missing_files, line.lost_count) == ("", (), ("",), 1)


def test_the_desks_pdf_names_what_was_guessed_and_lost(into):
    text = text_of(loss_pdf(into, to_hand_out=False))
    assert f"{CANARY} headline" in text and "Facts.pdf" in text and "waits for a draft" in text.replace("\n", " ")


def test_twenty_at_a_time_are_the_same_as_all(ground):
    records = [teaser(f"Release {n}", f"Only {n}…", date="2017-01-02") for n in range(25)]
    into = imported(ground, reading(ground, "1.txt", *records))
    every = list(lines(into, to_hand_out=False))
    assert len(every) == 25
    parts = [*lines(into, to_hand_out=False, start=0, most=20), *lines(into, to_hand_out=False, start=20, most=20)]
    assert parts == every


def test_an_import_of_nothing_is_a_report_all_the_same(ground):
    into = imported(ground, unreadable(ground, "1.jpg"))
    for to_hand_out in (True, False):
        assert told(into, to_hand_out=to_hand_out)["releases"] == []
        assert loss_pdf(into, to_hand_out=to_hand_out).startswith(b"%PDF")
