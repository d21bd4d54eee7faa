"""People at risk in words that are to be published: refused, until a person gives a reason for exactly these words."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Model

from dateline.preflight.fields import fields_of_words
from dateline.preflight.finding import Finding
from dateline.preflight.run import people_at_risk
from dateline.publishing.models import Reason
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.words import Words


class PersonAtRisk(Refused):
    """Refused because the words may tell who or where a person is; a reason is an answer, as a removal is."""


def at_risk(release: Release, words: Words) -> list[Finding]:
    """List what may put someone at risk in these words; nothing where a reason for exactly them stands."""
    found = people_at_risk(fields_of_words(words))
    if found and Reason.objects.filter(release_id=release.pk, fingerprint=words.fingerprint).exists():
        return []
    return found


def sentences_of(findings: Iterable[Finding]) -> list[str]:
    """Say where and what, each once."""
    return list(dict.fromkeys(finding.sentence for finding in findings))


def refuse_or_keep(release: Release, words: Words, reason: str, *, at: datetime, by: Model | None) -> None:
    """Keep the reason where one is needed. Raises PersonAtRisk, with what and where, where it is needed and not given.

    A reason without need is not kept: it would answer what nobody has asked.
    """
    found = at_risk(release, words)
    if not found:
        return
    if not reason.strip():
        raise PersonAtRisk(release, sentences_of(found))
    Reason.objects.create(
        release=release,
        fingerprint=words.fingerprint,
        findings=dict(Counter(finding.code for finding in found)),
        reason=reason.strip(),
        given_at=at,
        given_by=by,
    )
