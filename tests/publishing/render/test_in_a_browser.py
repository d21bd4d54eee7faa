"""Every page in a real Chromium: no violation that axe knows, nothing sideways at 320 px, nothing asked elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from publishing.render.every_page import every_page, make_release, make_room

from dateline.publishing import faces
from dateline.publishing.render.contrast import on_paper
from dateline.publishing.render.style import stylesheet, tools_stylesheet

playwright = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no {CHROMIUM}"),
]

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenanspruch " + "Coalition of Immigrant Rights Groups " * 6
WIDE = make_release(
    headline=LONG,
    dateline=LONG,
    blocks=(
        faces.TextBlock(
            f'<p>See <a href="https://www.example.org/{"a" * 200}">https://www.example.org/{"a" * 200}</a></p>'
        ),
        faces.QuoteBlock("w" * 120, "s" * 90, "t" * 90),
    ),
    attachments=(faces.AttachmentFace("100924_CarWash_hours_" + "x" * 120 + ".xlsx", "/files/x", "", 1),),
    contacts=(
        faces.ContactFace(
            "N" * 60, "R" * 60, "+1 213 555 0100 0000 0000 0000", "m" * 60 + "@" + "d" * 60, "l" * 60, ""
        ),
    ),
    boilerplate="b" * 150,
)
# As pale as is accepted, as blue as can be, and the Spanish room.
ROOMS = {
    "pale": make_room(accent=on_paper("#a8a8a8")),
    "blue": make_room(accent="#0000cc"),
    "es": make_room(language="es"),
}
HOST = "http://newsroom.test"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield opened
        opened.close()


def page_in(browser: Any, room: faces.NewsroomFace, html: bytes, **context: Any) -> Any:
    """Open a page of which everything but itself and its stylesheets is an error."""
    sheets = dict([stylesheet(room.accent), tools_stylesheet()])
    opened = browser.new_context(**context)
    page = opened.new_page()
    page.asked, page.html = [], html

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(HOST)
        page.asked.append(route.request.url)
        if path == "/page":
            route.fulfill(body=page.html, content_type="text/html; charset=utf-8")
        elif path in sheets:
            route.fulfill(body=sheets[path], content_type="text/css; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    page.route("**/*", answer)
    page.goto(f"{HOST}/page")
    return page


def turn_to(page: Any, html: bytes) -> None:
    """Open another page in its place: an empty browser for each of them costs more than all else."""
    page.html = html
    page.goto(f"{HOST}/page")


COLOUR = ["color-contrast", "link-in-text-block"]


@pytest.mark.parametrize(("which", "scheme"), [("pale", "light"), ("pale", "dark"), ("blue", "dark"), ("es", "light")])
def test_axe_finds_nothing(browser: Any, which: str, scheme: str) -> None:
    room = ROOMS[which]
    pages = every_page(room, make_release(language=room.language))
    found = {}
    asked = {"runOnly": {"type": "rule", "values": COLOUR}} if scheme == "dark" else None  # the rest is as by day
    page = page_in(browser, room, pages["front"], color_scheme=scheme)
    for name, html in pages.items():
        if which != "pale" and name not in ("corrected", "withdrawn", "front", "archive", "topic"):
            continue  # another colour or language changes no structure
        turn_to(page, html)
        violations = axe.Axe().run(page, options=asked).response["violations"]
        if violations:
            found[name] = [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in violations]
    page.context.close()
    assert found == {}


def test_nothing_scrolls_sideways_at_320_px(browser: Any) -> None:
    room = make_room(name="N" * 70, place="P" * 70)
    wide = {}
    page = page_in(browser, room, b"", viewport={"width": 320, "height": 700})
    for name, html in every_page(room, WIDE).items():
        turn_to(page, html)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[name] = width
    page.context.close()
    assert wide == {}


def test_a_page_asks_for_itself_its_stylesheet_and_its_pictures(browser: Any) -> None:
    room = make_room()
    page = page_in(browser, room, every_page(room, make_release())["release"])
    assert page.asked == [f"{HOST}/page", HOST + stylesheet(room.accent)[0], f"{HOST}/files/shoebox-640.jpg"]
    assert page.context.cookies() == []
    page.context.close()


@pytest.mark.parametrize(
    ("width", "density", "wanted"), [(1280, 1, 640), (1280, 2, 1280), (320, 2, 640), (320, 3, 1280), (820, 1, 1280)]
)
def test_a_picture_comes_as_wide_as_the_screen_shows_it_and_nothing_moves_when_it_does(
    browser: Any, width: int, density: int, wanted: int
) -> None:
    room = make_room()
    html = every_page(room, make_release())["release"]
    page = page_in(browser, room, html, viewport={"width": width, "height": 700}, device_scale_factor=density)
    assert page.asked[-1] == f"{HOST}/files/shoebox-{wanted}.jpg"
    shown = page.evaluate(
        "(box => [box.width, box.height])(document.querySelector('.picture img').getBoundingClientRect())"
    )
    assert shown[1] == pytest.approx(shown[0] * 853 / 1280, abs=1)  # its place is kept, though no picture came
    assert shown[0] <= width - 40
    page.context.close()


def test_one_click_takes_a_quote_with_its_speaker(browser: Any) -> None:
    room = make_room()
    page = page_in(browser, room, every_page(room, make_release())["release"])
    page.click(".quote blockquote")
    selected = " ".join(page.evaluate("getSelection().toString()").split())
    assert selected == "“Now the rain is on the time card.” — Ismael Cordero, who washed cars"
    page.context.close()


def test_the_months_of_the_chart_can_be_hit_with_a_thumb(browser: Any) -> None:
    room = make_room()
    page = page_in(browser, room, every_page(room, make_release())["archive"], viewport={"width": 320, "height": 700})
    boxes = page.evaluate("[...document.querySelectorAll('.bar')].map(b => [b.clientWidth, b.clientHeight])")
    assert min(width for width, _ in boxes) >= 23
    assert min(height for _, height in boxes) >= 44
    page.context.close()
