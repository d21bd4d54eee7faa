"""The program answers an older site's addresses: by their query, before a file, and never before their time."""

import pytest
from build import AT, make_newsroom, make_release
from django.db import connection

from dateline.publishing.publish import publish
from dateline.publishing.settle import settle_pages
from dateline.publishing.state_addresses import Stated, state_addresses
from dateline.releases.models import OldAddress, Release

pytestmark = pytest.mark.django_db(transaction=True)
PATH = "/2024/05/said/"
OLD = ("/press?page=5", "/?p=12", "/index.php?id=7&lang=es", "/_files/ugd/a b.pdf", "/a%2Fb.html", "/opini%C3%B3n/")


@pytest.fixture
def said() -> Release:
    make_newsroom()
    release = make_release(headline="Said")
    publish(release, at=AT)
    state_addresses([Stated(line, old, str(release.uid)) for line, old in enumerate(OLD, 1)])
    settle_pages()
    return release


@pytest.mark.parametrize(
    "raw",
    [
        "/press?page=5", "/press/?page=5", "/press/?page=5&utm_source=x", "/press/?utm_source=x&page=%35",
        "/?p=12", "/index.php?lang=es&id=7", "/_files/ugd/a%20b.pdf", "/a%2Fb.html", "/opini%F3n", "/opini%c3%b3n/",
    ],
)  # fmt: skip
def test_an_old_address_leads_on_however_it_is_written_and_whatever_file_has_its_path(ask, said, raw):
    for method in ("GET", "HEAD"):
        reply = ask(raw, method)
        assert (reply.status, reply.headers["location"]) == (301, PATH)
    assert reply.headers["cache-control"] == "public, no-cache"


@pytest.mark.parametrize(
    "raw", ["/press/", "/press/?page=6", "/?p=13", "/?utm_source=x", "/?", "/?p=%00", "/?p=12%0D%0AX:y"]
)
def test_a_page_of_ours_answers_whatever_else_is_asked_of_it(ask, said, raw):
    assert ask(raw).status == 200


def test_a_file_outranks_an_old_address_without_a_query(ask, said, write):
    OldAddress.objects.create(address="/archive", was="release", release=said)
    assert ask("/archive/").status == 200
    assert ask("/archive").headers["location"] == "/archive/"


def test_a_draft_is_told_of_by_nothing_at_all(ask, said):
    draft = make_release(headline="Hidden")
    for address in ("/?p=99", "/press?page=9", "/node/9", "/_files/9.pdf"):
        OldAddress.objects.create(address=address, was="release", release=draft)
    settle_pages()
    for known, unknown in (
        ("/?p=99", "/?p=98"),
        ("/press/?page=9", "/press/?page=8"),
        ("/node/9", "/node/8"),
        ("/_files/9.pdf", "/_files/8.pdf"),
    ):
        for method in ("GET", "HEAD"):
            assert ask(known, method) == ask(unknown, method)


def test_the_list_in_memory_is_only_a_hint_the_ledger_decides(ask, said):
    assert ask("/press/?page=5").status == 301
    OldAddress.objects.filter(address="/press?page=5").delete()  # as a redaction does, before the maps are made anew
    assert ask("/press/?page=5").status == 200
    assert ask("/_files/ugd/a%20b.pdf").status == 301
    OldAddress.objects.all().delete()
    assert ask("/_files/ugd/a%20b.pdf").status == 404


def test_the_list_is_read_anew_when_it_changes_and_missed_by_nobody(ask, said, public_root):
    assert ask("/?p=12").status == 301
    state_addresses([Stated(1, "/?p=77", "/archive/")])
    settle_pages()
    assert ask("/?p=77").headers["location"] == "/archive/"
    (public_root / "_maps/first.txt").unlink()
    assert ask("/?p=77").status == 200


def test_where_the_database_does_not_answer_an_old_address_is_not_taken_for_the_page(ask, said):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE releases_oldaddress RENAME TO elsewhere")
    try:
        assert ask("/press/?page=5").status == 503
        assert ask("/press/?page=6").status == 200
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE elsewhere RENAME TO releases_oldaddress")


@pytest.mark.parametrize(
    "raw", ["//evil.example/press?page=5", "/%2F%2Fevil.example?page=5", "/\\evil.example", "/press?page=5%0d%0aX:%20y"]
)
def test_no_request_is_led_to_another_host_or_writes_a_header(ask, said, raw):
    reply = ask(raw)
    assert reply.headers.get("location", PATH) in (PATH, "/press/")
    assert "x" not in reply.headers


def test_the_maps_are_answered_nowhere(ask, said):
    assert ask("/_maps/first.txt").status == 404
    assert ask("/_maps/nginx/first.map").status == 404
