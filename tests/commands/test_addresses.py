"""A table says what old addresses have become: all of it is entered, or each wrong line is named."""

import pytest
from build import AT, make_newsroom, make_release
from click.testing import CliRunner
from django.conf import settings

from dateline.commands.addresses import addresses, stated_in
from dateline.publishing.ledger import answer
from dateline.publishing.models import Owed
from dateline.publishing.publish import publish
from dateline.publishing.state_addresses import Entered, Stated, state_addresses
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import OldAddress, Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def release() -> Release:
    release = make_release(headline="Said")
    publish(release, at=AT)
    return Release.objects.get(pk=release.pk)


def state(*pairs: tuple[str, str], **asked) -> Entered:
    return state_addresses([Stated(line, *pair) for line, pair in enumerate(pairs, 1)], **asked)


def refusal(*pairs: tuple[str, str]) -> list[str]:
    before = list(OldAddress.objects.order_by("pk").values_list())
    with pytest.raises(Refused) as refused:
        state(*pairs)
    assert list(OldAddress.objects.order_by("pk").values_list()) == before
    return list(refused.value.reasons)


def where(old: str) -> str:
    said = answer(old.partition("?")[0], old)
    return said.location or str(said.status)


def test_a_path_or_a_uid_may_be_named_and_a_line_of_headings_stand_above(release, tmp_path):
    table = tmp_path / "old.csv"
    table.write_text(
        "old address;new address\n"
        f"https://old.example/press?page=5;/2024/05/\n\nold.example/index.php?id=7;{release.uid}\n"
        f"/sheet.pdf;{settings.DATELINE_SITE_ADDRESS}{release.address}release.pdf\n/all.html;/archive\n",
        encoding="utf-8-sig",
    )
    said = CliRunner().invoke(addresses, [str(table)], catch_exceptions=False)
    assert said.output == "4 new, 0 changed, 0 as before.\n"
    assert where("/press?page=5") == "/2024/05/"
    assert where("/index.php?id=7") == release.address
    assert where("/sheet.pdf") == f"{release.address}release.pdf"
    assert where("/all.html") == "/archive/"
    assert Owed.objects.filter(output="maps").exists()
    again = CliRunner().invoke(addresses, [str(table)], catch_exceptions=False)
    assert again.output == "0 new, 0 changed, 4 as before.\n"


def test_a_dry_run_says_the_same_and_changes_nothing(release):
    assert state(("/a.html", "/2024/05/"), is_dry_run=True).new == 1
    assert not OldAddress.objects.exists()
    assert not Owed.objects.filter(output="maps").exists()


def test_a_draft_may_be_named_by_its_uid_and_answers_once_it_is_public(release):
    draft = make_release(headline="Draft")
    assert state(("/a.html", str(draft.uid))).waiting == 1
    assert where("/a.html") == "404"
    publish(draft, at=AT)
    assert where("/a.html") == "/2024/05/draft/"


def test_a_persons_word_takes_an_imports_place_however_many_rows_that_has(release):
    for each in (release, make_release(), make_release()):
        OldAddress.objects.create(address="/press?page=5", was="list", release=each)
    assert state(("/press?page=5", "/archive/")).changed == 1
    assert where("/press?page=5") == "/archive/"
    assert OldAddress.objects.count() == 1


def test_what_leads_to_a_release_shares_its_fate(release):
    state(("/a.html", release.address), ("/b.txt", f"{release.address}release.txt"))
    withdraw(release, "It was wrong.", at=AT)
    assert where("/a.html") == where("/b.txt") == "410"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("/a.html", "https://elsewhere.example/", "is not of this newsroom"),
        ("/a.html", "//elsewhere.example/", "is not of this newsroom"),
        ("/a.html", "elsewhere", "is not of this newsroom"),
        ("/a.html", "", "is not of this newsroom"),
        ("/a.html", "/nowhere/", "There is no page"),
        ("/a.html", "/2024/05/said/nothing.pdf", "There is no page"),
        ("/a.html", "/2024/05/said/\r\nX-Injected: 1", "There is no page"),
        ("/a.html", "/2024/05/../../desk/", "There is no page"),
        ("/a.html", "/2024/05/hidden/", "There is no page"),  # a draft's, which has none
        ("/a.html", "00000000-0000-0000-0000-000000000000", "There is no release of the uid"),
        ("a.html", "/2024/05/", "is no web address"),
        ("/", "/2024/05/", "The front page stands at this address"),
        ("/desk/login/", "/2024/05/", "The desk stands at this address"),
        ("/search/?q=rent", "/2024/05/", "search answers at this address"),
        ("/2024/05/said", "/2024/05/", "A page of this newsroom stands at"),
        ("/archive", "/2024/05/", "A page of this newsroom stands at"),
    ],
)
def test_a_line_that_can_not_be_meant_is_named_with_what_to_do(release, old, new, says):
    make_release(headline="Hidden")
    (sentence,) = refusal(("/fine.html", "/2024/05/"), (old, new))[:1]
    assert sentence.startswith("Line 2: ")
    assert says in sentence


def test_two_lines_that_say_different_things_of_one_address_are_named(release):
    (sentence,) = refusal(("/a.html", "/2024/05/"), ("old.example/a.html#top", "/archive/"))
    assert sentence.startswith("Line 2: ") and "line 1 already" in sentence


def test_what_answers_is_not_taken_back_for_something_not_yet_public(release):
    state(("/a.html", release.address))
    draft = make_release(headline="Draft")
    (sentence,) = refusal(("/a.html", str(draft.uid)))
    assert "“Draft” is not public yet" in sentence
    assert where("/a.html") == release.address


def test_a_table_of_other_columns_is_refused_line_by_line():
    make_newsroom()
    with pytest.raises(Refused) as refused:
        stated_in(b"/a.html\n/b.html,/archive/\n/c.html,/archive/,more\n")
    assert [reason[:7] for reason in refused.value.reasons] == ["Line 1:", "Line 3:"]


def test_a_table_as_spreadsheets_save_it_is_read():
    assert stated_in("Alt;Neu\r\n/opinión.html;/archive/\r\n".encode("cp1252")) == [
        Stated(2, "/opinión.html", "/archive/")
    ]
    assert stated_in(b"/a,b.html\t/archive/\n") == [Stated(1, "/a,b.html", "/archive/")]
    assert stated_in(b"/a;jsessionid=1,/archive/\n") == [Stated(1, "/a;jsessionid=1", "/archive/")]
    assert stated_in(b'"/a,b.html",/archive/\n') == [Stated(1, "/a,b.html", "/archive/")]
