"""What the command says after a verb on one release: where it stands, and which partners are not named there."""

from collections.abc import Iterator

from django.conf import settings

from dateline.releases.models import Release


def lines_of(release: Release, did: str) -> Iterator[str]:
    """Give the lines about a release as it stands now; `did` opens the first ("Corrected", "Would be published")."""
    yield f"{did}: {settings.DATELINE_SITE_ADDRESS}{release.address}"
    if release.current is None:
        return
    printed = {partner["name"] for partner in release.current.words["printed"]["partners"]}
    for row in release.release_partners.select_related("organization"):
        if row.organization.name not in printed:
            yield f"  Not named: {row.organization.name}. No yes to exactly these words is recorded."
