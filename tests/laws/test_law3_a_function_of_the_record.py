"""Law 3: what was published step by step is, byte for byte, what publishing everything from nothing gives."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import rule, run_state_machine_as_test
from laws.newsroom_life import NewsroomLife
from laws.told_life import live

from dateline.publishing.searching.index import dump, index_everything

pytestmark = pytest.mark.django_db


class StepByStep(NewsroomLife):
    """Compares now and then, and at the end of each life."""

    @rule()
    def compare(self):
        stepwise, whole = self.settled(), self.from_nothing()
        assert stepwise.keys() == whole.keys(), stepwise.keys() ^ whole.keys()
        different = [name for name in whole if stepwise[name] != whole[name]]
        assert not different, different
        self.what_lies_compressed(stepwise)
        self.what_time_has_done(stepwise)
        searched = dump()
        index_everything()
        assert dump() == searched

    def teardown(self):
        try:
            if hasattr(self, "rooms"):
                self.compare()
                self.now += timedelta(days=6)  # a long sleep: what came meanwhile is caught up
                self.what_time_has_done(self.settled())
        finally:
            super().teardown()


def test_any_life_of_a_newsroom_ends_in_the_folder_that_its_record_gives():
    run_state_machine_as_test(
        StepByStep,
        settings=settings(
            max_examples=15,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
        ),
    )


def test_a_life_told_by_hand_ends_in_the_folder_that_its_record_gives():
    watched = StepByStep()
    try:
        live(watched.compare)
    finally:
        watched.teardown()
