"""Whether a person has had a release in hand since an import last wrote it."""

from collections.abc import Iterable

from wagtail.models import Revision

from dateline.intake.models import Finding
from dateline.releases.models import Redaction, Release, Version
from dateline.releases.status import Act

OF_AN_IMPORT = (Act.PUBLISHED, Act.COMPLETED)


def untouched(releases: Iterable[Release]) -> set[int]:
    """Give the keys of those releases whose words are still those that an import left, and nobody has saved since.

    One that no import has written is never among them.
    """
    releases = list(releases)
    keys = [release.pk for release in releases]
    left: dict[int, str] = dict(
        Finding.objects.filter(release__in=keys)
        .exclude(left_fingerprint="")
        .order_by("pk")
        .values_list("release_id", "left_fingerprint")
    )
    revisions = [release.latest_revision_id for release in releases if release.latest_revision_id]
    by_nobody = set(Revision.objects.filter(pk__in=revisions, user=None).values_list("pk", flat=True))
    by_people = set(
        Version.objects.filter(release__in=keys).exclude(act__in=OF_AN_IMPORT).values_list("release_id", flat=True)
    )
    # Their sources still say what was removed.
    by_people |= set(Redaction.objects.filter(release__in=keys).values_list("release_id", flat=True))
    return {
        release.pk
        for release in releases
        if release.pk not in by_people
        and (release.latest_revision_id is None or release.latest_revision_id in by_nobody)
        and left.get(release.pk) == release.words.fingerprint
    }
