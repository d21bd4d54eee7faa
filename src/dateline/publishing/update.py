"""Update: there is more to say. Nothing was wrong; what it said before stays readable."""

from datetime import datetime

from django.db.models import Model

from dateline.publishing.correct import change
from dateline.releases.models import Release
from dateline.releases.status import Act


def update(
    release: Release,
    note: str,
    *,
    reason: str = "",
    at: datetime | None = None,
    by: Model | None = None,
    revision: Model | None = None,
) -> None:
    """Replace the words of a public release by those in memory (or in `revision`), with a public note.

    `reason` is kept, not public: why they go out although someone may be at risk by what is new in them.
    Raises Refused with reasons that a person can act on; then nothing has changed.
    """
    change(release, Act.UPDATED, note, reason=reason, at=at, by=by, revision=revision)
