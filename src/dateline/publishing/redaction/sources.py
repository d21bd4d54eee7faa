"""Releases → the kept sources in which something of them may stand."""

from collections.abc import Sequence

from dateline.intake.models import Source
from dateline.releases.models import Release, ReleaseAttachment

IN_A_PART = " › "  # as reading.source names a part of a file


def sources_of(releases: Sequence[Release]) -> set[str]:
    """Give the hashes of all kept sources in which something of these releases may stand.

    Those are the sources of which something was found of these releases, the files that hold them as parts (an export, an
    archive, a mailbox), and the files that they hand out, which may have been read as sources of their own.
    """
    hashes: set[str] = set()
    for name, sha256, import_id in Source.objects.filter(findings__release__in=releases).values_list(
        "name", "sha256", "found_in_id"
    ):
        hashes.add(sha256)
        parts = name.split(IN_A_PART)
        around = [IN_A_PART.join(parts[:depth]) for depth in range(1, len(parts))]
        if around:
            holding = Source.objects.filter(found_in=import_id, name__in=around)
            hashes |= set(holding.values_list("sha256", flat=True))
    handed_out = ReleaseAttachment.objects.filter(release__in=releases).exclude(attachment=None)
    hashes |= set(handed_out.values_list("attachment__original_sha256", flat=True))
    return hashes - {""}
