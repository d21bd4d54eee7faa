"""Reject: a record is none of ours. Its draft goes; what is public stays, and is no longer said to come from it."""

from collections.abc import Iterable

from django.db import transaction

from dateline.intake.enter_act import Hand, enter_act, require_over
from dateline.intake.models import Act, Finding, Outcome
from dateline.releases.models import Release
from dateline.releases.refused import Refused

IS_REJECTED = "It is rejected already."
NOT_DOUBTFUL = "“{}” is not doubtful. If it is none of yours, delete its draft; what is public is withdrawn."


def reject(findings: Iterable[Finding], hand: Hand) -> tuple[list[Finding], list[Refused]]:
    """Reject what can be; give those that were, and a refusal for each that was not.

    It stays known: the same record, found again, is rejected again.
    """
    rejected, refused = [], []
    for finding in findings:
        try:
            with transaction.atomic():
                rejected.append(_reject(finding, hand))
        except Refused as no:
            refused.append(no)
    return rejected, refused


def _reject(finding: Finding, hand: Hand) -> Finding:
    require_over(finding.found_in)
    finding = Finding.objects.select_for_update(of=("self",)).select_related("found_in").get(pk=finding.pk)
    if finding.outcome == Outcome.REJECTED:
        raise Refused(finding.found_in, [IS_REJECTED])
    if finding.outcome != Outcome.DOUBTFUL:
        raise Refused(finding.found_in, [NOT_DOUBTFUL.format(finding.record.get("headline") or "The record")])
    release = Release.objects.select_for_update(of=("self",)).filter(pk=finding.release_id).first()
    goes = Finding.objects.filter(pk=finding.pk)
    if release is not None and not release.has_been_public:
        goes = Finding.objects.filter(release=release)  # however many sources have it: the draft is one
    keys = list(goes.values_list("pk", flat=True))
    Finding.objects.filter(pk__in=keys).update(outcome=Outcome.REJECTED, release=None, answered_at=hand.at)
    if release is not None and not release.has_been_public:
        release.delete()
    enter_act(finding.found_in, Act.What.REJECTED, hand, finding=finding)
    finding.refresh_from_db()
    return finding
