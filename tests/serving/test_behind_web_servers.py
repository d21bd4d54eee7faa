"""nginx and Caddy with the sample configurations answer as the program itself does, and keep nothing of a reader.

Real servers of Debian's on 127.0.0.1; skipped, and said so, where they aren't installed.
"""

import gzip
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from serving import behind
from serving.behind import Front, ask

from dateline.publishing.correct import correct
from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.passage import Passage
from dateline.publishing.settle import settle_pages
from dateline.publishing.state_addresses import Stated, state_addresses
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Release
from dateline.serving.headers import _EXECUTED, _TYPES

pytestmark = pytest.mark.django_db(transaction=True)
OF_THE_SERVER = {"date", "server", "connection", "keep-alive", "transfer-encoding", "accept-ranges", "vary", "etag",
                 "last-modified", "content-length"}  # fmt: skip
BODY_OF_ITS_OWN = {"content-type"}  # a redirection's: nobody reads it
SECRET = "quaxly-secret-question"


@pytest.fixture(params=["nginx", "caddy"])
def start(request, served, public_root, tmp_path) -> Callable:
    """Start a server in front of the program, or of nothing: `with start() as front`."""

    @contextmanager
    def _start(dateline: int | None = None) -> Iterator[Front]:
        scratch = tmp_path / f"{request.param}-{dateline}"
        with closing(getattr(behind, request.param)(scratch, public_root, dateline or served.port)) as running:
            yield next(running)

    return _start


@pytest.fixture
def site() -> None:
    """Something public, something withdrawn, something moved, and an older site."""
    make_newsroom()
    make_newsroom("Unión de Inquilinos", "es")
    said, wrong, moved = (make_release(headline=each) for each in ("Said", "Wrong", "Moves"))
    for release in (said, wrong, moved):
        publish(release, at=AT)
    withdraw(Release.objects.get(pk=wrong.pk), "It was wrong.", at=AT)
    moved = Release.objects.get(pk=moved.pk)
    moved.headline, moved.address_slug = "Moved", "moved"
    correct(moved, "It moved.", at=AT)
    leads = {
        "/press?page=5": "/2024/05/",
        "/?p=12": wrong.uid,
        "/index.php?id=7&lang=es": said.uid,
        "/about us/it's.html": "/archive/",
        "/_files/ugd/a.pdf": said.uid,
        '/a"b$c;d': said.uid,
    }
    state_addresses([Stated(line, old, str(new)) for line, (old, new) in enumerate(leads.items(), 1)])
    settle_pages()


def test_every_address_answers_as_the_program_does(start, site, served):
    addresses = [
        "/", "/2024/05/said/", "/2024/05/said/release.txt", "/2024/05/said/release.json", "/2024/05/moved/versions/1/",
        "/feed.atom", "/feed.rss", "/feed.json", "/sitemap.xml", "/robots.txt", "/es/", "/search/?q=said", "/es/search/",
        "/2024/05", "/2024/05/said", "/index.html", "/2024/05/said/index.html", "/es",
        "/press?page=5", "/press/?page=5", "/press/?utm_source=x&page=5", "/press/", "/press/?page=6", "/?p=12", "/?p=13",
        "/index.php?lang=es&id=7", "/index.php", "/about%20us/it's.html", "/about%20us/it%27s.html?x=1", "/_files/ugd/a.pdf",
        "/a%22b$c;d", "/2024/05/moves/", "/2024/05/moves", "/2024/05/moves/release.txt", "/2024/05/moves/versions/1/",
        "/2024/05/wrong/", "/2024/05/wrong", "/2024/05/wrong/?x=1", "/2024/05/wrong/release.pdf", "/2024/05/wrong/never",
        "/nothing", "/es/nada/", "/_gone/2024/05/wrong/", "/_gone/2024/05/wrong/index.html", "/_gone/2024/05/wrong",
        "/_maps/first.txt", "/_maps", "/.press-lock", "/assets", "/desk/", "/desk", "/deskx",
    ]  # fmt: skip
    with start() as front:
        for raw in addresses:
            for method in ("GET", "HEAD"):
                ours, theirs = ask(served.port, raw, method), front.ask(raw, method)
                assert theirs.status == ours.status, (method, raw)
                is_redirect = ours.status in (301, 302)
                aside = OF_THE_SERVER | (BODY_OF_ITS_OWN if is_redirect else set())
                if raw.startswith("/desk/"):
                    aside |= {"set-cookie", "expires"}
                assert headers(theirs, aside) == headers(ours, aside), (method, raw)
                assert is_redirect or theirs.body == ours.body, (method, raw)
        assert front.ask("/", "POST").status == ask(served.port, "/", "POST").status == 405
        assert front.ask("/press?page=5", "POST").status == 405
        page = front.ask("/2024/05/said/")
        assert front.ask("/2024/05/said/", if_none_match=page.headers["etag"]).status == 304
        assert b"It was wrong." in front.ask("/2024/05/wrong/").body
        assert b'lang="es"' in front.ask("/es/nada/").body


