"""What a first visit to a page costs: the page and its style, compressed, in the first ten packets of a connection."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from publishing.render.every_page import every_page, make_release, make_room

from dateline.commands.preparing.archive import import_sample
from dateline.publishing.pack import compress
from dateline.publishing.render.style import stylesheet, tools_stylesheet
from dateline.publishing.settle import settle_pages, settle_siblings
from dateline.publishing.siblings import SIBLINGS
from dateline.releases.models import Release

FIRST_BYTES = 14_000  # ten packets of 1,460 bytes (RFC 6928), less the headers of two answers
TOOL = re.compile("archive|search|press|not found")  # these have a style of their own besides
SAMPLE = Path(__file__).parents[3] / "sample"


def asked_for(page: str) -> list[str]:
    """Name what a browser fetches by itself to show a page; what is shown of the release's own pictures left aside."""
    shown = re.sub(r"<figure.*?</figure>", "", page, flags=re.DOTALL)
    links = re.findall(r'<link\b[^>]*rel="(?:stylesheet|icon|preload|manifest)"[^>]*href="([^"]+)"', shown)
    return [each for each in links + re.findall(r'\bsrc="([^"]+)"', shown) if not each.startswith("data:")]


@pytest.mark.parametrize("ending", SIBLINGS)
def test_any_page_asks_for_its_style_alone_and_is_light_with_it(ending):
    room = make_room()
    (path, style), (tools_path, tools) = stylesheet(room.accent), tools_stylesheet()
    weighs = {path: len(compress(style, ending, is_for_good=True)), tools_path: len(compress(tools, ending))}
    for name, page in every_page(room, make_release()).items():
        asked = [each for each in asked_for(page.decode()) if not each.startswith("/press/")]
        assert asked == [path] or (asked == [tools_path, path] and TOOL.search(name)), name
        assert len(compress(page, ending)) + sum(weighs[each] for each in asked) < FIRST_BYTES, name


@pytest.mark.django_db
def test_every_release_of_the_sample_is_under_14_kb_with_its_style(public_root):
    import_sample([SAMPLE])
    settle_pages()
    settle_siblings()
    releases = Release.objects.exclude(status="draft")
    assert len(releases) > 40
    root = Path(settings.DATELINE_PUBLIC_ROOT)
    for release in releases:
        page = root / f"{release.address[1:]}index.html"
        (style,) = asked_for(page.read_text())
        for ending in SIBLINGS:
            sent = [Path(f"{page}{ending}"), Path(f"{root}{style}{ending}")]
            assert sum(file.stat().st_size for file in sent) < FIRST_BYTES, page
