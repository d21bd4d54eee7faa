"""A release from the desk to the public and back out of it, as a person does it, in a real browser."""

import re
import time

import pytest
from build import make_newsroom
from django.contrib.auth import get_user_model

from dateline.releases.models import Newsroom, Release


@pytest.fixture
def desk(served, page):
    """A page of the desk, signed in through its own form."""
    make_newsroom()
    get_user_model().objects.create_superuser("press", "press@harbor.example", "four to one")
    page.goto(served.url + "/desk/login/")
    page.fill("[name=username]", "press")
    page.fill("[name=password]", "four to one")
    page.click("button[type=submit]")
    page.wait_for_url("**/desk/")
    page.set_default_timeout(30_000)  # the editor is heavy, and a test machine may be slow
    return page


def choose_action(page, name: str) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    page.locator("footer").get_by_text(name, exact=True).click()
    page.wait_for_load_state()


def test_what_is_written_and_published_at_the_desk_is_read_in_public_and_withdrawn_again(served, desk):
    page = desk
    page.goto(served.url + "/desk/write/")
    page.fill("[name=headline]", "Bakers win the night bonus")
    page.locator("button[title='Insert a block']").first.click()
    page.get_by_role("option", name="Text").first.click()
    page.locator(".public-DraftEditor-content").first.click()
    # As fast as a person types: the editor compares with what stood there a moment after it opened.
    page.keyboard.type("Seventeen bakeries will pay it from June.", delay=50)
    page.wait_for_url(re.compile(r"/pages/\d+/edit/"))  # saved by itself
    choose_action(page, "Publish")
    asked_at = time.monotonic()
    page.get_by_text("It is public").wait_for()
    release = Release.objects.get()
    assert release.status == "public"
    assert page.goto(served.url + release.address).status == 200
    assert time.monotonic() - asked_at < 30  # how fast it is, benchmarks say; here only that nobody has to wait
    assert page.get_by_role("heading", name="Bakers win the night bonus").is_visible()
    assert page.get_by_text("Seventeen bakeries will pay it from June.").is_visible()
    opening = page.locator("main").inner_text()
    assert Newsroom.objects.get().place.upper() in opening  # the dateline was filled in

    page.goto(f"{served.url}/desk/releases/{release.pk}/withdraw/")
    page.fill("[name=note]", "The vote was annulled.")
    page.get_by_label("Withdraw it now").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Withdraw").click()
    release.refresh_from_db()
    assert release.status == "withdrawn", page.locator("body").inner_text()
    assert page.goto(served.url + release.address).status == 410
    assert page.get_by_text("The vote was annulled.").is_visible()
    assert "Seventeen bakeries" not in page.content()


def test_the_preview_is_the_page_that_it_will_be(served, desk):
    from build import make_release

    release = make_release(text="The board voted four to one.")
    desk.goto(f"{served.url}/desk/pages/{release.pk}/view_draft/")
    assert desk.get_by_role("heading", name=release.headline).is_visible()
    assert desk.get_by_text("The board voted four to one.").is_visible()
