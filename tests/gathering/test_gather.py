"""A press page at its address: what is followed, what is refused, what a kill costs. The sites are real servers here."""

import gzip
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from dateline.gathering.bounds import Bounds
from dateline.gathering.gather import Gathered, NotGathered, done, gather
from dateline.reading import read_paths
from gathering.serving import Site, answer, drips, leads_to, pours, serving

QUICK = Bounds(allow_private=True, delay_seconds=0, seconds_an_answer=3, minutes=0.5, longest_wait_seconds=0.2)
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def site():
    with serving(Site()) as served:
        served.pages["/robots.txt"] = b"User-agent: *\nAllow: /\n"
        yield served


def got(site: Site, tmp_path: Path, bounds: Bounds = QUICK, path: str = "/press") -> Gathered:
    return gather(site.address + path, tmp_path, bounds)


def captured(gathered: Gathered) -> set[str]:
    """Give the paths of what can be read of it."""
    host = "/".join(gathered.address.split("/")[:3])
    return {reading.address.removeprefix(host) for reading in read_paths([gathered.path]) if reading.address}


def test_the_pages_of_a_list_and_their_releases_and_files_are_gathered(site: Site, tmp_path: Path) -> None:
    site.lists("/press", "/2014/a", "/2014/b", onward="/press?page=2")
    site.lists("/press?page=2", "/2013/c")
    site.says("/2014/a", '<a href="/files/letter.pdf">The letter</a><img src="/photos/march.jpg" alt="The march">')
    site.says("/2014/b")
    site.says("/2013/c", '<a href="/2014/a">Another thing the union once said</a>')
    site.pages["/files/letter.pdf"] = lambda to: answer(to, PDF, Content_Type="application/pdf")
    site.pages["/photos/march.jpg"] = lambda to: answer(to, b"\xff\xd8\xff", Content_Type="image/jpeg")
    found = got(site, tmp_path)
    assert (found.pages, found.files, found.stopped, found.not_fetched) == (5, 2, "", ())
    assert sorted(site.asked) == sorted(
        [
            "/robots.txt",
            "/press",
            "/2014/a",
            "/2014/b",
            "/press?page=2",
            "/2013/c",
            "/files/letter.pdf",
            "/photos/march.jpg",
        ]
    )
    assert captured(found) >= {"/press", "/press?page=2", "/2014/a", "/2014/b", "/2013/c"}


def test_what_robots_txt_forbids_is_not_asked_for_and_said(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = b"User-agent: Dateline\nDisallow: /2014/\n"
    site.lists("/press", "/2014/a", "/2013/b")
    site.says("/2013/b")
    found = got(site, tmp_path)
    assert "/2014/a" not in site.asked and "/2013/b" in site.asked
    assert "robots.txt" in dict(found.not_fetched)[site.address + "/2014/a"]


def test_a_press_page_that_robots_txt_forbids_is_refused_with_the_reason(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /\n"
    with pytest.raises(NotGathered, match=r"robots\.txt"):
        got(site, tmp_path)
    assert site.asked == ["/robots.txt"]


def test_a_robots_txt_that_fails_forbids_everything(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = lambda to: answer(to, b"Sorry", status=500)
    site.lists("/press")
    with pytest.raises(NotGathered, match=r"robots\.txt"):
        got(site, tmp_path)
    assert "/press" not in site.asked


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/", "http://127.0.0.2/", "file:///etc/passwd", "http://elsewhere.example/"]
)
def test_a_redirect_to_another_place_is_not_followed(site: Site, tmp_path: Path, target: str) -> None:
    site.lists("/press", "/2014/a", "/2014/b")
    site.pages["/2014/a"] = leads_to(target)
    site.says("/2014/b")
    found = got(site, tmp_path)
    assert len(found.not_fetched) == 1
    assert "/2014/b" in captured(found)


def test_a_redirect_to_another_port_of_the_host_is_not_followed(site: Site, tmp_path: Path) -> None:
    with serving(Site({"/secret": b"the database"})) as other:
        site.lists("/press", "/2014/a")
        site.pages["/2014/a"] = leads_to(other.address + "/secret")
        found = got(site, tmp_path)
        assert other.asked == []
    assert "another port" in found.not_fetched[0][1]


def test_redirects_that_never_end_are_left(site: Site, tmp_path: Path) -> None:
    site.pages["/press"] = leads_to("/press?1")
    for number in range(1, 50):
        site.pages[f"/press?{number}"] = leads_to(f"/press?{number + 1}")
    with pytest.raises(NotGathered, match="redirect"):
        got(site, tmp_path)
    assert len(site.asked) < 10


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_nothing_private_is_reached_unless_it_is_allowed_whatever_its_name(tmp_path: Path, host: str) -> None:
    with serving(Site()) as site:
        site.lists("/press")
        address = site.address.replace("127.0.0.1", host) + "/press"
        with pytest.raises(NotGathered, match="--allow-private"):
            gather(address, tmp_path, replace(QUICK, allow_private=False, tries=1))
        assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "ftp://press.example/",
        "https://user:word@press.example/",
        "http:///press",
        "https://press.example:99999/",
        "http://[::1/",
    ],
)
def test_an_address_that_is_none_is_refused_before_anything_is_asked(tmp_path: Path, address: str) -> None:
    with pytest.raises(NotGathered):
        gather(address, tmp_path / "gathered", QUICK)
    assert not (tmp_path / "gathered").exists()


