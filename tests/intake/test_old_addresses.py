"""What a source says of where it stood is known from then on; two that claim one address are told apart."""

from dataclasses import replace

import pytest
from build import AT
from intake.building import HEADLINE, OPENING, TEXT, found, reading, take, teaser, try_out
from wagtail.models import PageLogEntry

from dateline.commands.said_of_import import lines_of
from dateline.publishing.ledger import answer
from dateline.publishing.redact import redact
from dateline.publishing.redaction.passage import Passage
from dateline.reading import Reading
from dateline.releases.models import OldAddress, Release

pytestmark = pytest.mark.django_db
PAGE = "https://old.example/press?page=5"


def stood_at(address: str, of: Reading) -> Reading:
    return replace(of, address=address)


def rows() -> list[tuple[str, str, str, str]]:
    return sorted(OldAddress.objects.values_list("address", "was", "release__headline", "detail"))


def where(old: str) -> str:
    said = answer(old.partition("?")[0], old)
    return said.location or str(said.status)


def test_a_releases_page_its_files_and_the_list_that_names_it_lead_on(ground):
    first = found(
        address="http://www.old.example/node/7/?utm_source=x",
        attachments=("Order.pdf",),
        files_at={"Order.pdf": "https://old.example/sites/Order.pdf"},
    )
    second = found("Another", "It said something else altogether.", date="2019-02-20")
    take(ground, stood_at(PAGE, reading(ground, "a.txt", first, second)))
    assert rows() == [
        ("/node/7", "release", HEADLINE, ""),
        ("/press?page=5", "list", "Another", ""),
        ("/press?page=5", "list", HEADLINE, ""),
        ("/sites/Order.pdf", "file", HEADLINE, "Order.pdf"),
    ]
    assert where("/press?page=5") == "/2019/02/"
    release = Release.objects.get(headline=HEADLINE)
    assert where("/node/7") == where("/sites/Order.pdf") == release.address


def test_the_same_again_and_in_another_source_enters_nothing_twice(ground):
    one = stood_at(PAGE, reading(ground, "a.txt", found(address="/node/7")))
    take(ground, one)
    before = rows()
    take(ground, one)
    take(ground, stood_at(PAGE, reading(ground, "b.txt", teaser(address="/node/7"))))
    assert rows() == before


def test_drafts_are_known_and_answer_nothing(ground):
    take(ground, stood_at(PAGE, reading(ground, "a.txt", found(address="/node/7"))), was_public=False)
    assert len(rows()) == 2
    assert where("/node/7") == where("/press?page=5") == "404"


def test_two_releases_that_claim_one_address_the_first_keeps_it_and_the_import_says_so(ground):
    other = found(
        "Another", "It said something else altogether.", date="2019-02-20", address="http://old.example/node/7/"
    )
    done = take(ground, reading(ground, "a.txt", found(address="https://www.old.example/node/7?"), other))
    assert rows() == [("/node/7", "release", HEADLINE, "")]
    said = "\n".join(lines_of(done.came, done, is_dry_run=False, was_public=True))
    assert "two releases have: (1)\n  /node/7\n" in said
    assert "stays with “Dockside" in said and "“Another” has it too" in said and "`dateline addresses`" in said


def test_what_a_person_has_stated_no_import_contradicts_or_complains_of(ground):
    take(ground, reading(ground, "a.txt", found(address="/other")))
    OldAddress.objects.create(address="/node/7", was="release", release=Release.objects.get(), is_stated=True)
    other = found(
        "Another", "It said something else altogether.", date="2019-02-20", address="https://old.example/node/7"
    )
    done = take(ground, reading(ground, "b.txt", other))
    assert where("/node/7") == Release.objects.get(headline=HEADLINE).address
    assert done.came.contested == ()


def test_a_dry_run_keeps_none(ground):
    try_out(ground, reading(ground, "a.txt", found(address="/node/7")))
    assert rows() == []


def test_a_teaser_that_proves_to_be_another_release_brings_its_addresses_along(ground):
    take(ground, stood_at("/press?page=1", reading(ground, "1.txt", teaser(None, address="/teaser"))), was_public=False)
    take(
        ground,
        stood_at("/press?page=2", reading(ground, "2.txt", teaser(HEADLINE, "", address="/bare"))),
        was_public=False,
    )
    assert Release.objects.count() == 2
    take(ground, reading(ground, "3.txt", found(text=TEXT, address="/whole")), was_public=False)
    release = Release.objects.get()
    assert OPENING in TEXT
    assert {(address, was) for address, was, _, _ in rows()} == {
        ("/bare", "release"), ("/press?page=1", "list"), ("/press?page=2", "list"), ("/teaser", "release"), ("/whole", "release"),
    }  # fmt: skip
    assert set(OldAddress.objects.values_list("release_id", flat=True)) == {release.pk}


def test_a_draft_that_is_deleted_takes_its_addresses_along(ground):
    take(ground, reading(ground, "a.txt", found(address="/node/7")), was_public=False)
    Release.objects.get().delete()
    assert rows() == []


@pytest.mark.parametrize("was_public", [True, False])
def test_a_redacted_release_gains_no_address_from_a_later_import(ground, was_public):
    take(ground, reading(ground, "a.txt", found(address="/node/odalys-prendergast")), was_public=was_public)
    redact(Release.objects.get(), Passage("Odalys Prendergast"), at=AT)
    assert PageLogEntry.objects.filter(action="dateline.redact").count() == 1
    assert rows() == []
    take(ground, reading(ground, "b.txt", found(address="/node/odalys-prendergast")), was_public=was_public)
    assert not OldAddress.objects.filter(release__headline=HEADLINE).exists()


@pytest.mark.parametrize(
    "address", ["https://old.example/", "/desk/pages/", "/search?q=rent", "mailto:x@old.example", "/a\nb"]
)
def test_an_address_that_can_not_lead_on_is_passed_over(ground, address):
    take(ground, reading(ground, "a.txt", found(address=address)))
    assert rows() == []