def test_the_maps_answer_with_the_program_stopped_and_files_do(start, site):
    with start(behind.free_port()) as front:
        for raw, location in (
            ("/press?page=5", "/2024/05/"),
            ("/press/?page=5", "/2024/05/"),
            ("/index.php?id=7&lang=es", "/2024/05/said/"),
            ("/about%20us/it's.html", "/archive/"),
            ("/_files/ugd/a.pdf", "/2024/05/said/"),
            ("/2024/05/moves/", "/2024/05/moved/"),
            ("/2024/05/moves/release.txt", "/2024/05/moved/release.txt"),
        ):
            said = front.ask(raw)
            assert (said.status, said.headers["location"]) == (301, location), raw
        for raw in ("/?p=12", "/2024/05/wrong/", "/2024/05/wrong", "/2024/05/wrong/release.pdf"):
            assert (front.ask(raw).status, b"It was wrong." in front.ask(raw).body) == (410, True), raw
        assert front.ask("/2024/05/said/").status == 200
        for raw in (
            "/nothing",
            "/search/?q=x",
            "/press/?page=5&x=1",
        ):  # only the program knows: that it is gone is no answer
            later = front.ask(raw)
            assert (later.status, later.headers["retry-after"], later.headers["cache-control"]) == (
                503,
                "30",
                "no-cache",
            ), raw


def test_files_of_every_kind_are_sent_as_the_program_sends_them(start, site, served, public_root):
    folder = public_root / "2024/05/said"
    endings = sorted({*_TYPES.types_map[True], ".nothing", ".br", ".gz", ".PDF", ".Html"})
    for ending in endings:
        (folder / f"handed-out{ending}").write_bytes(b"<script>alert(1)</script>")
    (public_root / "assets/site-0123456789abcdef.css").write_text("p{}")
    with start() as front:
        for ending in endings:
            raw = f"/2024/05/said/handed-out{ending}"
            ours, theirs = ask(served.port, raw), front.ask(raw)
            kind = {"content-type"}
            assert headers(theirs, OF_THE_SERVER | kind) == headers(ours, OF_THE_SERVER | kind), raw
            # What the sample doesn't list is nothing that a browser would show.
            assert theirs.headers["content-type"] in (ours.headers["content-type"], "application/octet-stream"), raw
            if _TYPES.types_map[True].get(ending) in _EXECUTED:
                assert theirs.headers["content-disposition"] == f"attachment; filename*=UTF-8''handed-out{ending}"
            assert theirs.headers["x-content-type-options"] == "nosniff"
        for ending in (
            ".pdf",
            ".docx",
            ".xlsx",
            ".pptx",
            ".odt",
            ".txt",
            ".csv",
            ".ics",
            ".png",
            ".jpg",
            ".webp",
            ".html",
            ".svg",
            ".xml",
        ):
            raw = f"/2024/05/said/handed-out{ending}"
            assert front.ask(raw).headers["content-type"] == ask(served.port, raw).headers["content-type"], raw
        for raw in (
            "/assets/site-0123456789abcdef.css",
            next(f"/assets/{each.name}" for each in (public_root / "assets").glob("*.css")),
        ):
            assert front.ask(raw).headers["cache-control"] == "public, max-age=31536000, immutable"
            assert headers(front.ask(raw), OF_THE_SERVER) == headers(ask(served.port, raw), OF_THE_SERVER)


