"""Every imported record is looked through for people at risk; a hit is marked, and waits for a person."""

import json

import pytest
from build import AT
from intake.building import TEXT, doubted, found, only, reading, take

from dateline.intake.doubts import MOST_MARKED
from dateline.intake.models import Finding, Outcome
from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.passage import Passage
from dateline.reading.record import Picture

pytestmark = pytest.mark.django_db

RISKY = f"{TEXT}\n\nMaria Lopez, 9, came alone."


def marked(finding: Finding) -> list[str]:
    """Give the words that the doubts of a finding mark in its record."""
    return [finding.record[doubt["field"]][slice(*doubt["span"])] for doubt in finding.doubts if "span" in doubt]


def test_a_hit_makes_the_record_doubtful_marks_it_and_keeps_it_a_draft(tmp_path):
    done = take(
        tmp_path, reading(tmp_path, "a.txt", found(text=RISKY), found("Another", f"Another. {TEXT}", date="2019-03-01"))
    )
    assert done.published == 1
    finding = Finding.objects.get(outcome=Outcome.DOUBTFUL)
    assert finding.release.status == "draft"
    assert marked(finding) == ["Maria Lopez, 9"]
    assert [doubt["code"] for doubt in finding.doubts] == ["child"]


def test_the_doubt_holds_no_copy_of_the_passage(tmp_path):
    take(tmp_path, reading(tmp_path, "a.txt", found(text=RISKY)))
    assert "Lopez" not in json.dumps(Finding.objects.get().doubts)


def test_each_place_is_marked_beside_what_reading_doubted(tmp_path):
    record = found(
        "Maria Lopez, 9, is free", f"{RISKY} DOB: 05/12/2014.", doubts=doubted(), attachments=("IMG_4821.HEIC",)
    )
    take(tmp_path, reading(tmp_path, "a.txt", record))
    doubts = Finding.objects.get().doubts
    assert [(doubt["code"], doubt.get("field")) for doubt in doubts] == [
        ("guess", None),
        ("child", "headline"),
        ("birth-date", "text"),
        ("child", "text"),
        ("device", "attachments.0"),
    ]


def test_captions_of_pictures_are_read(tmp_path):
    take(tmp_path, reading(tmp_path, "a.txt", found(pictures=(Picture("a.jpg", "", "Maria Lopez, 9, at the gate"),))))
    (doubt,) = Finding.objects.get().doubts
    assert doubt["field"] == "pictures.0.caption"


def test_a_list_of_numbers_is_marked_up_to_a_bound(tmp_path):
    numbers = ". ".join(f"A 012-345-{n:03}" for n in range(2 * MOST_MARKED))
    take(tmp_path, reading(tmp_path, "a.txt", found(text=f"{TEXT}\n\n{numbers}.")))
    assert len(Finding.objects.get().doubts) == MOST_MARKED


def test_the_day_of_import_is_not_asked(tmp_path):
    """An age is an age: the child of an old release has grown, and is named as a child all the same."""
    take(tmp_path, reading(tmp_path, "a.txt", found(text=RISKY, date="1994-02-14")))
    assert Finding.objects.get().outcome == Outcome.DOUBTFUL


def test_a_redaction_answers_the_doubt_and_what_else_is_marked_moves_with_the_words(tmp_path):
    take(tmp_path, reading(tmp_path, "a.txt", found(text=f"{RISKY} Her file is A 012-345-678.")))
    redact(only(), Passage("Maria Lopez"), at=AT)
    finding = Finding.objects.get()
    assert marked(finding) == ["A 012-345-678"]
    assert finding.outcome == Outcome.DOUBTFUL
    redact(only(), Passage("A 012-345-678"), at=AT)
    finding = Finding.objects.get()
    assert (finding.doubts, finding.outcome) == ([], Outcome.NEW)
    publish(only(), at=AT)
    assert only().status == "public"


def test_removing_the_word_text_leaves_the_names_of_fields_alone(tmp_path):
    take(tmp_path, reading(tmp_path, "a.txt", found(text=f"{RISKY} The text was signed. DOB: 05/12/2014.")))
    redact(only(), Passage("text"), at=AT)
    assert {doubt["field"] for doubt in Finding.objects.get().doubts} == {"text"}


def test_a_redaction_leaves_what_reading_doubted(tmp_path):
    take(tmp_path, reading(tmp_path, "a.txt", found(text=RISKY, doubts=doubted())))
    redact(only(), Passage("Maria Lopez"), at=AT)
    finding = Finding.objects.get()
    assert [doubt["code"] for doubt in finding.doubts] == ["guess"]
    assert finding.outcome == Outcome.DOUBTFUL