def test_pages_that_go_on_for_ever_end_at_the_bound(site: Site, tmp_path: Path) -> None:
    for number in range(60):
        site.lists(f"/press?page={number}", f"/r/{number}", onward=f"/press?page={number + 1}")
        site.says(f"/r/{number}")
    found = got(site, tmp_path, replace(QUICK, pages=10), "/press?page=0")
    assert 10 <= found.pages <= 12 and "--pages" in found.stopped


def test_a_list_that_names_nothing_new_is_followed_a_few_pages_only(site: Site, tmp_path: Path) -> None:
    for number in range(60):
        site.lists(f"/press?page={number}", "/r/1", onward=f"/press?page={number + 1}")
    site.says("/r/1")
    got(site, tmp_path, path="/press?page=0")
    assert len(site.asked) < 10


def test_a_slow_drip_ends_and_costs_nothing_else(site: Site, tmp_path: Path) -> None:
    site.lists("/press", "/2014/a", "/2014/b")
    site.pages["/2014/a"] = drips
    site.says("/2014/b")
    found = got(site, tmp_path, replace(QUICK, seconds_an_answer=1, tries=1))
    assert "longer than 1 second" in dict(found.not_fetched)[site.address + "/2014/a"]
    assert "/2014/b" in captured(found)


def test_minutes_end_a_walk_and_what_came_is_kept(site: Site, tmp_path: Path) -> None:
    site.lists("/press", "/2014/a")
    site.pages["/2014/a"] = drips
    found = got(site, tmp_path, replace(QUICK, minutes=0.03, seconds_an_answer=4, tries=1))
    assert "--minutes" in found.stopped and captured(found) == {"/press"}


@pytest.mark.parametrize("claims", [None, "900000000"])
def test_a_body_without_end_is_cut_off_and_costs_nothing_else(site: Site, tmp_path: Path, claims: str | None) -> None:
    site.lists("/press", "/2014/a", "/2014/b")
    site.pages["/2014/a"] = pours if claims is None else lambda to: answer(to, b"a", Content_Length=claims)
    site.says("/2014/b")
    found = got(site, tmp_path, replace(QUICK, page_bytes=2_000_000))
    assert "larger" in dict(found.not_fetched)[site.address + "/2014/a"]
    assert "/2014/b" in captured(found) and found.path.stat().st_size < 100_000


def test_a_bomb_is_not_unpacked(site: Site, tmp_path: Path) -> None:
    bomb = gzip.compress(b"a" * 300_000_000)
    site.lists("/press", "/2014/a", "/2014/b")
    site.pages["/2014/a"] = lambda to: answer(to, bomb, Content_Encoding="gzip")
    site.says("/2014/b")
    found = got(site, tmp_path)
    assert site.address + "/2014/a" in dict(found.not_fetched)
    assert "/2014/b" in captured(found)


@pytest.mark.parametrize("length", ["5", "70"])
def test_a_wrong_length_costs_nothing_else(site: Site, tmp_path: Path, length: str) -> None:
    def lies(to: BaseHTTPRequestHandler) -> None:
        answer(to, b"<h1>A release of a server that cannot count</h1>", Content_Length=length)
        to.close_connection = True

    site.lists("/press", "/2014/a", "/2014/b")
    site.pages["/2014/a"] = lies
    site.says("/2014/b")
    found = got(site, tmp_path)
    assert {"/press", "/2014/b"} <= captured(found)


def test_a_busy_server_is_asked_again_later(site: Site, tmp_path: Path) -> None:
    def busy_twice(to: BaseHTTPRequestHandler) -> None:
        if site.asked.count("/2014/a") < 3:
            answer(to, b"Busy", status=503, Retry_After="1")
        else:
            answer(to, b"<h1>At last it says what it has to say</h1>")

    site.lists("/press", "/2014/a")
    site.pages["/2014/a"] = busy_twice
    found = got(site, tmp_path)
    assert site.asked.count("/2014/a") == 3 and found.not_fetched == ()
    assert "/2014/a" in captured(found)


def test_a_server_that_stays_broken_is_left_with_its_answer_said(site: Site, tmp_path: Path) -> None:
    site.lists("/press", "/2014/a", "/2014/gone")
    site.pages["/2014/a"] = lambda to: answer(to, b"Broken", status=500)
    found = got(site, tmp_path)
    assert site.asked.count("/2014/a") == QUICK.tries and site.asked.count("/2014/gone") == 1
    told = dict(found.not_fetched)
    assert "500" in told[site.address + "/2014/a"] and "404" in told[site.address + "/2014/gone"]


