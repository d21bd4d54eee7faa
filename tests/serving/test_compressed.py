"""Compressed siblings as readers get them."""

import gzip
import http.client
import os
import time
from pathlib import Path

import brotli
import pytest
from build import AT, make_release

from dateline.commands.preparing.desk_static import collect_desk_static
from dateline.publishing.pack import lay_siblings, pack
from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.publishing.siblings import packs
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Release
from dateline.serving.accepting import accepted
from dateline.serving.folder import HOT_BYTES, HOT_FILE_BYTES, Folder
from dateline.serving.headers import public_headers

pytestmark = pytest.mark.django_db(transaction=True)
FRONT = "<!doctype html>" + "<p>What we said to the press.</p>" * 200
BROWSER = "gzip, deflate, br, zstd"
OPENED = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.fixture
def front(write, public_root) -> Path:
    file = write("index.html", FRONT)
    lay_siblings(pack(public_root, ["index.html"]))
    return file


@pytest.mark.parametrize(
    ("value", "takes"),
    [
        (BROWSER, (".br", ".gz")), ("gzip", (".gz",)), ("GZIP, BR", (".br", ".gz")), ("br;q=0.5, gzip", (".gz", ".br")),
        ("br;q=0, gzip;q=0", ()), ("*", (".br", ".gz")), ("*;q=0", ()), ("gzip;q=0, *", (".br",)), ("x-gzip", (".gz",)),
        ("identity", ()), ("identity;q=1, br;q=0.9", ()), ("identity;q=0.5, br;q=0.5, gzip;q=0.1", (".br",)),
        ("identity;q=0, br", (".br",)), ("br ; q=0.8 , gzip ; q=0.9", (".gz", ".br")), ("zstd", ()), ("", ()), (",,;", ()),
        ("br;q=x, gzip", (".gz",)), ("br;q=nan, gzip;q=2", ()), ("br;q=1.000", (".br",)), ("br;level=11", (".br",)),
        ("gzip," * 400, ()), ("brotli, gzipped", ()), ("br\xff", ()),
    ],
)  # fmt: skip
def test_what_a_reader_takes_is_read_as_the_standard_says(value, takes):
    assert accepted(value.encode("latin-1")) == takes


@pytest.mark.parametrize(("asked", "coding"), [(BROWSER, "br"), ("gzip, deflate", "gzip"), ("br;q=0.1, gzip", "gzip")])
def test_a_page_is_sent_in_the_form_that_the_reader_takes(ask, front, asked, coding):
    reply, plain = ask("/", accept_encoding=asked), ask("/")
    assert OPENED[coding](reply.body) == plain.body == FRONT.encode()
    assert reply.headers["content-encoding"] == coding
    assert reply.headers["content-length"] == str(len(reply.body))
    assert reply.headers["vary"] == plain.headers["vary"] == "accept-encoding"
    assert reply.headers["etag"] != plain.headers["etag"]
    same = plain.headers.keys() - {"content-length", "etag"}
    assert {name: reply.headers[name] for name in same} == {name: plain.headers[name] for name in same}


@pytest.mark.parametrize("asked", ["identity", "deflate", "br;q=0, gzip;q=0", "*;q=0", "identity;q=0"])
def test_who_takes_neither_gets_the_plain_page(ask, front, asked):
    reply = ask("/", accept_encoding=asked)
    assert (reply.status, reply.body) == (200, FRONT.encode())
    assert "content-encoding" not in reply.headers


def test_a_page_without_siblings_is_sent_plain_and_compressed_from_the_moment_they_lie_there(ask, write, public_root):
    write("index.html", FRONT)
    assert "content-encoding" not in ask("/", accept_encoding=BROWSER).headers
    lay_siblings(pack(public_root, ["index.html"]))
    assert ask("/", accept_encoding=BROWSER).headers["content-encoding"] == "br"
    (public_root / "index.html.br").unlink()
    write("index.html", FRONT.replace("said", "meant"))
    assert b"meant" in ask("/", accept_encoding=BROWSER).body


