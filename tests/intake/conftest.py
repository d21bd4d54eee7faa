"""The ground on which an import stands, also where the suite runs without migrations."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, Locale, Page


@pytest.fixture
def ground(db, settings, tmp_path):
    """An empty CMS, and private and public folders of this test's own."""
    settings.MEDIA_ROOT = str(tmp_path / "private")
    settings.DATELINE_PUBLIC_ROOT = tmp_path / "public"
    Locale.objects.get_or_create(language_code="en")
    if not Page.objects.exists():
        page = ContentType.objects.get_for_model(Page)
        Page.add_root(title="Root", slug="root", content_type=page, locale=Locale.objects.get(language_code="en"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    folder = tmp_path / "archive"
    folder.mkdir()
    return folder