def test_no_cookie_is_kept_and_our_name_is_said(site: Site, tmp_path: Path) -> None:
    site.lists("/press", "/2014/a")
    press = site.pages["/press"]
    assert isinstance(press, bytes)
    site.pages["/press"] = lambda to: answer(to, press, Set_Cookie="follow=me")
    site.says("/2014/a")
    got(site, tmp_path)
    assert all("Cookie" not in headers and headers["User-Agent"].startswith("Dateline/") for headers in site.headers)


def test_requests_keep_their_distance(site: Site, tmp_path: Path) -> None:
    site.lists("/press", "/2014/a", "/2014/b")
    moments: list[float] = []
    for path in ("/2014/a", "/2014/b"):
        site.pages[path] = lambda to: moments.append(time.monotonic()) or answer(to, b"<h1>It says</h1>")  # type: ignore[func-returns-value]
    got(site, tmp_path, replace(QUICK, delay_seconds=0.4))
    assert moments[1] - moments[0] > 0.15


def test_a_crawl_delay_that_the_site_asks_for_is_kept(site: Site, tmp_path: Path) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 1\n"
    site.lists("/press", "/2014/a", "/2014/b")
    moments: list[float] = []
    for path in ("/2014/a", "/2014/b"):
        site.pages[path] = lambda to: moments.append(time.monotonic()) or answer(to, b"<h1>It says</h1>")  # type: ignore[func-returns-value]
    got(site, tmp_path, replace(QUICK, delay_seconds=0.05))
    assert moments[1] - moments[0] > 0.45


def test_files_come_from_a_second_host_only_where_it_is_named(site: Site, tmp_path: Path) -> None:
    with serving(Site({"/robots.txt": b"", "/a.pdf": PDF}), "127.0.0.2") as other:
        site.lists("/press", "/2014/a")
        site.says("/2014/a", f'<a href="{other.address}/a.pdf">The letter</a>')
        found = got(site, tmp_path / "one")
        assert other.asked == [] and "--also-from" in found.not_fetched[0][1]
        named = replace(QUICK, also_from=(other.address.removeprefix("http://"),))
        assert got(site, tmp_path / "two", named).files == 1 and other.asked == ["/robots.txt", "/a.pdf"]


def test_a_finished_gathering_is_given_again_until_it_is_done_with(site: Site, tmp_path: Path) -> None:
    site.lists("/press", "/2014/a")
    site.says("/2014/a")
    first = got(site, tmp_path)
    count = len(site.asked)
    assert got(site, tmp_path) == first and len(site.asked) == count
    done(tmp_path, first.address)
    assert not any(tmp_path.rglob("*.gz"))
    got(site, tmp_path)
    assert len(site.asked) == 2 * count


def test_a_gathering_that_is_killed_goes_on_where_it_was(site: Site, tmp_path: Path) -> None:
    site.lists("/press", *(f"/r/{number}" for number in range(12)))
    for number in range(12):
        site.says(f"/r/{number}")
    code = (
        "import sys; from pathlib import Path; from dateline.gathering.bounds import *; from dateline.gathering.gather import *;"
        "gather(sys.argv[1], Path(sys.argv[2]), bounds_from(sys.argv[3]))"
    )
    slow = replace(QUICK, delay_seconds=0.3)
    told = [sys.executable, "-c", code, f"{site.address}/press", str(tmp_path), slow.to_json()]
    process = subprocess.Popen(told, start_new_session=True)
    while len(site.asked) < 5:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    time.sleep(0.5)
    before = list(site.asked)
    time.sleep(1)
    assert site.asked == before, "what fetches ends with what started it"
    torn = next(tmp_path.rglob("gathering.warc.gz"))
    with torn.open("ab") as file:
        file.write(gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n" + os.urandom(300))[:200])
    found = got(site, tmp_path)
    assert found.pages == 13 and found.not_fetched == ()
    again = [path for path in set(before) if site.asked.count(path) > 1]
    assert len(again) <= 2, "only what was on its way is asked for twice"
    assert len(captured(found)) == 13


def test_two_do_not_gather_the_same_at_once(site: Site, tmp_path: Path) -> None:
    site.pages["/press"] = drips
    code = (
        "import sys; from pathlib import Path; from dateline.gathering.bounds import *; from dateline.gathering.gather import *;"
        "gather(sys.argv[1], Path(sys.argv[2]), bounds_from(sys.argv[3]))"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", code, f"{site.address}/press", str(tmp_path), QUICK.to_json()], stderr=subprocess.DEVNULL
    )
    while "/press" not in site.asked:
        time.sleep(0.02)
    with pytest.raises(NotGathered, match="Another command"):
        got(site, tmp_path)
    first.kill()
    first.wait()
