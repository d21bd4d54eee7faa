"""Publish: a draft becomes public; what is public already is only brought in step where no word has changed."""

from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Model

from dateline.publishing.fit import unfit
from dateline.publishing.owe import owe
from dateline.publishing.reasons import refuse_or_keep
from dateline.publishing.say import Telling, say
from dateline.publishing.settle import settle_pages
from dateline.publishing.standing import bring_lists_in_step
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Act, Status

CHANGED = (
    "Its words have changed since it was published. Say whether this is a correction or an update, and what changed."
)


def publish(
    release: Release,
    *,
    reason: str = "",
    at: datetime | None = None,
    by: Model | None = None,
    revision: Model | None = None,
) -> None:
    """Publish a release as it stands in memory (or as it stands in `revision`).

    `reason` is why it goes out although someone may be at risk by it; it is asked for where preflight finds anyone.
    Raises Refused with reasons that a person can act on; then nothing has changed.
    """
    at = at or datetime.now(UTC)
    if revision is not None:
        release = revision.as_object()
    if release.has_been_public:
        _bring_in_step(release, revision)
        return
    if reasons := unfit(release.words, at.astimezone(release.newsroom.zone).date()):
        raise Refused(release, reasons)
    with transaction.atomic():
        refuse_or_keep(release, release.words, reason, at=at, by=by)
        say(release, Act.PUBLISHED, Telling(at=at, by=by), revision=revision)


@transaction.atomic
def _bring_in_step(release: Release, revision: Model | None) -> None:
    """Take over what is no word: topics, contacts, the partners asked."""
    stands = Release.objects.select_for_update(of=("self",)).select_related("current").get(pk=release.pk)
    if stands.status == Status.WITHDRAWN:
        raise Refused(release, ["It was withdrawn; its address keeps saying so. Write a new release instead."])
    if stands.current.fingerprint != release.words.fingerprint:
        raise Refused(release, [CHANGED])
    revision = revision or release.save_revision(log_action=False)
    release.live, release.live_revision = True, revision
    release.has_unpublished_changes = not revision.is_latest_revision()
    release.save()
    owe(bring_lists_in_step(release, kind_before=stands.current.kind))
    transaction.on_commit(settle_pages)
