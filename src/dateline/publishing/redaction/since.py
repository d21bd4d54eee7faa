"""How often something was removed from a release: what was opened before the last time would bring it back."""

from wagtail.models import PageLogEntry

from dateline.releases.models import Release

LOGGED_AS = "dateline.redact"


def times_redacted(release: Release) -> int:
    """Count the removals, those from a draft included: the log has each, and never what it was."""
    if release.pk is None:
        return 0
    return PageLogEntry.objects.filter(page_id=release.pk, action=LOGGED_AS).count()