def test_a_sibling_of_another_page_is_never_sent(ask, front, write, public_root):
    assert ask("/", accept_encoding=BROWSER).headers["content-encoding"] == "br"  # it is in memory now
    time.sleep(0.02)  # a file system's clock ticks every few milliseconds
    write("index.html", "corrected")  # by a hand that forgot the siblings
    assert ask("/", accept_encoding=BROWSER).body == b"corrected"
    younger = (public_root / "index.html").stat().st_mtime_ns + 1
    os.utime(public_root / "index.html.br", ns=(younger, younger))
    assert ask("/", accept_encoding=BROWSER).body == b"corrected"


@pytest.mark.parametrize("is_folder", [True, False])
def test_a_sibling_that_is_a_link_a_folder_or_a_pipe_is_not_read(is_folder, ask, write, public_root, tmp_path):
    page = write("index.html", FRONT)
    (tmp_path / "secret").write_bytes(brotli.compress(b"unborn"))
    os.utime(tmp_path / "secret", ns=(page.stat().st_mtime_ns,) * 2)
    (public_root / "index.html.br").symlink_to(tmp_path / "secret")
    (public_root / "index.html.gz").mkdir() if is_folder else os.mkfifo(public_root / "index.html.gz")
    os.utime(public_root / "index.html.gz", ns=(page.stat().st_mtime_ns,) * 2)
    assert ask("/", accept_encoding=BROWSER).body == FRONT.encode()


def test_what_a_reader_has_in_one_form_is_not_sent_again_in_that_form(ask, front):
    for asked in (BROWSER, "gzip", "identity"):
        first = ask("/", accept_encoding=asked)
        again = ask("/", accept_encoding=asked, if_none_match=first.headers["etag"])
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
        assert again.headers["vary"] == "accept-encoding" and "content-encoding" not in again.headers
        assert ask("/", accept_encoding=asked, if_modified_since=first.headers["last-modified"]).status == 304


def test_what_a_reader_has_in_another_form_is_no_answer(ask, front):
    tag = ask("/", accept_encoding=BROWSER).headers["etag"]
    assert ask("/", accept_encoding="gzip", if_none_match=tag).status == 200
    assert ask("/", if_none_match=tag).body == FRONT.encode()


def test_a_tag_stays_when_the_same_words_are_published_anew(ask, front, write, public_root):
    tag = ask("/", accept_encoding=BROWSER).headers["etag"]
    write("index.html", FRONT)
    lay_siblings(pack(public_root, ["index.html"]))
    assert ask("/", accept_encoding=BROWSER).headers["etag"] == tag


def test_what_can_have_no_sibling_does_not_vary(ask, write):
    for name in ("2024/05/a/minutes.txt", "2024/05/a/release.pdf", "2024/05/a/share.png"):
        write(name, "words " * 999)
        assert "vary" not in ask(f"/{name}", accept_encoding=BROWSER).headers


def test_siblings_have_no_address_and_attachments_of_such_endings_do(ask, front, write, public_root):
    write("assets/site-0123456789ab.css", "p{}" * 999)
    lay_siblings(pack(public_root, ["assets/site-0123456789ab.css"]))
    write("2024/05/a/minutes-txt.gz", "handed out")
    for path in ("/index.html.br", "/index.html.gz", "/assets/site-0123456789ab.css.br", "/index.html%2Ebr"):
        assert ask(path).status == 404
        assert ask(path, accept_encoding=BROWSER).status == 404
    assert ask("/2024/05/a/minutes-txt.gz", accept_encoding=BROWSER).body == b"handed out"


def test_a_hashed_part_is_kept_for_a_year_in_every_form(ask, write, public_root):
    write("assets/site-0123456789ab.css", "p{}" * 999)
    lay_siblings(pack(public_root, ["assets/site-0123456789ab.css"]))
    for asked in (BROWSER, "gzip", "identity"):
        headers = ask("/assets/site-0123456789ab.css", accept_encoding=asked).headers
        assert "immutable" in headers["cache-control"] and headers["content-type"] == "text/css; charset=utf-8"


