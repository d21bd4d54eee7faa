import pytest
from build import AT, make_newsroom, make_release
from django.db import connection

from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Address, Release

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_address_that_was_never_public_gets_the_page_that_says_so(ask, write):
    write("404.html", "nothing here")
    reply = ask("/2014/10/never/")
    assert (reply.status, reply.body) == (404, b"nothing here")
    assert reply.headers["cache-control"] == "no-cache"
    assert reply.headers["content-security-policy"].startswith("default-src 'none'")


def test_without_any_page_a_line_is_said(ask):
    assert ask("/2014/10/never/").status == 404
    assert ask("/").status == 404


def test_where_the_database_does_not_answer_nobody_is_told_that_a_page_is_gone(ask, write):
    write("index.html", "front")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE releases_address RENAME TO elsewhere")
    try:
        reply = ask("/2014/10/never/")
        assert reply.status == 503
        assert reply.headers["retry-after"]
        assert ask("/").status == 200
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO releases_address")


PATH = "/2024/05/tenants-win-the-right-to-an-interpreter/"


@pytest.fixture
def said() -> Release:
    make_newsroom()
    release = make_release()
    publish(release, at=AT)
    settle()
    return Release.objects.get(pk=release.pk)


def test_a_published_release_is_answered(ask, said):
    assert b"The board voted four to one." in ask(PATH).body


def test_a_withdrawn_release_answers_410_with_its_notice_and_nothing_of_its_text(ask, said):
    assert ask(PATH).status == 200  # in memory now
    withdraw(said, "The vote is counted again.", at=AT)
    settle()
    reply = ask(PATH)
    assert reply.status == 410
    assert b"The vote is counted again." in reply.body
    assert b"four to one" not in reply.body
    assert "etag" not in reply.headers
    assert ask(PATH.rstrip("/")).status == 410
    head = ask(PATH, "HEAD")
    assert (head.status, head.headers["content-length"]) == (410, str(len(reply.body)))


def test_a_notice_is_not_answered_at_the_place_where_it_lies(ask, said, public_root):
    withdraw(said, "The vote is counted again.", at=AT)
    settle()
    notice = next((public_root / "_gone").rglob("index.html"))
    assert ask(f"/{notice.relative_to(public_root).parent}/").status == 404


def test_an_address_that_has_moved_leads_on(ask, said):
    Address.objects.create(path="/old/", stop="release", newsroom=said.newsroom, release=said)
    reply = ask("/old/?page=5")
    assert (reply.status, reply.headers["location"]) == (301, said.address)


def test_a_draft_is_not_there(ask, said):
    make_release(headline="Not yet said")
    settle()
    assert ask("/2024/05/not-yet-said/").status == 404
