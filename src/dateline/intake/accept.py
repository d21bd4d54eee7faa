"""Accept: a person has looked at doubtful records, and their doubts speak against nothing any more."""

from collections.abc import Iterable

from django.db import transaction

from dateline.intake.enter_act import Hand, enter_act, require_over
from dateline.intake.models import Act, Finding, Import, Outcome
from dateline.releases.refused import Refused

SETTLED = "“{}” is not doubtful any more: someone has settled it already."
NO_DRAFT = "A record without a draft can't be accepted. Reject it, or import its source again."
NO_DATE = "“{}” still has no date. Set the day on which it was released, or reject it."
NO_HEADLINE = "A record still has no headline. Write one, or reject it."


def accept(
    findings: Iterable[Finding], hand: Hand, *, what: str = Act.What.ACCEPTED
) -> tuple[list[Finding], list[Refused]]:
    """Accept what can be; give those that were, and a refusal for each that was not.

    That a record may be one with another release is answered too: they are two.
    """
    accepted, refused = [], []
    for finding in findings:
        try:
            with transaction.atomic():
                accepted.append(_accept(finding, hand, what))
        except Refused as no:
            refused.append(no)
    return accepted, refused


def _accept(finding: Finding, hand: Hand, what: str) -> Finding:
    require_over(finding.found_in)
    finding = Finding.objects.select_for_update(of=("self",)).select_related("release", "found_in").get(pk=finding.pk)
    named = (finding.release.headline if finding.release else "") or finding.record.get("headline") or "The record"
    if finding.outcome != Outcome.DOUBTFUL:
        raise Refused(finding.release or finding.found_in, [SETTLED.format(named)])
    if finding.release is None:
        raise Refused(finding.found_in, [NO_DRAFT])
    draft = finding.release.get_latest_revision_as_object()
    if not draft.headline.strip():
        raise Refused(finding.release, [NO_HEADLINE])
    if not draft.dated_on:
        raise Refused(finding.release, [NO_DATE.format(named)])
    finding.outcome, finding.answered_at = Outcome.NEW, hand.at
    finding.save(update_fields=["outcome", "answered_at"])
    enter_act(finding.found_in, what, hand, finding=finding)
    return finding


def is_settled(into: Import) -> bool:
    """Say whether an import is accepted: nothing of it waits for the machine or for a person."""
    return bool(into.finished_at) and not into.findings.filter(outcome=Outcome.DOUBTFUL).exists()
