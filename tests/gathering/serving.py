"""A site of a press office on 127.0.0.1, as well or as badly behaved as a test wants it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

Act = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What it serves: an address's path and query → a page, or what to do."""

    pages: dict[str, bytes | Act] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # paths, in the order in which they were asked for
    headers: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def lists(self, path: str, *releases: str, onward: str = "") -> None:
        """Serve a page of the list."""
        entries = "".join(
            f'<article><h2><a href="{link}">The union said again what {link} says</a></h2></article>'
            for link in releases
        )
        more = f'<nav><a href="{onward}">Older posts »</a></nav>' if onward else ""
        self.pages[path] = f"<html><body><nav><a href='/about'>About us</a></nav>{entries}{more}</body></html>".encode()

    def says(self, path: str, matter: str = "") -> None:
        """Serve a release."""
        self.pages[path] = (
            f"<html><body><article><h1>Release {path}</h1><p>RIVERTON, October 9, 2014 — The union said so.</p>{matter}"
            "</article></body></html>"
        ).encode()


@contextmanager
def serving(site: Site, host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve a site until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        served: ClassVar[Site] = site

        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append(dict(self.headers))
            page = site.pages.get(self.path)
            try:
                if callable(page):
                    page(self)
                else:
                    answer(self, page or b"Not found.", status=200 if page is not None else 404)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    site.address = f"http://{host}:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(to: BaseHTTPRequestHandler, body: bytes, *, status: int = 200, **headers: str) -> None:
    """Answer as a well-behaved server does, with more headers where they are given."""
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
    told.update({name.replace("_", "-"): value for name, value in headers.items()})
    to.send_response(status)
    for name, value in told.items():
        to.send_header(name, value)
    to.end_headers()
    to.wfile.write(body)


def leads_to(target: str) -> Act:
    """Answer with a redirect."""
    return lambda to: answer(to, b"", status=302, Location=target)


def drips(to: BaseHTTPRequestHandler) -> None:
    """Answer a byte at a time, for ever."""
    to.send_response(200)
    to.send_header("Content-Type", "text/html")
    to.end_headers()
    while True:
        to.wfile.write(b"a")
        to.wfile.flush()
        time.sleep(0.05)


def pours(to: BaseHTTPRequestHandler) -> None:
    """Answer with a page that never ends, as fast as it can."""
    to.send_response(200)
    to.send_header("Content-Type", "text/html")
    to.end_headers()
    while True:
        to.wfile.write(b"<p>more</p>" * 10_000)
