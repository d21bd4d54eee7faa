"""Law 6: an address once public always answers 200, 301 or 410, and no version ever changes."""

import pytest
from build import AT, make_release
from hypothesis import HealthCheck, settings
from hypothesis.stateful import rule, run_state_machine_as_test
from laws.newsroom_life import NewsroomLife
from laws.told_life import live

from dateline.publishing.leads import GONE
from dateline.publishing.ledger import answer
from dateline.publishing.publish import publish
from dateline.publishing.render.maps import FOLDER
from dateline.publishing.siblings import is_sibling
from dateline.releases.models import OldAddress, Release, Version
from dateline.releases.refused import Refused

pytestmark = pytest.mark.django_db


class Remembering(NewsroomLife):
    """Remembers every address that was ever public, and every version."""

    def __init__(self):
        super().__init__()
        self.addresses: set[str] = set()
        self.old: set[str] = set()  # addresses of an older site that have answered
        self.said: dict[int, tuple] = {}

    protect_a_person = None  # a person's safety outranks this law: the one rule of a newsroom's life that it leaves out

    @rule()
    def look_around(self):
        present = self.settled()
        for name in present:
            if name.startswith((GONE, FOLDER, "assets/")) or name.endswith("404.html") or is_sibling(name):
                continue  # these have no address that is kept
            self.addresses.add(f"/{name.removesuffix('index.html')}")
        for address in self.addresses:
            file = address[1:] + ("index.html" if address.endswith("/") else "")
            if file in present:
                continue
            said = answer(address)
            assert said.status in (301, 410), (address, said)
            if said.status == 410:
                assert said.file in present, (address, said)
            else:
                onward = said.location[1:] + ("index.html" if said.location.endswith("/") else "")
                assert onward in present or answer(said.location).status == 410, (address, said)
        for old in {*self.old, *OldAddress.objects.values_list("address", flat=True)}:
            said = answer("", old)
            assert said.status in (301, 410) or (said.status == 404 and old not in self.old), (old, said)
            if said.status == 301:
                assert said.location[1:] + "index.html" in present or answer(said.location).status == 410, (old, said)
                self.old.add(old)
        for version in Version.objects.all():
            now = (version.words, version.note, version.made_at, version.fingerprint)
            assert self.said.setdefault(version.pk, now) == now

    def teardown(self):
        try:
            if hasattr(self, "rooms"):
                self.look_around()
        finally:
            super().teardown()


def test_whatever_happens_every_address_ever_public_answers():
    run_state_machine_as_test(
        Remembering,
        settings=settings(
            max_examples=15,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
        ),
    )


def test_every_address_of_a_life_told_by_hand_answers():
    watched = Remembering()
    try:
        live(watched.look_around)
    finally:
        watched.teardown()


def test_a_version_can_be_changed_by_no_door_of_the_model():
    release = make_release()
    publish(release, at=AT)
    version = Version.objects.get()
    version.note = "something else"
    with pytest.raises(Refused):
        version.save()
    with pytest.raises(Refused):
        Version.objects.update(note="something else")


@pytest.mark.parametrize("way_out", ["unpublish", "delete", "queryset", "newsroom", "not live"])
def test_what_has_been_public_can_be_taken_back_by_no_door_of_the_model(way_out):
    release = make_release()
    publish(release, at=AT)
    release = Release.objects.get(pk=release.pk)
    with pytest.raises(Exception) as refused:  # (Refused, or the database's own protection)
        if way_out == "unpublish":
            release.unpublish()
        elif way_out == "delete":
            release.delete()
        elif way_out == "queryset":
            Release.objects.filter(pk=release.pk).delete()
        elif way_out == "newsroom":
            release.newsroom.delete()
        else:
            release.live = False
            release.save()
    assert type(refused.value).__name__ in ("Refused", "ProtectedError", "RestrictedError")
    assert Release.objects.get(pk=release.pk).live
