"""The public newsroom in a real browser: no violation, no cookie, no third party, nothing that scrolls sideways."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from build import AT, make_newsroom, make_release

from dateline.publishing.correct import correct
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Contact, NewsroomContact, Release

LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenberechnungsgrundlage"
PATHS = (
    "/",
    "/2024/05/tenants-win/",
    "/2024/05/tenants-win/versions/1/",
    "/2024/05/",
    "/2024/",
    "/archive/",
    "/topics/",
    "/topics/rent-board/",
    "/2024/05/withdrawn/",
    "/nothing/here/",
    "/es/",
    "/es/2024/05/ganan-los-inquilinos/",
    "/es/archive/",
)


@pytest.fixture
def newsroom(served):
    """A newsroom in two languages with a release of each fate."""
    english = make_newsroom()
    contact = Contact.objects.create(
        name="Marisol Vega", role="press", phone="+1 213 555 0142", email="press@harbor.example", languages="English"
    )
    NewsroomContact.objects.create(newsroom=english, contact=contact)
    spanish = make_newsroom("Unión de Inquilinos", "es")
    body = [
        (
            "text",
            f"<p>The board voted <strong>four to one</strong>. {LONG}</p><p>Read https://harbor.example/{LONG}</p>",
        ),
        ("quote", {"words": "We waited.", "speaker": "Ana Ruiz", "title": "chair"}),
        ("list", ["One", "Two"]),
    ]
    told = make_release(english, headline="Tenants win", subheadline=LONG, body=body, topics=["Rent board"])
    publish(told, at=AT)
    changed = Release.objects.get(pk=told.pk)
    changed.body = [*body, ("text", "<p>Corrected.</p>")]
    correct(changed, "A number was wrong.", at=AT)
    gone = make_release(english, headline="Withdrawn")
    publish(gone, at=AT)
    withdraw(Release.objects.get(pk=gone.pk), "It was wrong.", at=AT)
    publish(make_release(spanish, headline="Ganan los inquilinos"), at=AT)
    past = [
        make_release(english, headline=f"{LONG} {n}", dated_on=date(2019 + n % 5, 1 + n, 3), is_teaser=n % 2 == 0)
        for n in range(9)
    ]
    publish_past(past, at=AT)
    settle()
    return served


@pytest.fixture
def watched(page):
    """A page whose requests and errors are written down."""
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    return page


def test_no_page_has_an_accessibility_violation_in_light_or_dark(newsroom, watched):
    for scheme in ("light", "dark"):
        watched.emulate_media(color_scheme=scheme)
        for path in PATHS:
            watched.goto(newsroom.url + path)
            found = Axe().run(watched)
            assert found.violations_count == 0, (scheme, path, found.generate_report())


def test_a_reader_gets_no_cookie_meets_no_other_host_and_no_error(newsroom, watched):
    for path in PATHS:
        watched.goto(newsroom.url + path)
    assert watched.context.cookies() == []
    assert [url for url in watched.asked if not url.startswith((newsroom.url, "data:"))] == []
    refused = [said for said in watched.complaints if "410" not in said and "404" not in said]
    assert refused == []


def test_nothing_scrolls_sideways_on_a_small_old_phone(newsroom, watched):
    watched.set_viewport_size({"width": 320, "height": 568})
    for path in PATHS:
        watched.goto(newsroom.url + path)
        wide = watched.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, (path, wide)


def test_a_release_reads_without_script_and_weighs_under_30_kb_with_its_style(newsroom, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page, bodies = context.new_page(), []
    page.on("response", lambda response: bodies.append(response.body()))
    page.goto(newsroom.url + "/2024/05/tenants-win/")
    assert page.get_by_text("four to one").is_visible()
    assert page.get_by_text("A number was wrong.").is_visible()
    assert sum(map(len, bodies)) < 30_000
    context.close()


def test_addresses_answer_with_the_status_they_should(newsroom, page):
    assert page.goto(newsroom.url + "/2024/05/withdrawn/").status == 410
    assert page.goto(newsroom.url + "/nothing/here/").status == 404
    assert page.goto(newsroom.url + "/es/2024/05/ganan-los-inquilinos/").status == 200
    assert page.locator("html").get_attribute("lang") == "es"
