"""Consents and reasons under words from which something was removed: they stand, for no word was added."""

from dateline.publishing.models import Reason
from dateline.publishing.redaction.taking import Taking
from dateline.releases.models import Consent, Release


def carry_over(release: Release, mapped: dict[str, str], taking: Taking) -> None:
    """Bind each yes and each reason to the words without the passage (`mapped`: fingerprint before → after), and take it out of them."""
    for consent in Consent.objects.filter(release=release).order_by("pk"):
        said_by, said_how = (taking.text(text, "consents") for text in (consent.said_by, consent.said_how))
        fingerprint = mapped.get(consent.fingerprint, consent.fingerprint)
        twin = Consent.objects.filter(
            release=release, organization_id=consent.organization_id, fingerprint=fingerprint
        ).exclude(pk=consent.pk)
        if fingerprint != consent.fingerprint and twin.exists():
            consent.delete()  # it said yes to two wordings that are the same now
            continue
        if (said_by, said_how, fingerprint) != (consent.said_by, consent.said_how, consent.fingerprint):
            Consent.objects.filter(pk=consent.pk).update(said_by=said_by, said_how=said_how, fingerprint=fingerprint)
    for reason in Reason.objects.filter(release=release):
        text, fingerprint = taking.text(reason.reason, "reasons"), mapped.get(reason.fingerprint, reason.fingerprint)
        twin = Reason.objects.filter(release=release, fingerprint=fingerprint).exclude(pk=reason.pk)
        if twin.exists():
            reason.delete()  # two wordings that are the same now
        elif (text, fingerprint) != (reason.reason, reason.fingerprint):
            Reason.objects.filter(pk=reason.pk).update(reason=text, fingerprint=fingerprint)
