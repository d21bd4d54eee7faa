"""What must hold of the record whatever door was tried."""

from dataclasses import dataclass

from dateline.releases.models import Address, Newsroom, Release, Version
from dateline.releases.status import Status


@dataclass(frozen=True)
class Said:
    """All that has been said so far."""

    versions: frozenset[tuple[int, int, str]]
    addresses: frozenset[tuple[str, int]]
    public: dict[int, tuple[str, str, int]]  # release → status, address, newsroom
    newsrooms: frozenset[int]  # those in which something has been public


def said() -> Said:
    """Take down what has been said."""
    return Said(
        versions=frozenset(Version.objects.values_list("release_id", "number", "fingerprint")),
        addresses=frozenset(Address.objects.values_list("path", "newsroom_id")),
        public={
            release.pk: (release.status, release.address, release.get_parent().pk)
            for release in Release.objects.exclude(status=Status.DRAFT)
        },
        newsrooms=frozenset(
            Newsroom.objects.live().filter(pk__in=Address.objects.values("newsroom")).values_list("pk", flat=True)
        ),
    )


def nothing_is_lost(before: Said) -> None:
    """Assert that what was said is still said, where it was said."""
    after = said()
    assert before.versions <= after.versions
    assert before.addresses <= after.addresses
    assert before.newsrooms <= after.newsrooms
    for pk, (status, address, room) in before.public.items():
        now = after.public[pk]
        assert (now[1], now[2]) == (address, room)
        assert now[0] == status or (status, now[0]) == (Status.PUBLIC, Status.WITHDRAWN)


def record_is_whole() -> None:
    """Assert that a release is live exactly where a version says its very words."""
    for release in Release.objects.select_related("current"):
        assert release.live == (release.status != Status.DRAFT)
        assert release.alias_of_id is None
        assert release.go_live_at is None and release.expire_at is None
        if release.live:
            assert release.current is not None
            assert release.current.fingerprint == release.words.fingerprint
            assert release.address and Address.objects.filter(path=release.address, release=release).exists()
        else:
            assert release.current is None and not release.versions.exists() and not release.address
    rooms = [room.public_path for room in Newsroom.objects.live()]
    assert len(rooms) == len(set(rooms))
