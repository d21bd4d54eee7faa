"""One verb on one release, in earnest or as a dry run, from the command."""

from collections.abc import Callable

from django.db import transaction

from dateline.releases.models import Release


def carry_out(release: Release, verb: Callable[[], None], *, is_dry_run: bool) -> Release:
    """Carry a verb out and give the release as it then stands; a dry run is rolled back, so no page is made of it.

    Raises Refused as the verb does.
    """
    with transaction.atomic():
        verb()
        stands = Release.objects.select_related("current", "locale").get(pk=release.pk)
        if is_dry_run:
            transaction.set_rollback(True)
    return stands
