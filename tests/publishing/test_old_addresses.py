"""An old address leads to what it has become, once that is public, and nowhere else."""

import re
from datetime import date

import pytest
from build import AT, make_newsroom, make_release
from django.core.files.base import ContentFile

from dateline.publishing.addresses import Output
from dateline.publishing.correct import correct
from dateline.publishing.leads import Answer
from dateline.publishing.ledger import answer
from dateline.publishing.maps import MAPS, make_maps
from dateline.publishing.models import Owed
from dateline.publishing.publish import publish
from dateline.publishing.redact import redact
from dateline.publishing.redaction.naming import handed_out
from dateline.publishing.render.maps import render_maps
from dateline.publishing.settle import settle_pages
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Attachment, OldAddress, Release, ReleaseAttachment

pytestmark = pytest.mark.django_db
UNKNOWN = Answer(404, file="404.html")


def know(address: str, release: Release | None, was: str = "release", detail: str = "") -> None:
    OldAddress.objects.create(address=address, was=was, release=release, detail=detail)


def public(**fields) -> Release:
    release = make_release(**fields)
    publish(release, at=AT)
    return Release.objects.get(pk=release.pk)


def with_file(name="Fact sheet FINAL.txt", **fields) -> Release:
    release = make_release(**fields)
    attachment = Attachment.objects.create(title=name, file=ContentFile(b"Rents rose.", name=name))
    release.release_attachments.add(ReleaseAttachment(attachment=attachment, name=name))
    release.save()
    publish(release, at=AT)
    return Release.objects.get(pk=release.pk)


def test_a_releases_old_page_leads_to_it_by_its_query():
    release = public()
    know("/index.php?id=7", release)
    assert answer("/index.php", "/index.php?id=7") == Answer(301, location=release.address)
    assert answer("/index.php", "/index.php?id=8") == UNKNOWN
    assert answer("/index.php", "/index.php") == UNKNOWN


def test_where_a_query_is_not_known_the_page_alone_is():
    release = public()
    know("/about.html", release)
    assert answer("/about.html", "/about.html?ref=x").location == release.address


def test_what_is_not_public_answers_as_what_nobody_knows():
    release = make_release()
    know("/index.php?id=7", release)
    know("/press?page=5", release, "list")
    know("/files/x.pdf", release, "file", "x.pdf")
    for old in ("/index.php?id=7", "/press?page=5", "/files/x.pdf"):
        assert answer(old.partition("?")[0], old) == UNKNOWN
    assert not any(b"index" in content for content in make_maps().files.values())
    publish(release, at=AT)
    assert answer("/index.php", "/index.php?id=7").status == 301


def test_what_was_withdrawn_answers_410_with_its_notice_at_its_old_addresses_too(public_root):
    release = with_file()
    know("/index.php?id=7", release)
    know("/files/sheet.pdf", release, "file", "Fact sheet FINAL.txt")
    withdraw(release, "It was wrong.", at=AT)
    settle_pages()
    for old in ("/index.php?id=7", "/files/sheet.pdf"):
        said = answer(old.partition("?")[0], old)
        assert said.status == 410
        assert "It was wrong." in (public_root / said.file).read_text()


def test_an_old_address_of_a_release_that_moves_leads_to_where_it_is():
    release = public()
    know("/index.php?id=7", release)
    release.address_slug, release.headline = "elsewhere", "Elsewhere"
    correct(release, "It moved.", at=AT)
    assert answer("/index.php", "/index.php?id=7").location == "/2024/05/elsewhere/"


def test_an_old_file_leads_to_the_file_however_its_name_is_spaced_and_to_the_release_where_it_was_never_found():
    release = with_file()
    know("/a/1.pdf", release, "file", "Fact%20sheet_FINAL.TXT")
    know("/a/2.pdf", release, "file", "Never found.pdf")
    assert answer("/a/1.pdf", "/a/1.pdf").location == f"{release.address}fact-sheet-final.txt"
    assert answer("/a/2.pdf", "/a/2.pdf").location == release.address


def test_an_old_file_that_a_correction_no_longer_hands_out_leads_to_where_it_still_stands(public_root):
    release = with_file()
    know("/a/1.pdf", release, "file", "Fact sheet FINAL.txt")
    release.release_attachments.all().delete()
    release = Release.objects.get(pk=release.pk)
    release.headline = "Without its sheet"
    correct(release, "The sheet was wrong.", at=AT)
    settle_pages()
    assert (public_root / answer("/a/1.pdf", "/a/1.pdf").location[1:]).exists()


def test_an_old_file_that_was_removed_to_protect_a_person_says_so(public_root):
    release = with_file()
    know("/a/1.pdf", release, "file", "Fact sheet FINAL.txt")
    redact(release, handed_out(release, "Fact sheet FINAL.txt"), at=AT)
    settle_pages()
    said = answer("/a/1.pdf", "/a/1.pdf")
    assert said.status == 410
    assert "protect a person" in (public_root / said.file).read_text()
    assert OldAddress.objects.get().detail == ""


def test_a_list_leads_to_the_month_that_holds_most_of_it_the_newer_of_two():
    for day in (date(2023, 3, 1), date(2023, 3, 2), date(2023, 4, 1)):
        know("/press?page=5", public(dated_on=day), "list")
    assert answer("/press", "/press?page=5").location == "/2023/03/"
    know("/press?page=5", public(dated_on=date(2023, 4, 2)), "list")
    assert answer("/press", "/press?page=5").location == "/2023/04/"


