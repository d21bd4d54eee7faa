"""The newsroom's own pages on a small phone, by day and by night: nothing sideways, nothing that axe knows of."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from whole_site.covered import BAKERS

HOST = "http://127.0.0.1:1"  # answered within the browser: nothing is sent
# Where most meets on one page; axe looks at every kind of page in publishing/render/test_in_a_browser.py.
RICH = (
    f"{BAKERS}/index.html",
    "es/2024/05/vigilia-ante-la-panaderia/index.html",
    "2024/05/to-those-who-decide/index.html",
    "press/index.html",
    "search/found.html",
)
COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
KINDS = {"html": "text/html; charset=utf-8", "css": "text/css", "jpg": "image/jpeg", "png": "image/png"}


@pytest.fixture
def phone(told, chromium) -> Iterator[object]:
    """A phone 320 pixels wide, for which the newsroom's files are the whole web."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.missing = []
    lies = told.files | told.searches

    def answer(route) -> None:
        name = urlsplit(route.request.url).path[1:]
        if name in lies:
            route.fulfill(body=lies[name], content_type=KINDS[name.rpartition(".")[2]])
        else:
            page.missing.append(route.request.url)
            route.fulfill(status=404, body="")

    page.route("**/*", answer)
    yield page
    context.close()


def test_nothing_scrolls_sideways_and_nothing_is_missing(told, phone):
    wide = {}
    for name in told.pages:
        phone.goto(f"{HOST}/{name}")
        if (width := phone.evaluate("document.documentElement.scrollWidth")) > 320:
            wide[name] = width
    assert wide == {}
    assert phone.missing == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_most_meets(phone, scheme):
    phone.emulate_media(color_scheme=scheme)
    found = {}
    for name in RICH:
        phone.goto(f"{HOST}/{name}")
        violations = Axe().run(phone, options=COLOUR if scheme == "dark" else None).response["violations"]
        if violations:
            found[name] = [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in violations]
    assert found == {}