def test_a_notice_and_not_found_are_compressed_too(ask, public_root):
    release = make_release()
    publish(release, at=AT)
    withdraw(Release.objects.get(), "It was wrong.", at=AT)
    settle()
    for path, status in ((Release.objects.get().address, 410), ("/none", 404), ("/a//b", 404)):
        reply = ask(path, accept_encoding=BROWSER)
        assert (reply.status, reply.headers["content-encoding"]) == (status, "br")
        assert reply.headers["vary"] == "accept-encoding" and "etag" not in reply.headers
        assert brotli.decompress(reply.body) == ask(path).body


def test_an_answer_of_the_search_is_compressed_as_it_is_made(ask):
    publish(make_release(), at=AT)
    settle()
    plain = ask("/search/?q=interpreter")
    for asked, coding in ((BROWSER, "br"), ("gzip", "gzip")):
        reply = ask("/search/?q=interpreter", accept_encoding=asked)
        assert OPENED[coding](reply.body) == plain.body and reply.headers["content-encoding"] == coding
        assert reply.headers["content-length"] == str(len(reply.body))
        assert reply.headers["cache-control"] == "no-store"
    assert "content-encoding" not in plain.headers


def get(port: int, path: str, method: str = "GET", **headers: str):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    reply = line.getresponse()
    body = reply.read()
    line.close()
    return reply, body


@pytest.mark.parametrize("asked", [BROWSER, "gzip", "identity"])
def test_the_short_way_the_long_way_and_head_say_the_same(served, front, asked):
    short, body = get(served.port, "/", accept_encoding=asked)
    long, same = get(served.port, "/", accept_encoding=asked, connection="close")  # goes the long way
    head, nothing = get(served.port, "/", "HEAD", accept_encoding=asked)
    dated = {"date", "connection"}
    alike = [{(n, v) for n, v in reply.getheaders() if n.lower() not in dated} for reply in (short, long, head)]
    assert alike[0] == alike[1] == alike[2]
    assert body == same and nothing == b"" and len(body) == int(short.headers["content-length"])


def test_two_lines_of_what_is_taken_are_read_as_one(served, front):
    line = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    line.putrequest("GET", "/", skip_accept_encoding=True)
    line.putheader("Accept-Encoding", "br;q=0.9")
    line.putheader("Accept-Encoding", "gzip;q=0.5")
    line.endheaders()
    reply = line.getresponse()
    assert brotli.decompress(reply.read()) == FRONT.encode()
    line.close()


def test_a_large_page_is_streamed_plain_and_its_sibling_whole(ask, write, public_root):
    content = os.urandom(HOT_FILE_BYTES // 2).hex() + "words " * 999
    write("index.html", content)
    lay_siblings(pack(public_root, ["index.html"]))
    assert ask("/").body == content.encode()
    for _ in range(2):
        assert brotli.decompress(ask("/", accept_encoding=BROWSER).body) == content.encode()
    assert gzip.decompress(ask("/", accept_encoding="gzip").body) == content.encode()


def test_memory_is_bounded_with_siblings_in_it(tmp_path):
    folder = Folder(tmp_path, public_headers, packs)
    for number in range(HOT_BYTES // HOT_FILE_BYTES + 5):
        (tmp_path / f"{number}.txt").write_bytes(os.urandom(HOT_FILE_BYTES * 2 // 5).hex().encode())
        lay_siblings(pack(tmp_path, [f"{number}.txt"]))
        assert folder.find(f"{number}.txt", (".br", ".gz")).file.endswith(".br")
        assert folder.find(f"{number}.txt", (".gz", ".br")).file.endswith(".gz")
    held = [kept.was[2] for page in folder._kept.values() for kept in (page, *page.siblings.values())]
    assert folder._kept_bytes == sum(held) <= HOT_BYTES


@pytest.fixture
def collected(settings, tmp_path) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    collect_desk_static()


def test_the_desk_sends_its_own_style_and_scripts_compressed(collected, ask):
    for path in ("/desk/static/wagtailadmin/css/core.css", "/desk/static/wagtailadmin/js/core.js"):
        reply, plain = ask(path, accept_encoding=BROWSER), ask(path)
        assert reply.headers["content-encoding"] == "br" and len(reply.body) < len(plain.body) / 2
        assert brotli.decompress(reply.body) == plain.body
