"""People at risk in words that are to go out: refused, until a person gives a reason for exactly these words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Model

from dateline.preflight.fields import fields_of_words
from dateline.preflight.finding import Finding
from dateline.preflight.run import people_at_risk
from dateline.publishing.models import Reason
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.words import Words, words_kept


class PersonAtRisk(Refused):
    """Refused because the words may tell who or where a person is; a reason is an answer, as a removal is."""


def at_risk(release: Release, words: Words) -> list[Finding]:
    """List what may put someone at risk in these words, and is not public already.

    Nothing where a reason for exactly these words stands.
    """
    found = list(_found_in(words))
    if found and Reason.objects.filter(release_id=release.pk, fingerprint=words.fingerprint).exists():
        return []
    public: Counter[tuple[str, str]] = Counter()
    if found and release.current:
        public.update(passage for _, passage in _found_in(words_kept(release.current.words)))
    new = []
    for finding, passage in found:
        if public[passage] > 0:
            public[passage] -= 1  # once more than before is new
        else:
            new.append(finding)
    return new


def _found_in(words: Words) -> Iterator[tuple[Finding, tuple[str, str]]]:
    """Give what is found, each with its kind and the passage itself, which stays here."""
    fields = {field.name: field for field in fields_of_words(words)}
    for finding in people_at_risk(fields.values()):
        start, end = finding.span
        yield finding, (finding.code, fields[finding.field].text[start:end])


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
