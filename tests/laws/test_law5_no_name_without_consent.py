"""Law 5: a partner's name stands under exactly the words that it signed."""

from pathlib import Path

import pytest
from build import AT, make_release
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as tries
from hypothesis import strategies as st

from dateline.publishing.correct import correct
from dateline.publishing.publish import publish
from dateline.publishing.settle import settle
from dateline.releases.models import Consent, Release
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db

CHANGES = {
    "headline": st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20),
    "subheadline": st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=20),
    "place": st.sampled_from(["Port Ellery", "Port Ellery ", "Elsewhere"]),
    "dateline": st.sampled_from(["PORT ELLERY, May 6, 2024 —", "PORT ELLERY, May 6, 2024 –", ""]),
    "kind": st.sampled_from(["press release", "statement", "open letter"]),
    "body": st.sampled_from(
        ["The board voted four to one.", "The board voted four to one", "The board vоted four to one."]
    ),
}


@given(data=st.data())
@tries(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_a_name_is_printed_if_and_only_if_its_yes_was_to_these_very_words(data):
    release = make_release(partners=["Night Bakers"])
    signed = release.words
    consent(release)
    field = data.draw(st.sampled_from(sorted(CHANGES)))
    value = data.draw(CHANGES[field])
    if field == "body":
        release.body = [("text", f"<p>{value}</p>")]
    else:
        setattr(release, field, value)
    try:
        publish(release, at=AT)
    except Refused:
        return  # an empty headline, say: nothing is printed at all
    printed = Release.objects.get(pk=release.pk).current.words["printed"]["partners"]
    assert bool(printed) == (release.words == signed)


def test_a_correction_takes_every_name_off_until_it_is_signed_again():
    release = make_release(partners=["Night Bakers"])
    consent(release)
    publish(release, at=AT)
    settle()
    assert "Night Bakers" in public_page(release)
    changed = Release.objects.get(pk=release.pk)
    changed.body = [("text", "<p>The board voted three to two.</p>")]
    consented_late = Release.objects.get(pk=release.pk)
    correct(changed, "Three to two.", at=AT)
    settle()
    assert "Night Bakers" not in public_page(release)
    assert Consent.objects.filter(release=consented_late).count() == 1  # what it signed stays on record


def test_a_yes_to_a_draft_is_no_yes_to_what_was_published_instead():
    release = make_release(partners=["Night Bakers"])
    release.headline = "Another headline"
    consent(release)  # to the words on the screen, which were then changed back
    publish(Release.objects.get(pk=release.pk), at=AT)
    settle()
    assert "Night Bakers" not in public_page(release)


def test_a_name_that_nobody_asked_for_is_not_printed_even_with_a_yes():
    release = make_release(partners=["Night Bakers"])
    consent(release)
    release.release_partners.clear()
    release.save()
    publish(release, at=AT)
    settle()
    assert "Night Bakers" not in public_page(release)


def consent(release: Release) -> None:
    Consent.objects.create(
        release=release,
        organization=release.release_partners.first().organization,
        fingerprint=release.words.fingerprint,
        said_by="Ana",
        said_on=AT.date(),
        said_how="by e-mail",
    )


def public_page(release: Release) -> str:
    address = Release.objects.get(pk=release.pk).address
    return (Path(settings.DATELINE_PUBLIC_ROOT) / address[1:] / "index.html").read_text()
