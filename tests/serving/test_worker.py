"""What the workers do by themselves, at each look."""

from datetime import date
from pathlib import Path

import pytest
from build import make_newsroom
from django.conf import settings

from dateline.publishing.models import Ping
from dateline.publishing.settle import settle
from dateline.releases.models import Contact, NewsroomContact
from dateline.serving.worker import Settler, tell_hub

pytestmark = pytest.mark.django_db


def test_what_time_has_done_is_public_after_one_look():
    room = make_newsroom()
    contact = Contact.objects.create(name="Tobias Rehn", ends_on=date(2020, 5, 9))
    NewsroomContact.objects.create(newsroom=room, contact=contact)
    settle()
    front = Path(settings.DATELINE_PUBLIC_ROOT) / "index.html"
    assert "Tobias" in front.read_text()
    Settler()(lambda: False)
    assert "Tobias" not in front.read_text()


def test_a_dead_hub_is_told_of_in_the_log_once_for_each_reason(settings, caplog):
    settings.DATELINE_HUB = "http://127.0.0.1:1/"
    Ping.objects.create(feed_path="/feed.atom", stamp="00000000-0000-4000-8000-000000000000")
    tell_hub(lambda: False)
    tell_hub(lambda: False)
    (line,) = caplog.messages
    assert line.startswith("The hub 127.0.0.1 can't be reached") and "nothing else waits for it" in line
