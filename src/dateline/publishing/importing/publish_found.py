"""What an import found and nothing speaks against, published as the past, in batches."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from dateline.intake.models import Import, Stage
from dateline.intake.ready import completed, drafts_of, ready_to_complete, ready_to_publish
from dateline.publishing.complete import complete
from dateline.publishing.importing.beat import beat, enter
from dateline.publishing.publish_past import publish_past
from dateline.releases.models import Release
from dateline.releases.refused import Refused


def publish_found(into: Import, size: int, *, now: Callable[[], datetime]) -> tuple[int, list[Refused]]:
    """Publish what is ready; give how many were, and a refusal for each that stays a draft."""
    keys, published = ready_to_publish(into), 0
    refused: list[Refused] = []
    enter(into, Stage.PUBLISHING, now=now, publishable_count=into.published_count + len(keys))
    for start in range(0, len(keys), size):
        done, said_no = _publish_batch(keys[start : start + size], into, now)
        published += done
        refused += said_no
    return published, refused


def complete_found(into: Import) -> int:
    """Put the full texts that were found in the place of public teasers; give how many."""
    count = 0
    for key in ready_to_complete(into):
        with transaction.atomic():
            for release in completed([key], into):
                complete(release, at=into.started_at)
                count += 1
    return count


def _publish_batch(keys: Sequence[int], into: Import, now: Callable[[], datetime]) -> tuple[int, list[Refused]]:
    """Publish a batch; what is not fit to be public stays a draft, with the reasons."""
    refused: list[Refused] = []
    while True:
        unfit = {no.release.pk for no in refused if isinstance(no.release, Release)}
        before = into.published_count
        try:
            with transaction.atomic():
                releases = drafts_of([key for key in keys if key not in unfit])
                publish_past(releases, at=into.started_at)
                beat(into, at=now(), published_count=before + len(releases))
                return len(releases), refused
        except Refused as no:
            into.published_count = before
            if not isinstance(no.release, Release) or no.release.pk in unfit:
                raise
            refused.append(no)
