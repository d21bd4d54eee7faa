"""Which partners have said yes to which words of a release, and which names will be printed."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.releases.models import Consent, Organization, Release


@dataclass(frozen=True)
class PartnerState:
    """One partner that is asked, under one wording."""

    organization: Organization
    consent: Consent | None  # its yes to exactly these words
    earlier: Consent | None  # its last yes to other words, where it gave none to these

    @property
    def is_printed(self) -> bool:
        """Whether its name would stand under these words."""
        return self.consent is not None


def partner_states(release: Release, fingerprint: str) -> list[PartnerState]:
    """Give each partner that the release in memory asks, once, with its yes to the words of this fingerprint."""
    asked = {row.organization_id: row.organization for row in release.release_partners.all()}
    exact: dict[int, Consent] = {}
    earlier: dict[int, Consent] = {}
    if release.pk:
        consents = Consent.objects.filter(release_id=release.pk, organization__in=asked).order_by("recorded_at", "pk")
        for consent in consents:
            (exact if consent.fingerprint == fingerprint else earlier)[consent.organization_id] = consent
    return [
        PartnerState(organization, exact.get(key), None if key in exact else earlier.get(key))
        for key, organization in asked.items()
    ]


def names_not_printed(states: Sequence[PartnerState]) -> list[str]:
    """Name the partners whose names will not stand under the words."""
    return [state.organization.name for state in states if not state.is_printed]


def can_be_taken_back(consent: Consent) -> bool:
    """Say whether a yes can be struck out: not where a version was published with these words."""
    return not consent.release.versions.filter(fingerprint=consent.fingerprint).exists()
