"""The desk's search finds drafts at once, and no save scans what is already there."""

import pytest
from build import make_release
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from dateline.releases.models import Release

pytestmark = pytest.mark.django_db


def test_a_draft_is_found_as_soon_as_it_is_saved():
    release = make_release(headline="Dockers refuse the night shift")
    assert [page.pk for page in Page.objects.all().search("dockers")] == [release.pk]
    release.headline = "Longshore workers refuse the night shift"
    release.save()
    assert [page.pk for page in Page.objects.all().search("longshore")] == [release.pk]


def test_no_save_averages_or_rewrites_the_whole_index():
    release = Release.objects.get(pk=make_release().pk)
    with CaptureQueriesContext(connection) as asked:
        release.headline = "Longshore workers refuse the night shift"
        release.save()
    sentences = [query["sql"].lstrip() for query in asked]
    assert not [sql for sql in sentences if "AVG(" in sql or (sql.startswith("UPDATE") and '"title_norm" =' in sql)]
