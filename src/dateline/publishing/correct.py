"""Correct: something that was said was wrong. What it said before stays readable, the note stands above everything."""

from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Model

from dateline.publishing.fit import unfit
from dateline.publishing.reasons import refuse_or_keep
from dateline.publishing.say import Telling, say
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Act


def correct(
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
    change(release, Act.CORRECTED, note, reason=reason, at=at, by=by, revision=revision)


def change(
    release: Release,
    act: Act,
    note: str,
    *,
    reason: str = "",
    at: datetime | None = None,
    by: Model | None = None,
    revision: Model | None = None,
) -> None:
    """Carry out a change of words: the part that a correction and an update share. Raises Refused."""
    at = at or datetime.now(UTC)
    if revision is not None:
        release = revision.as_object()
    reasons = unfit(release.words, at.astimezone(release.newsroom.zone).date())
    if not note.strip():
        reasons.append("Say what changed and why: the note stands above the release.")
    stands = Release.objects.filter(pk=release.pk).select_related("current").first()
    if stands and stands.current and stands.current.fingerprint == release.words.fingerprint:
        reasons.append("No word differs from what is public. There is nothing to change.")
    if reasons:
        raise Refused(release, reasons)
    with transaction.atomic():
        refuse_or_keep(release, release.words, reason, at=at, by=by)
        say(release, act, Telling(at=at, note=note.strip(), by=by), revision=revision)