def test_a_list_counts_what_was_withdrawn_and_no_draft():
    release = public(dated_on=date(2023, 3, 1))
    know("/press?page=5", release, "list")
    for _ in range(3):
        know("/press?page=5", make_release(dated_on=date(2022, 1, 1)), "list")
    assert answer("/press", "/press?page=5").location == "/2023/03/"
    withdraw(release, "It was wrong.", at=AT)
    assert answer("/press", "/press?page=5").location == "/2023/03/"


def test_our_own_ledger_is_asked_before_an_older_sites():
    ours, other = public(headline="Ours"), public(headline="Other")
    know("/2024/05/ours", other)
    withdraw(ours, "It was wrong.", at=AT)
    assert answer("/2024/05/ours/", "/2024/05/ours").status == 410
    assert b'"/2024/05/ours/" "/_gone/2024/05/ours/index.html";' in make_maps().files["_maps/nginx/then.map"]


def test_an_old_address_that_is_the_new_one_leads_in_no_circle():
    release = public(headline="Ours")
    know("/2024/05/ours", release)
    assert answer("/2024/05/ours/", "/2024/05/ours") == UNKNOWN  # until its file is made
    assert b"ours" not in make_maps().files["_maps/nginx/then.map"]


def test_a_new_release_takes_no_address_at_which_another_is_known_but_a_drafts():
    first = public(headline="First")
    know("/2024/05/second", first)
    know("/2024/05/third", make_release(headline="Hidden"))
    assert public(headline="Second").address == "/2024/05/second-2/"
    assert public(headline="Third").address == "/2024/05/third/"  # a number would tell of the draft


def test_the_maps_are_owed_with_what_they_name_and_with_nothing_else():
    make_newsroom()
    settle_pages()
    Owed.objects.all().delete()

    def is_owed(act) -> bool:
        Owed.objects.all().delete()
        act()
        return Owed.objects.filter(output=str(MAPS)).exists()

    plain = make_release(headline="Plain")
    assert not is_owed(lambda: publish(plain, at=AT))
    plain = Release.objects.get(pk=plain.pk)
    plain.headline = "Plainer"
    assert not is_owed(lambda: correct(plain, "A word.", at=AT))
    plain.address_slug = "elsewhere"
    plain.headline = "Plainest"
    assert is_owed(lambda: correct(plain, "Moved.", at=AT))
    other = make_release(headline="Other")
    know("/other.html", other)
    assert is_owed(lambda: publish(other, at=AT))
    last = public(headline="Last")
    assert is_owed(lambda: withdraw(last, "It was wrong.", at=AT))


def test_every_line_of_the_maps_says_what_the_ledger_says():
    for number in range(3):
        release = with_file(name=f"Sheet {number}.txt", headline=f"Release {number}")
        know(f"/index.php?id={number}", release)
        know(f"/old/{number}.html", release)
        know("/press?page=5", release, "list")
        know(f"/files/{number}.pdf", release, "file", f"Sheet {number}.txt")
    moved, gone, kept = Release.objects.order_by("path")
    moved.address_slug, moved.headline = "moved", "Moved"
    correct(moved, "It moved.", at=AT)
    withdraw(gone, "It was wrong.", at=AT)
    redact(kept, handed_out(kept, "Sheet 2.txt"), at=AT)
    files = make_maps().files
    lines = [*files["_maps/nginx/first.map"].splitlines(), *files["_maps/nginx/then.map"].splitlines()]
    assert len(lines) > 30
    for line in lines:
        key, value = re.fullmatch(r'"([^"]+)" "([^"]+)";', line.decode()).groups()
        path, _, query = key.partition("?")
        old = f"{path.rstrip('/') or '/'}{'?' if query else ''}{query}"
        said = answer(path, old)
        assert value.rstrip("/") == (f"/{said.file}" if said.status == 410 else said.location.rstrip("/")), key
        assert said.status in (301, 410)
    assert files["_maps/first.txt"].decode().splitlines() == [
        "/index.php?id=0", "/index.php?id=1", "/index.php?id=2", "/press?page=5",
    ]  # fmt: skip
    assert files["_maps/nginx/asked.map"] == b'"/index.php" "1";\n"/press" "1";\n"/press/" "1";\n'
    for name in ("first", "then", "asked"):
        assert files[f"_maps/nginx/{name}.map"].replace(b";", b"") == files[f"_maps/caddy/{name}.map"]


def test_what_could_be_read_as_configuration_or_as_the_same_is_left_to_the_program():
    to = Answer(301, location="/2024/05/")
    hostile = ['/a"b', "/a$b", "/a{b}", "/a<b", "/a\\b", "/a b", "/a\nb"]
    files = render_maps(dict.fromkeys((*hostile, "/Press", "/press", "/plain", "/x" * 600), to))
    assert files["_maps/nginx/then.map"] == b'"/plain" "/2024/05/";\n"/plain/" "/2024/05/";\n'
    elsewhere = ["https://evil.example/", "/a b", '/a"; return 301 https://evil.example; #', "/a$b", "/{env.HOME}"]
    for location in elsewhere:
        assert render_maps({"/plain": Answer(301, location=location)})["_maps/nginx/then.map"] == b""


def test_a_site_without_old_addresses_has_empty_maps_that_a_server_can_read(public_root):
    make_newsroom()
    settle_pages()
    assert {file.name for file in (public_root / "_maps/nginx").iterdir()} == {"first.map", "then.map", "asked.map"}
    assert Output.parse(str(MAPS)) == MAPS
