"""Withdraw: it is no longer said. Its address answers 410 with a notice; the text is read nowhere any more."""

from datetime import UTC, datetime

from django.db.models import Model

from dateline.publishing.say import Telling, say
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Act


def withdraw(release: Release, note: str, *, at: datetime | None = None, by: Model | None = None) -> None:
    """Withdraw a public release, with the reason that the notice gives. Raises Refused."""
    if not note.strip():
        raise Refused(release, ["Say why it is withdrawn: the notice at its address gives this reason."])
    # What stands in public is withdrawn, not a draft of it that someone is writing.
    public = Release.objects.get(pk=release.pk)
    say(
        public,
        Act.WITHDRAWN,
        Telling(at=at or datetime.now(UTC), note=note.strip(), by=by),
        revision=public.live_revision,
    )
