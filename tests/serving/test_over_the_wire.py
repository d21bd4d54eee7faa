"""The real server on a real socket."""

import http.client
import socket
import time

import pytest
from build import make_newsroom
from django.db import transaction

from dateline.publishing.addresses import Output
from dateline.publishing.models import Owed
from dateline.publishing.owe import owe


def talk(port: int, sent: bytes, *, until_closed: bool = True) -> bytes:
    """Send bytes as they are; give all that comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(sent)
        received = b""
        while piece := line.recv(65536):
            received += piece
        return received


def get(port: int, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    reply = line.getresponse()
    body = reply.read()
    line.close()
    return reply, body


def without_date(answer: bytes) -> bytes:
    return b"\r\n".join(line for line in answer.split(b"\r\n") if not line.startswith((b"date: ", b"connection: ")))


def test_the_short_way_and_the_long_way_give_the_same_bytes(served, write):
    write("index.html", "front " * 1000)
    plain = b"GET /?a=b HTTP/1.1\r\nHost: x\r\n\r\n"
    closing = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"  # not plain: goes the long way
    long = talk(served.port, closing)
    both = talk(served.port, plain + closing)
    assert both.count(b"\r\ndate: ") == 2
    assert without_date(both) == b"".join([without_date(long), without_date(long)])


def test_head_gives_the_headers_alone(served, write):
    write("index.html", "front")
    reply, body = get(served.port, "/", "HEAD")
    assert (reply.status, reply.headers["content-length"], body) == (200, "5", b"")


def test_the_server_does_not_say_what_it_is_and_sets_no_cookie(served, write):
    write("index.html", "front")
    for path in ("/", "/none", "/a//b"):
        reply, _ = get(served.port, path, cookie="sessionid=guessed")
        assert reply.headers["server"] is None
        assert reply.headers["set-cookie"] is None
        assert reply.headers["vary"] in (None, "accept-encoding")  # never by cookie


def test_many_requests_share_a_connection_in_order(served, write):
    for number in range(20):
        write(f"{number}/index.html", f"page {number};")
    rest = b" HTTP/1.1\r\nHost: x\r\n"
    asked = b"".join(b"GET /%d/%b\r\nGET /none%b\r\n" % (number, rest, rest) for number in range(20))
    told = talk(served.port, asked + b"GET /none" + rest + b"Connection: close\r\n\r\n")
    assert [int(part.split(b";")[0]) for part in told.split(b"page ")[1:]] == list(range(20))
    assert told.count(b"HTTP/1.1 404") == 21


@pytest.mark.parametrize(
    "line",
    [b"GET /\xff\xfe HTTP/1.1", b"GET http://other.example/ HTTP/1.1", b"GET /a\\b HTTP/1.1", b"GET /%00 HTTP/1.1",
     b"GET /desk/../../var/secret-key HTTP/1.1", b"GET /desk/%2e%2e/secret-key HTTP/1.1",
     b"GET /desk/static/../secret-key HTTP/1.1", b"GET /desk/static/%2e%2e/secret-key HTTP/1.1",
     b"NONSENSE", b"\x16\x03\x01",
     b"GET /../private/x HTTP/1.1", b"OPTIONS * HTTP/1.1", b"CONNECT other.example:443 HTTP/1.1"],
)  # fmt: skip
def test_malformed_requests_get_an_answer_and_the_next_one_is_served(served, write, public_root, line):
    write("index.html", "front")
    (public_root.parent / "secret-key").write_text("unborn")
    told = talk(served.port, line + b"\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    assert b"unborn" not in told
    assert told == b"" or int(told.split()[1]) in {200, 301, 302, 400, 404, 405}
    assert get(served.port, "/")[1] == b"front"


def test_the_desk_is_answered_by_django_and_asks_to_sign_in(served):
    assert get(served.port, "/desk")[0].headers["location"] == "/desk/"
    reply, _ = get(served.port, "/desk/")
    assert (reply.status, reply.headers["location"]) == (302, "/desk/login/?next=/desk/")
    reply, body = get(served.port, "/desk/login/")
    assert reply.status == 200
    assert b"csrfmiddlewaretoken" in body
    assert "Path=/desk/" in reply.headers["set-cookie"]


def test_what_only_begins_like_the_desk_is_public(served, write):
    write("desktop/index.html", "about desktops")
    assert get(served.port, "/desktop/")[1] == b"about desktops"


def test_a_picture_that_is_not_public_is_not_answered_to_a_reader(served, settings):
    file = settings.MEDIA_ROOT / "originals/photo.jpg"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"unborn")
    for path in ("/originals/photo.jpg", "/private/originals/photo.jpg", "/desk/kept/originals/photo.jpg"):
        reply, body = get(served.port, path)
        assert reply.status in (302, 404)
        assert b"unborn" not in body


def is_paid(within_seconds: float) -> bool:
    deadline = time.monotonic() + within_seconds
    while Owed.objects.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    return not Owed.objects.exists()


def test_the_worker_pays_what_another_process_owes_within_a_second(served_with_worker, public_root):
    make_newsroom("Harbor Tenants Union")
    assert is_paid(within_seconds=5)
    (public_root / "index.html").unlink()
    with transaction.atomic():
        owe([Output("front", "/")])
    began = time.monotonic()
    assert is_paid(within_seconds=5)
    assert b"Harbor Tenants Union" in get(served_with_worker.port, "/")[1]
    assert time.monotonic() - began < 2  # a second, and room for a busy machine


def test_the_worker_outlives_a_folder_that_can_not_be_written(served_with_worker, public_root):
    make_newsroom()
    assert is_paid(within_seconds=5)
    blocked = public_root / "index.html"
    blocked.unlink()
    (blocked / "in-the-way").mkdir(parents=True)  # a folder stands where the page belongs
    owe([Output("front", "/")])
    assert not is_paid(within_seconds=1.5), "what can't be written is still owed"
    (blocked / "in-the-way").rmdir()
    blocked.rmdir()
    assert is_paid(within_seconds=10)
