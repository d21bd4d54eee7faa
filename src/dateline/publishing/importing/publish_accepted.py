"""Accept and publish: doubtful records of an import that was public, answered by a person and let out as the past."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from dateline.intake.accept import accept
from dateline.intake.enter_act import Hand
from dateline.intake.models import Act, Finding
from dateline.intake.ready import doubtful_among
from dateline.publishing.publish_past import publish_past
from dateline.publishing.settle import settle_pages
from dateline.releases.models import Release
from dateline.releases.refused import Refused

WAS_NOT_PUBLIC = (
    "This import was not said to have been public, so its drafts are published one by one, from their own pages."
)
DOUBTED_ELSEWHERE = "“{}” is doubtful in another source, too. Settle that one first."
NEEDS_REASON = "“{}” may put a person at risk. Redact it, keep it as a draft, or say why it may be public."
# Chosen, not written: what is written about a person would be one more place that names one.
REASONS = {
    "agreed": "The person has agreed to be named",
    "public role": "It is a public figure, in that role",
    "false alarm": "It is not about a person: a false alarm",
}


def publish_accepted(
    findings: Iterable[Finding], hand: Hand, *, reason: str = ""
) -> tuple[list[Finding], list[Refused]]:
    """Accept and publish what can be, each whole or not at all; give those that were, and a refusal for each other."""
    published, refused = [], []
    for finding in findings:
        try:
            with transaction.atomic():
                published.append(_publish(finding, hand, reason))
        except Refused as no:
            refused.append(no)
    if published:
        settle_pages()
    return published, refused


def is_risk(doubt: dict) -> bool:
    """Say whether a doubt is about people at risk: it names the passage in a field."""
    return bool(doubt.get("field") and doubt.get("span"))


def _publish(finding: Finding, hand: Hand, reason: str) -> Finding:
    into = finding.found_in
    if not into.was_public:
        raise Refused(into, [WAS_NOT_PUBLIC])
    named = finding.record.get("headline") or "The record"
    if any(map(is_risk, finding.doubts)) and reason not in REASONS:
        raise Refused(into, [NEEDS_REASON.format(named)])
    done, refused = accept([finding], hand, what=Act.What.PUBLISHED)
    if refused:
        raise refused[0]
    accepted = done[0]
    key = accepted.release_id
    if doubtful_among([key], into):
        raise Refused(accepted.release, [DOUBTED_ELSEWHERE.format(accepted.release.headline)])
    # A person may have it in hand: their newest words are published, and the row must hold those.
    release = Release.objects.select_related("locale").get(pk=key)
    if release.latest_revision_id:
        release = release.get_latest_revision_as_object()
        release.save()
    publish_past([release], at=hand.at)
    Page.objects.filter(pk=key).update(live_revision=F("latest_revision"))
    Act.objects.filter(finding=accepted, what=Act.What.PUBLISHED, at=hand.at).update(about=reason)
    return accepted
