"""Kinds, addressees and organizations: what stands in their lists, and what never does."""

from datetime import date
from pathlib import Path

import pytest
from build import AT, make_addressee, make_newsroom, make_release
from django.conf import settings

from dateline.publishing.correct import correct
from dateline.publishing.publish import publish
from dateline.publishing.publish_past import publish_past
from dateline.publishing.settle import settle
from dateline.publishing.withdraw import withdraw
from dateline.releases.models import Address, Consent, Organization, Release

pytestmark = pytest.mark.django_db


def page(path: str) -> str:
    settle()
    return (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:] / "index.html").read_text()


def stands(path: str) -> bool:
    settle()
    return (Path(settings.DATELINE_PUBLIC_ROOT) / path[1:] / "index.html").exists()


def again(release: Release) -> Release:
    return Release.objects.get(pk=release.pk)


def sign(release: Release) -> None:
    for row in release.release_partners.all():
        Consent.objects.create(
            release=release, organization=row.organization, fingerprint=release.words.fingerprint,
            said_by="Ana", said_on=AT.date(), said_how="by e-mail",
        )  # fmt: skip


def joint(headline="Joint", name="Night Bakers", **fields) -> Release:
    release = make_release(headline=headline, partners=[name], **fields)
    sign(release)
    publish(release, at=AT)
    return again(release)


def test_a_kind_has_a_page_and_its_years_in_the_newsrooms_language():
    make_newsroom()
    spanish = make_newsroom("Unión de Inquilinos", "es")
    publish(make_release(headline="We object", kind="statement", dated_on=date(2022, 3, 1)), at=AT)
    publish(make_release(spanish, headline="Protestamos", kind="statement"), at=AT)
    for path in ("/kinds/statements/", "/kinds/statements/2022/"):
        assert "We object" in page(path)
        assert Address.objects.filter(path=path).exists()
    assert "Protestamos" in page("/es/kinds/declaraciones/")
    assert "Statements" in page("/archive/")
    assert "Media advisories" not in page("/archive/")


def test_a_correction_of_the_kind_moves_a_release_and_leaves_the_page():
    release = make_release(headline="We object", kind="statement")
    publish(release, at=AT)
    release = again(release)
    release.kind = "open letter"
    correct(release, "It was a letter.", at=AT)
    assert "We object" in page("/kinds/open-letters/")
    assert "Nothing stands here now." in page("/kinds/statements/")


def test_what_was_said_to_someone_is_listed_and_shown_on_the_release():
    release = make_release(headline="Dear Senator")
    release.addressees.add(make_addressee())
    release.save()
    make_addressee("Mayor Lindqvist")  # nothing was said to her
    publish_past([again(release)], at=AT)
    assert "Dear Senator" in page("/addressed/senator-okafor/")
    assert "State Senator" in page("/addressed/senator-okafor/")
    assert "Dear Senator" in page("/addressed/senator-okafor/2024/")
    assert "Senator Okafor" in page("/addressed/")
    assert "Lindqvist" not in page("/addressed/")
    assert not stands("/addressed/mayor-lindqvist/")
    assert "/addressed/senator-okafor/" in page(again(release).address)
    assert "By addressee" in page("/archive/")


def test_an_addressee_ticked_later_is_brought_in_step_without_a_new_version():
    release = make_release(headline="Dear Senator")
    publish(release, at=AT)
    release = again(release)
    release.addressees.set([make_addressee()])
    publish(release, at=AT)
    assert "Dear Senator" in page("/addressed/senator-okafor/")
    assert again(release).versions.count() == 1
    release = again(release)
    release.addressees.clear()
    publish(release, at=AT)
    assert "Nothing stands here now." in page("/addressed/senator-okafor/")
    assert "Okafor" not in page("/addressed/")


def test_an_organization_has_a_page_from_its_first_printed_name_on():
    release = joint()
    assert "Joint" in page("/organizations/night-bakers/")
    assert "Joint" in page("/organizations/night-bakers/2024/")
    assert "Night Bakers" in page("/organizations/")
    assert 'href="/organizations/night-bakers/"' in page(release.address)
    assert "By organization" in page("/archive/")


def test_an_organization_that_was_only_asked_has_no_page_and_no_slug():
    publish(make_release(headline="Alone", partners=["Night Bakers"]), at=AT)
    assert not stands("/organizations/night-bakers/")
    assert "Bakers" not in page("/organizations/")
    assert Organization.objects.get().slug == ""


def test_an_organization_lists_what_it_signed_and_not_what_it_was_asked_to_sign():
    joint("Signed")
    publish(make_release(headline="Only asked", partners=["Night Bakers"]), at=AT)
    assert "Signed" in page("/organizations/night-bakers/")
    assert "Only asked" not in page("/organizations/night-bakers/")


def test_a_correction_takes_the_name_off_its_own_page_too():
    release = joint()
    release.body = [("text", "<p>Changed.</p>")]
    correct(release, "Changed.", at=AT)
    for path in ("/organizations/night-bakers/", "/organizations/night-bakers/2024/", "/organizations/"):
        assert "Nothing stands here now." in page(path)
        assert "Bakers" not in page(path)


def test_a_new_name_is_shown_once_it_was_printed_and_the_address_stays():
    joint("First", dated_on=date(2022, 3, 1))
    Organization.objects.update(name="Night Bakers’ Union", url="https://bakers.example/")
    assert "Union</h1>" not in page("/organizations/night-bakers/")
    joint("Second", name="Night Bakers’ Union")
    newest = page("/organizations/night-bakers/")
    assert "Night Bakers’ Union</h1>" in newest
    assert 'href="https://bakers.example/"' in newest
    assert "<h1>Night Bakers, 2022</h1>" in page("/organizations/night-bakers/2022/")


def test_two_organizations_with_one_slug_have_two_addresses_numbered_by_what_is_public():
    joint("One", name="Night Bakers")
    make_release(headline="Draft", partners=["Night-Bakers"])
    joint("Two", name="Night Bakers!")
    assert set(Organization.objects.values_list("slug", flat=True)) == {"night-bakers", "", "night-bakers-2"}


def test_a_withdrawal_leaves_every_list_answering():
    release = make_release(headline="Joint", partners=["Night Bakers"], kind="statement")
    release.addressees.add(make_addressee())
    release.save()
    sign(again(release))
    publish(again(release), at=AT)
    withdraw(again(release), "It was wrong.", at=AT)
    for path in ("/kinds/statements/", "/addressed/senator-okafor/2024/", "/organizations/night-bakers/"):
        assert "Nothing stands here now." in page(path)
