"""Whatever the public site consists of stands in the table of what is covered: a new kind fails here until it does."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from publishing.render.every_page import every_page, make_release, make_room
from whole_site import covered
from whole_site.published import templates_that_take_part

from dateline.publishing.make import MAKERS
from dateline.publishing.render.environment import TEMPLATES
from dateline.publishing.render.typeset import SHEETS
from dateline.releases.blocks import BodyBlock
from dateline.releases.models.address import Stop
from dateline.releases.models.release import KINDS
from dateline.releases.status import Act

TESTS = Path(__file__).parents[1]
SOURCE = TESTS.parent / "src/dateline"
ADD = "Add it to told.py, so that the laws' tests reach it, and to covered.py."


def example(told, wanted: str) -> str | None:
    """Give the name of a file of the newsroom, or a page of its search, that is the one wanted."""
    return next((name for name in [*told.files, *told.searches] if fnmatch(name, wanted)), None)


def test_every_kind_of_output_is_covered(told):
    assert covered.OUTPUTS.keys() == MAKERS.keys(), ADD
    assert told.made_by.keys() == MAKERS.keys(), ADD
    for kind, wanted in covered.OUTPUTS.items():
        assert any(fnmatch(name, wanted) for name in told.made_by[kind] & told.files.keys()), (kind, wanted)


def test_whatever_else_is_owed_is_covered():
    named = set(re.findall(r'case "([a-z]+)":', (SOURCE / "publishing/settle.py").read_text()))
    assert named == covered.OWED_ONLY.keys(), ADD


def test_no_file_is_there_that_no_output_lays(told):
    assert frozenset().union(*told.made_by.values()) == told.files.keys()


def test_every_stop_of_the_ledger_is_covered(told):
    assert covered.STOPS.keys() == {str(stop) for stop in Stop}, ADD
    assert told.stops.keys() == {stop for stop, path in covered.STOPS.items() if path}
    for stop, path in covered.STOPS.items():
        assert not path or path in told.stops[stop], (stop, path)


def test_every_ending_is_covered(told):
    assert covered.ENDINGS.keys() == {name.rpartition(".")[2] for name in told.files}, ADD
    for ending in covered.ENDINGS.values():
        assert example(told, ending.example), ending


def test_every_template_takes_part_in_what_is_covered(told):
    assert covered.TEMPLATES.keys() == {file.name for file in TEMPLATES.glob("*")} == told.templates, ADD
    assert covered.SHEETS.keys() == {file.name for file in SHEETS.glob("*")}, ADD
    for wanted in (covered.TEMPLATES | covered.SHEETS).values():
        assert not wanted or example(told, wanted), wanted


def test_every_act_kind_and_block_is_covered(told):
    assert told.acts == {str(act) for act in Act}, ADD
    assert told.kinds == set(KINDS), ADD
    assert told.blocks == set(BodyBlock().child_blocks), ADD


def test_every_template_of_a_page_is_among_those_that_axe_looks_at():
    with templates_that_take_part() as seen:
        every_page(make_room(), make_release())
    assert {name for name in covered.TEMPLATES if name.endswith(".html")} - seen == {"feed_text.html"}


@pytest.mark.parametrize(
    "test",
    sorted({*covered.LAWS.values(), *covered.OWED_ONLY.values(), *(each.held_by for each in covered.ENDINGS.values())}),
)
def test_every_test_that_the_table_names_is_there(test):
    file, _, name = test.partition("::")
    assert f"\ndef {name}(" in (TESTS / file).read_text()
