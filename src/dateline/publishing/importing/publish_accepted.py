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
from dateline.publishing.reasons import refuse_or_keep
from dateline.publishing.settle import settle_pages
from dateline.releases.models import Release
from dateline.releases.refused import Refused

WAS_NOT_PUBLIC = (
    "This import was not said to have been public, so its drafts are published one by one, from their own pages."
)
DOUBTED_ELSEWHERE = "“{}” is doubtful in another source, too. Settle that one first."


def publish_accepted(
    findings: Iterable[Finding], hand: Hand, *, reason: str = ""
) -> tuple[list[Finding], list[Refused]]:
    """Accept and publish what can be, each whole or not at all; give those that were, and a refusal for each other.

    `reason` is why they go out although someone may be at risk by them; it is kept where preflight finds anyone.
    """
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


def _publish(finding: Finding, hand: Hand, reason: str) -> Finding:
    into = finding.found_in
    if not into.was_public:
        raise Refused(into, [WAS_NOT_PUBLIC])
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
    refuse_or_keep(release, release.words, reason, at=hand.at, by=hand.by)
    publish_past([release], at=hand.at)
    Page.objects.filter(pk=key).update(live_revision=F("latest_revision"))
    return accepted
