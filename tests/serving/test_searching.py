"""The search as the server answers it: never kept, never in the way, never an error."""

import asyncio
import logging
import threading

import pytest
from build import AT, make_newsroom, make_release
from django.contrib.sessions.models import Session

from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.serving import searching
from dateline.serving.headers import STRICT
from dateline.serving.searching import Search, room_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def said() -> None:
    make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")
    publish(make_release(headline="Heat is a right"), at=AT)
    settle()


def test_an_answer_is_strict_and_nothing_of_it_is_kept(said, ask, caplog):
    caplog.set_level(logging.DEBUG)
    reply = ask("/search/?q=secretquestion+heat")
    assert reply.status == 200
    assert reply.headers["cache-control"] == "no-store"
    assert {name.decode(): value.decode() for name, value in STRICT}.items() <= reply.headers.items()
    assert "form-action 'self'" in reply.headers["content-security-policy"]
    assert b'<meta name="robots" content="noindex">' in reply.body
    assert not {"set-cookie", "etag", "vary", "last-modified"} & reply.headers.keys()
    assert "secretquestion" not in caplog.text
    assert not Session.objects.exists()


def test_both_languages_answer_and_other_paths_are_as_unknown_as_ever(said, ask):
    assert b"<mark>Heat</mark>" in ask("/search/?q=heat").body
    assert b"<mark>Heat</mark>" in ask("/search?q=heat").body
    assert b"Buscar" in ask("/es/search/?q=heat").body
    for path in ("/fr/search/", "/2024/search/", "/search/more/", "/topics/search/"):
        assert ask(f"{path}?q=heat").status == 404


def test_only_get_and_head_are_answered(said, ask):
    assert ask("/search/?q=heat", "POST").status == 405
    assert ask("/search/?q=heat", "HEAD").status == 200


@pytest.mark.parametrize("query", [b"q=%00%ff%fe", b"q=" + b"a" * 10_000, b"&&&=;%", b"q=\xff\x00", b"q=%F0%9F%92%A5"])
def test_no_query_is_an_error(said, ask, query):
    assert ask(b"/search/?" + query).status == 200


def test_a_path_that_only_ends_like_the_search_names_no_newsroom():
    assert (room_of("/search/"), room_of("/es/search/"), room_of("/es-mx/search")) == ("/", "/es/", "/es-mx/")
    assert [room_of(path) for path in ("/a/b/search/", "/research/", "/2014/search/", "/search/x")] == [None] * 4


def test_a_crowd_is_told_to_come_back_and_readers_of_pages_do_not_wait(monkeypatch):
    """Holds both threads: what waits is bounded, and the event loop goes on."""
    held = threading.Event()
    monkeypatch.setattr(searching, "answer_search", lambda room, query: held.wait(10) and None)
    monkeypatch.setattr(searching, "MOST_WAITING", 3)

    async def crowd() -> list[int]:
        search, told = Search(), []

        async def send(message: dict) -> None:
            if message["type"] == "http.response.start":
                told.append(message["status"])

        asked = [asyncio.create_task(search("/", b"q=heat", (), send)) for _ in range(5)]
        while len(told) < 2:
            await asyncio.sleep(0)
        held.set()
        await asyncio.gather(*asked)
        search.close()
        return told

    assert asyncio.run(crowd()) == [503, 503]
