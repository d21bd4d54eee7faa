"""Every link of whole newsrooms answers, as the server answers it; none leads elsewhere but where the record says so."""

import json
import os
from pathlib import Path

import lxml.html
import pytest
from django.conf import settings
from laws.newsroom_life import files
from serving.leading import leads_to, parts_named
from wagtail.models import Collection, Locale, Page
from whole_site.told import tell

from dateline.commands.preparing.archive import import_sample
from dateline.publishing.render.maps import FOLDER
from dateline.publishing.settle import settle
from dateline.publishing.siblings import is_sibling
from dateline.publishing.turns import take_turns
from dateline.releases.models import Coverage, Organization, Release, Version

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"), reason="the same files on every database"
    ),
]
SITE = "https://press.example"
SAMPLE = Path(__file__).parents[2] / "sample"
VOCABULARIES = ("https://schema.org", "http://www.iptc.org/std/", "https://jsonfeed.org/version/")  # names, no links


@pytest.fixture(params=["told", "sample"])
def newsroom(request) -> dict[str, bytes]:
    """A whole newsroom: the one that `told` tells, and the sample, imported as `make run` does."""
    if request.param == "told":
        tell(_pay)
    else:
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get_or_create(language_code="en")[0])
        Collection.add_root(name="Root")
        import_sample([SAMPLE])
        settle()
    found = files(Path(settings.DATELINE_PUBLIC_ROOT))
    return {name: each for name, each in found.items() if not (is_sibling(name) or name.startswith(FOLDER))}


def _pay(now) -> None:
    take_turns(now)
    settle()


def test_every_link_answers_every_file_is_answered_and_nothing_leads_elsewhere(newsroom, ask):
    links: dict[str, str] = {}  # address → a file in which it stands
    for name, content in newsroom.items():
        if not name.endswith("404.html"):
            links |= dict.fromkeys(leads_to(name, content, SITE), name)
    inside = {link for link in links if link.startswith(f"{SITE}/") or link == SITE}
    assert len(inside) > 100
    gone = {f"{SITE}{release.address}" for release in Release.objects.filter(status="withdrawn")}
    told = {link: ask(link.partition("#")[0].removeprefix(SITE) or "/") for link in sorted(inside)}
    wrong = [
        (link, reply.status, links[link])
        for link, reply in told.items()
        if reply.status != (410 if link in gone else 200)
    ]
    assert wrong == []
    parts = {link: set(lxml.html.fromstring(reply.body).xpath("//@id")) for link, reply in told.items() if "#" in link}
    assert [link for link, there in parts.items() if link.partition("#")[2] not in there] == []
    outside = {link: name for link, name in links.items() if link not in inside and not link.startswith(VOCABULARIES)}
    record = said_in_the_record()
    assert {link: name for link, name in outside.items() if link.rstrip("/") not in record} == {}
    for name, content in newsroom.items():
        answered_as_it_should_be(name, content, ask)


def answered_as_it_should_be(name: str, content: bytes, ask) -> None:
    """Hold a file of the public folder against what is answered at its address."""
    if name.endswith(".html"):
        named, there = parts_named(content)
        assert named <= there, (name, named - there)
    if name.endswith("404.html"):
        assert ask(f"/{name.removesuffix('404.html')}never/there/").body == content
    elif name.startswith("_gone/") and "/removed/" not in name:
        assert ask(f"/{name.removeprefix('_gone/').removesuffix('index.html')}").status == 410
    elif not name.startswith("_gone/"):
        reply = ask(f"/{name.removesuffix('index.html')}")
        assert (reply.status, reply.body == content) == (200, True), name


def said_in_the_record() -> str:
    """Give all that versions, organizations and reports say, as one text."""
    said = [json.dumps(words, ensure_ascii=False) for words in Version.objects.values_list("words", flat=True)]
    said += [*Organization.objects.values_list("url", flat=True), *Coverage.objects.values_list("url", flat=True)]
    return " ".join(said).replace("&amp;", "&")
