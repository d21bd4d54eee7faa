"""A hub is told of what a person has changed, once it is made; a hub that doesn't answer delays nothing."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings as now_set
from django.db import transaction

from dateline.publishing.correct import correct
from dateline.publishing.everything import publish_everything
from dateline.publishing.models import Ping
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.settle import settle
from dateline.publishing.websub import LONGEST_PAUSE, complaint, pay_pings
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Release

pytestmark = pytest.mark.django_db
SITE = "https://press.example"
HEARD = [f"{SITE}/feed.atom", f"{SITE}/feed.json", f"{SITE}/feed.rss", f"{SITE}/kinds/press-releases/feed.atom"]


@contextmanager
def hub(settings, status: int = 202, to: str = "") -> Iterator[list[str]]:
    """Run a hub on this machine and set it; give the feeds of which it hears."""
    heard: list[str] = []

    class Hub(BaseHTTPRequestHandler):
        def do_POST(self):
            form = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
            assert form["hub.mode"] == ["publish"]
            heard.extend(form["hub.url"])
            self.send_response(status)
            if to:
                self.send_header("location", to)
            self.end_headers()

        def log_message(self, *args):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    settings.DATELINE_HUB = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield heard
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def dead(settings) -> None:
    """Set a hub at whose port nobody is."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings.DATELINE_HUB = f"http://127.0.0.1:{taken.getsockname()[1]}/"


def published(**fields) -> Release:
    release = make_release(**fields)
    publish(release, at=AT)
    settle()
    return Release.objects.get(pk=release.pk)


def test_a_hub_hears_of_every_feed_that_a_person_has_changed_once(settings):
    with hub(settings) as heard:
        published()
        assert pay_pings(AT) == 4
        assert sorted(heard) == HEARD
        assert pay_pings(AT) == 0
        assert len(heard) == 4


def test_corrections_and_withdrawals_are_told_too(settings):
    with hub(settings) as heard:
        release = published(topics=["Heat"])
        pay_pings(AT)
        release.body = [("text", "<p>Another.</p>")]
        correct(release, "It was wrong.", at=AT)
        settle()
        assert pay_pings(AT) == 5
        withdraw(release, "It was wrong.", at=AT)
        settle()
        assert pay_pings(AT) == 5
        assert heard.count(f"{SITE}/topics/heat/feed.atom") == 3


def test_an_import_and_a_publishing_of_everything_tell_nobody(settings):
    with hub(settings) as heard:
        publish_past([make_release()], at=AT)
        settle()
        publish_everything()
        assert pay_pings(AT) == 0
        assert heard == []


def test_without_a_hub_nothing_is_written_down_and_what_was_is_forgotten(settings):
    published()
    assert not Ping.objects.exists()
    with hub(settings):
        published(headline="Two")
    settings.DATELINE_HUB = ""
    assert pay_pings(AT) == 0
    assert not Ping.objects.exists()


def test_a_verb_that_is_rolled_back_tells_nobody(settings):
    with hub(settings) as heard:
        release = make_release()
        with pytest.raises(KeyboardInterrupt), transaction.atomic():
            publish(release, at=AT)
            raise KeyboardInterrupt
        assert pay_pings(AT) == 0
        assert heard == []


def test_a_hub_is_told_of_nothing_that_is_not_made_yet(settings):
    with hub(settings) as heard:
        publish(make_release(), at=AT)
        assert pay_pings(AT) == 0
        settle()
        assert pay_pings(AT) == 4
        assert (Path(now_set.DATELINE_PUBLIC_ROOT) / "feed.atom").exists()
        assert len(heard) == 4


def test_a_change_while_the_hub_is_told_is_told_again(settings, monkeypatch):
    published_meanwhile = []

    def tell(hub, feed, timeout_seconds):
        if not published_meanwhile:
            published_meanwhile.append(published(headline="Meanwhile"))

    settings.DATELINE_HUB = "https://hub.example/"
    monkeypatch.setattr("dateline.publishing.websub.tell_hub", tell)
    published()
    pay_pings(AT)
    assert Ping.objects.filter(feed_path="/feed.atom").exists()


@pytest.mark.parametrize("status", [500, 404, 301])
def test_a_hub_that_answers_anything_but_yes_is_told_again_later(settings, status):
    with hub(settings, status, to="http://127.0.0.1:1/" if status == 301 else "") as heard:
        published()
        assert pay_pings(AT) == 0
        assert complaint() == f"The hub 127.0.0.1 answered {status} when it was told that {HEARD[0]} has changed."
        assert pay_pings(AT + timedelta(seconds=59)) == 0
        assert len(heard) == 1  # one try, not one for each feed
    with hub(settings) as heard:
        assert pay_pings(AT + timedelta(seconds=61)) == 4
        assert complaint() == ""


def test_pauses_grow_to_hours_and_no_further(settings, dead):
    published()
    now = AT
    for tried in range(12):
        pay_pings(now)
        assert set(Ping.objects.values_list("tried", flat=True)) == {tried + 1}
        waits = Ping.objects.first().not_before - now
        assert waits == min(timedelta(minutes=2**tried), LONGEST_PAUSE)
        now += waits
    assert "can't be reached: Connection refused" in complaint()


def test_a_dead_hub_delays_no_page(settings, dead):
    published()
    assert "interpreter" in (Path(now_set.DATELINE_PUBLIC_ROOT) / "index.html").read_text()
    assert pay_pings(AT) == 0


def test_a_slow_hub_is_left_after_a_short_while(settings):
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the connection, says nothing
        settings.DATELINE_HUB = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        published()
        assert pay_pings(AT, timeout_seconds=0.05) == 0
    assert complaint() == "The hub 127.0.0.1 did not answer within 0.05 seconds."


def test_feeds_name_the_hub_that_is_set(settings):
    make_newsroom()
    settings.DATELINE_HUB = "https://hub.example/"
    published()
    for name in ("feed.atom", "feed.rss", "feed.json", "kinds/press-releases/feed.atom"):
        assert "https://hub.example/" in (Path(now_set.DATELINE_PUBLIC_ROOT) / name).read_text()