def test_a_packed_copy_that_lies_beside_a_file_is_sent_in_its_place(start, site, public_root):
    page = public_root / "2024/05/said/index.html"
    page.with_name("index.html.gz").write_bytes(packed := gzip.compress(page.read_bytes(), mtime=0))
    page.with_name("index.html.br").write_bytes(b"as brotli packs it")
    with start() as front:
        plain = front.ask("/2024/05/said/")
        for coding, body in (("gzip", packed), ("br", b"as brotli packs it")):
            if coding == "br" and front.is_nginx and not behind.BROTLI.exists():
                continue
            said = front.ask("/2024/05/said/", accept_encoding=coding)
            assert (said.headers["content-encoding"], said.body) == (coding, body)
            assert said.headers["content-type"] == "text/html; charset=utf-8"
            assert headers(said, OF_THE_SERVER | {"content-encoding"}) == headers(plain, OF_THE_SERVER)
            assert said.headers["vary"].lower() == "accept-encoding"
        assert "content-encoding" not in plain.headers
        assert plain.body == page.read_bytes()
        assert plain.headers["vary"].lower() == "accept-encoding"
        for ending in ("gz", "br"):
            assert front.ask(f"/2024/05/said/index.html.{ending}").status == 404


def test_nothing_of_a_reader_is_written_down_even_where_all_goes_wrong(start, site, public_root, tmp_path):
    shutil.rmtree(public_root / "es")
    with start(behind.free_port()) as front:
        for raw in (
            "/",
            f"/search/?q={SECRET}",
            f"/press?{SECRET}",
            f"/{SECRET}/",
            f"/es/{SECRET}",
            f"/%00{SECRET}",
            "/desk/",
        ):
            front.ask(raw, user_agent=SECRET, referer=f"https://{SECRET}.example/", cookie=SECRET)
        front.ask("/" + SECRET * 2000)  # more than a request's line may hold
    written = [file for file in front.logs.parent.rglob("*") if file.is_file() and SECRET in _text(file)]
    assert written == []
    assert not [
        line
        for file in front.logs.iterdir()
        for line in _text(file).splitlines()
        if "127.0.0.1" in line and ("client" in line or "remote" in line)
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "//evil.example/",
        "//2024/05",
        "//2024/05/said",
        "/\\2024/05",
        "/%5C2024/05",
        "/2024%0d%0aX:%20y",
        "//press?page=5",
        "/%2F2024/05",
    ],
)
def test_no_request_is_led_to_another_host_or_writes_a_header(start, site, raw):
    with start() as front:
        said = front.ask(raw)
        assert not said.headers.get("location", "/").startswith(("//", "/\\", "http"))
        assert "x" not in said.headers


def test_after_a_reload_a_redacted_old_address_is_forgotten(start, site):
    state_addresses([Stated(1, "/node/zephyrine-quaxly", str(Release.objects.get(headline="Said").uid))])
    settle_pages()
    with start() as front:
        assert front.ask("/node/zephyrine-quaxly").status == 301
        release = Release.objects.get(headline="Said")
        redact(release, Passage("Zephyrine Quaxly"), at=AT)
        front.reload()
        assert front.ask("/node/zephyrine-quaxly").status == 404


def headers(said, aside: set[str]) -> dict[str, str]:
    return {name: value for name, value in said.headers.items() if name not in aside}


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")
