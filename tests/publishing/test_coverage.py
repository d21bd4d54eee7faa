"""Coverage: shown with the release that it is about, on the newsroom's own page of it, and not before its time."""

from datetime import date
from pathlib import Path

import pytest
from build import AT, make_newsroom, make_release
from django.conf import settings
from django.core.exceptions import ValidationError

from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Coverage, Release

pytestmark = pytest.mark.django_db


def page(path: str) -> str:
    settle()
    return (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:] / "index.html").read_text()


def report(release=None, **fields) -> Coverage:
    fields = {
        "outlet": "The Ellery Beacon", "headline": "Tenants heard at last", "published_on": date(2024, 5, 7),
        "url": "https://beacon.example/tenants", "newsroom": None, **fields,
    }  # fmt: skip
    return Coverage.objects.create(release=release, **fields)


@pytest.fixture
def release(db) -> Release:
    made = make_release(headline="Heat for all")
    publish(made, at=AT)
    return Release.objects.get(pk=made.pk)


def test_a_report_stands_on_its_releases_page_and_in_the_news_by_year(release):
    report(release)
    for path in (release.address, "/coverage/", "/coverage/2024/"):
        assert "Tenants heard at last" in page(path) and "https://beacon.example/tenants" in page(path)
    assert release.address in page("/coverage/2024/")


def test_a_report_about_no_release_stands_in_its_newsroom(release):
    report(newsroom=release.newsroom)
    assert "Tenants heard at last" in page("/coverage/")
    assert "Tenants heard at last" not in page(release.address)


def test_a_report_about_a_draft_is_public_with_the_draft_and_not_before():
    draft = make_release(headline="Soon")
    report(draft)
    publish(make_release(headline="Another"), at=AT)
    assert "Tenants heard" not in page("/coverage/")
    assert not (Path(settings.DATELINE_PUBLIC_ROOT) / "coverage/2024").exists()
    publish(Release.objects.get(pk=draft.pk), at=AT)
    assert "Tenants heard at last" in page("/coverage/2024/")


def test_a_report_leaves_with_a_withdrawn_release(release):
    report(release)
    withdraw(release, "It was wrong.", at=AT)
    assert "Tenants heard" not in page("/coverage/")
    assert "Nothing stands here now." in page("/coverage/2024/")


def test_a_report_that_is_moved_to_another_year_or_deleted_leaves_an_address_that_answers(release):
    made = report(release)
    settle()
    made.published_on = date(2023, 1, 2)
    made.save()
    assert "Tenants heard" in page("/coverage/2023/") and "Nothing stands here now." in page("/coverage/2024/")
    made.delete()
    assert "Nothing stands here now." in page("/coverage/2023/")
    assert "Tenants heard" not in page(release.address)


def test_an_address_that_a_browser_would_execute_is_no_link(release):
    report(release, url="javascript:alert(1)")
    assert "Tenants heard at last" in page(release.address) and "javascript:" not in page(release.address)


def test_a_spanish_newsroom_has_its_own():
    room = make_newsroom()
    spanish = make_newsroom("Unión de Inquilinos", "es")
    report(newsroom=spanish, headline="Al fin escuchados", language="es")
    publish(make_release(room), at=AT)
    assert "En las noticias" in page("/es/coverage/") and "Al fin escuchados" in page("/es/coverage/")
    assert "Al fin" not in page("/coverage/")


def test_a_report_that_would_be_shown_nowhere_is_refused():
    with pytest.raises(ValidationError, match="Choose the release"):
        Coverage(outlet="x", headline="y", published_on=AT.date()).full_clean()
