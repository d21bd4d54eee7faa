"""An import in the desk in a real browser: by keyboard alone, on a phone, and nothing that axe knows of."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.test_desk_round import desk  # noqa: F401 - a fixture
from intake.building import doubted, found, reading, take, unreadable

from dateline.intake.models import Import, Outcome

SIZES = {"wide": (1280, 900), "phone": (320, 640)}


@pytest.fixture
def into(desk, tmp_path) -> Import:  # noqa: F811
    """An import with doubtful records, leftovers and something that could not be read."""
    folder = tmp_path / "archive"
    records = [found(f"Release {n}", f"Pier {n} was cold.", date=f"2018-03-{n + 1:02}") for n in range(4)]
    guesses = [found(f"Guess {n}", f"A text {n}.", date="2019-03-04", doubts=doubted()) for n in range(3)]
    take(
        folder,
        reading(folder, "1.txt", *records),
        reading(folder, "2.txt", *guesses, leftovers=["Home | About"]),
        reading(folder, "4.txt", found("Guess 0", "Other words altogether.", date="2019-03-04")),
        unreadable(folder, "3.jpg"),
        was_public=False,
    )
    return Import.objects.get()


def pages_of(into: Import) -> list[str]:
    finding = into.findings.filter(outcome=Outcome.DOUBTFUL).first()
    at = f"/desk/imports/{into.pk}/"
    groups = [f"{at}in/{name}/" for name in ("new", "unreadable", "leftover")]
    alike = f"/desk/imports/records/{finding.pk}/alike/?field=place&value=Port+Ellery"
    return ["/desk/imports/", at, *groups, f"{at}undo/", f"{at}lost/", f"{at}lost/?to-hand-out", *_of(finding), alike]


def _of(finding) -> list[str]:
    return [f"/desk/imports/records/{finding.pk}/"]


@pytest.mark.parametrize("size", SIZES)
def test_no_page_scrolls_sideways_and_axe_finds_nothing(served, desk, into, size):  # noqa: F811
    width, height = SIZES[size]
    desk.set_viewport_size({"width": width, "height": height})
    wrong = {}
    for where in pages_of(into):
        desk.goto(served.url + where)
        assert desk.locator("main .desk-page h1").count() == 1, where
        if desk.evaluate("document.documentElement.scrollWidth") > width:
            wrong[where] = "sideways"
        told = Axe().run(desk, context=".desk-page").response["violations"]
        if told:
            wrong[where] = [(each["id"], each["nodes"][0]["html"][:120]) for each in told]
    assert wrong == {}


def test_doubtful_records_are_accepted_by_keys_alone(served, desk, into):  # noqa: F811
    desk.goto(f"{served.url}/desk/imports/{into.pk}/")
    for key in ("j", "x", "j", "x"):
        desk.keyboard.press(key)
    assert desk.locator("[data-import-row] input:checked").count() == 2
    with desk.expect_navigation():
        desk.keyboard.press("a")
    desk.get_by_text("2 accepted.").wait_for()
    assert into.findings.filter(outcome=Outcome.DOUBTFUL).count() == 2


def test_keys_are_letters_where_one_writes(served, desk, into):  # noqa: F811
    finding = into.findings.filter(outcome=Outcome.DOUBTFUL).first()
    desk.goto(f"{served.url}/desk/imports/records/{finding.pk}/")
    desk.locator("[name=place]").focus()
    desk.keyboard.type("ajk")
    assert "ajk" in desk.locator("[name=place]").input_value()
    assert into.findings.filter(outcome=Outcome.DOUBTFUL).count() == 4


def test_progress_comes_by_itself_and_the_end_too(served, desk, into):  # noqa: F811
    at = into.started_at
    Import.objects.update(
        finished_at=None, stage="reading", files_known=200, files_done=50, running_since=at, beat_at=at
    )
    desk.goto(f"{served.url}/desk/imports/{into.pk}/")
    desk.get_by_text("50 of 200 files").wait_for()
    assert Axe().run(desk, context=".desk-page").response["violations"] == []
    Import.objects.update(files_done=120)
    desk.get_by_text("120 of 200 files").wait_for()
    Import.objects.update(finished_at=at)
    desk.get_by_text("120 of 200 files").wait_for(state="detached")
    desk.get_by_role("button", name="Accept as drafts").wait_for()
