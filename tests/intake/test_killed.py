"""Killed anywhere and run again, an import leaves what it would have left undisturbed."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from intake.building import (
    NOW,
    KillAt,
    Killed,
    doubted,
    found,
    many,
    reading,
    take,
    teaser,
    unreadable,
    whole_record,
)

from dateline.intake.models import Import

pytestmark = pytest.mark.django_db
WARMING = 10  # statements that only a process's first import makes, to fill its caches
LATER = NOW + timedelta(days=500)  # a day ahead at the first start lies behind by then


def archive(ground):
    """Give readings in which sources overlap, complete and contradict each other across batches."""
    (ground / "Facts.pdf").write_bytes(b"%PDF-1.4 facts")
    a, b, c, d = many(4)
    return [
        reading(ground, "1.txt", a, teaser(attachments=("Facts.pdf",))),
        reading(ground, "2.txt", a, b, found("Ganan", "El juez.", language="es", topics=("Calor",))),
        unreadable(ground, "3.jpg"),
        reading(ground, "4.txt", c, found(topics=("Heat",))),
        reading(ground, "5.txt", found(d.headline, "Other words.", date=d.date), found("Ahead", date="2026-04-01")),
        reading(ground, "6.txt", d, found(headline=None), found("Guess", "A text.", doubts=doubted())),
        reading(ground, "7.txt", teaser(), b, teaser("Only an opening", "That is all there is…", date="2015-01-01")),
    ]


def undisturbed(ground, readings) -> tuple[dict, int]:
    """Give the whole record of an import that nobody killed, and how many statements it took; then undo it."""
    kept = {}
    with transaction.atomic():
        with KillAt(0) as counting:
            take(ground, *readings, size=2)
        kept["record"] = whole_record()
        transaction.set_rollback(True)
    return kept["record"], counting.count


def killed(ground, readings, at: int) -> None:
    with pytest.raises(Killed), KillAt(at):
        take(ground, *readings, size=2)
    transaction.set_rollback(False)  # one statement outside a transaction died: here the test's own stands around it


# A transaction dies alike on every database: where each statement costs more, every third part is tried.
PARTS = range(0, 6, 3) if connection.vendor == "postgresql" else range(6)


@pytest.mark.parametrize("part", PARTS)
def test_killed_at_any_statement_and_run_again_it_is_as_if_it_had_not_been(ground, part):
    readings = archive(ground)
    expected, count = undisturbed(ground, readings)
    for at in range(1 + 17 * part, count - WARMING, 102):
        with transaction.atomic():
            killed(ground, readings, at)
            was_done = Import.objects.exclude(finished_at=None).exists()
            is_taken_up = Import.objects.filter(finished_at=None).exists()
            take(ground, *readings, size=2, now=LATER if is_taken_up else NOW)
            came = whole_record()
            assert came["releases"] == expected["releases"], f"killed before statement {at} of {count}"
            assert was_done or came == expected, f"killed before statement {at} of {count}"
            transaction.set_rollback(True)


def test_killed_again_and_again_it_still_comes_to_the_same(ground):
    readings = archive(ground)
    expected, count = undisturbed(ground, readings)
    for at in range(30, count, 90):
        try:
            with KillAt(at):
                take(ground, *readings, size=2)
            break
        except Killed:
            transaction.set_rollback(False)
    take(ground, *readings, size=2)
    assert whole_record()["releases"] == expected["releases"]


@pytest.mark.parametrize("boundary", range(8))
def test_killed_while_reading_it_goes_on_where_it_was(ground, boundary):
    readings = archive(ground)
    expected, _ = undisturbed(ground, readings)

    def dies():
        yield from readings[:boundary]
        raise Killed

    from dateline.intake.begin import Asked
    from dateline.publishing.importing.keep import keep

    with pytest.raises(Killed):
        keep(Asked((ground,), True), read=lambda paths, work: dies(), now=lambda: NOW, size=2)
    began = Import.objects.exists()
    take(ground, *readings, size=2, now=LATER if began else NOW)
    assert whole_record() == expected
    assert Import.objects.get().started_at == NOW


def test_another_import_does_not_take_up_a_killed_one(ground):
    readings = archive(ground)
    _, count = undisturbed(ground, readings)
    killed(ground, readings, count // 2)
    (ground / "other").mkdir()
    take(ground / "other", reading(ground / "other", "x.txt", found("Other", "Other.", date="2011-01-01")))
    assert Import.objects.filter(finished_at=None).count() == 1
    assert Import.objects.count() == 2
