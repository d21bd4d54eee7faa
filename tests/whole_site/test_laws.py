"""Laws 2, 3 and 6 over the whole life of the newsroom that is told, and so over every output that there is."""

import json
import os
from datetime import datetime

import pytest
from build import AT, make_release
from django.contrib.auth import get_user_model
from laws.canary import CANARY, plant_a_draft
from laws.test_law3_a_function_of_the_record import StepByStep
from laws.test_law6_what_was_said_stays_said import Remembering
from whole_site.published import Published, publish_told
from whole_site.told import BEGINS, tell

from dateline.releases.models import Newsroom, Release, Version

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="there the golden files hold the folder byte for byte, and tests/laws any other life",
    ),
]


@pytest.fixture
def planted(told, tmp_path) -> Published:
    """The same newsroom, told at a desk where a canary is in everything that is not public."""
    author = get_user_model().objects.create_superuser(f"{CANARY}-user", f"{CANARY}@desk.example", "secret")

    said = [json.loads(content) for name, content in told.files.items() if name.endswith("/release.json")]

    def plant(now: datetime) -> None:
        if not Release.objects.exists():
            plant_a_draft(author, Newsroom.objects.get(is_default=True))
            for headline, language in {(each["headlines"][0]["value"], each["language"]) for each in said}:
                room = Newsroom.objects.get(locale__language_code=language)
                make_release(room, headline=headline, text=CANARY)  # a draft that will want the same address
        for release in Release.objects.exclude(status="draft"):
            release.headline, release.subheadline = f"{CANARY} headline", CANARY
            release.body = [("text", f"<p>{CANARY} text</p>")]
            release.save_revision(user=author)

    assert AT == BEGINS  # the day for which the canary's draft is written
    return publish_told(tmp_path / "planted", by=author, look=plant)


def test_law_2_what_is_not_public_changes_no_byte_of_any_output(told, planted):
    assert planted.files.keys() == told.files.keys()
    assert [name for name, content in told.files.items() if planted.files[name] != content] == []
    assert planted.searches == told.searches
    assert planted.stops == told.stops


def test_law_3_every_output_is_step_by_step_what_it_is_from_nothing():
    watched = StepByStep()

    def look(now: datetime) -> None:
        watched.now = now
        watched.compare()

    try:
        tell(look)
    finally:
        watched.teardown()


def test_law_6_every_address_that_was_ever_public_answers():
    watched = Remembering()

    def look(now: datetime) -> None:
        watched.now = now
        for version in Version.objects.filter(release__redactions__isnull=False):
            watched.said.pop(version.pk, None)  # a person's safety outranks this law; the addresses answer all the same
        watched.look_around()

    try:
        tell(look)
        assert len(watched.addresses) > 100 and len(watched.said) > 10
    finally:
        watched.teardown()
