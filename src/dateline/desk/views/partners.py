"""Partners' consent: the words as they stand, and who has said yes to exactly these."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from dateline.desk.consents import PartnerState, can_be_taken_back, partner_states
from dateline.desk.forms import ConsentForm
from dateline.releases.models import Consent, Release
from dateline.releases.status import Status

STALE = (
    "The words have changed since this page was shown, so this yes was not recorded. "
    "Ask whether it holds for the words below, then record it again."
)
NOT_ASKED = "This partner is not asked on the release any more. Add it there first."
PRINTED = "This yes was given to words that have been published, so it stays on record."


def partners(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the words, each partner asked and what it said; record a yes."""
    release = _release(request, pk)
    words = release.words
    states = partner_states(release, words.fingerprint)
    answered: ConsentForm | None = None
    if request.method == "POST":
        number = request.POST.get("organization", "")
        answered = ConsentForm(request.POST, newsroom=release.newsroom, auto_id=f"id_{number}_%s")
        if answered.is_valid():
            _record(request, pk, answered.cleaned_data)
            return redirect("desk_partners", pk)
    return render(
        request,
        "desk/partners.html",
        {
            "release": release,
            "words": words,
            "rows": [_row(release, state, words.fingerprint, answered) for state in states],
            "is_public_wording": release.status == Status.PUBLIC and release.current.fingerprint == words.fingerprint,
        },
    )


@require_POST
def take_back(request: HttpRequest, pk: int, consent_pk: int) -> HttpResponse:
    """Strike out a yes, as long as nothing was published under it."""
    release = _release(request, pk)
    consent = get_object_or_404(Consent.objects.select_related("organization"), pk=consent_pk, release_id=release.pk)
    if can_be_taken_back(consent):
        consent.delete()
        messages.success(request, f"The yes of {consent.organization} is taken back.")
    else:
        messages.error(request, PRINTED)
    return redirect("desk_partners", pk)


def _release(request: HttpRequest, pk: int) -> Release:
    """Give the release as its latest draft says it."""
    row = get_object_or_404(Release.objects.select_related("current"), pk=pk)
    if not row.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return row.get_latest_revision_as_object()


@transaction.atomic
def _record(request: HttpRequest, pk: int, said: dict) -> None:
    # Locked, so that a draft saved at this moment is either seen or comes after.
    row = Release.objects.select_for_update(of=("self",)).get(pk=pk)
    release = row.get_latest_revision_as_object()
    if release.words.fingerprint != said["fingerprint"]:
        messages.error(request, STALE)
        return
    asked = {partner.organization_id: partner.organization for partner in release.release_partners.all()}
    organization = asked.get(said["organization"])
    if organization is None:
        messages.error(request, NOT_ASKED)
        return
    _, is_new = Consent.objects.get_or_create(
        release=row,
        organization=organization,
        fingerprint=said["fingerprint"],
        defaults={name: said[name] for name in ("said_by", "said_on", "said_how")} | {"recorded_by": request.user},
    )
    done = (
        f"{organization} has said yes to these words." if is_new else f"The yes of {organization} was recorded already."
    )
    messages.success(request, done)


def _row(release: Release, state: PartnerState, fingerprint: str, answered: ConsentForm | None) -> dict:
    key = state.organization.pk
    if answered is not None and answered.data.get("organization") == str(key):
        form = answered
    else:
        initial = {"organization": key, "fingerprint": fingerprint}
        if state.earlier:
            initial["said_by"] = state.earlier.said_by
        form = ConsentForm(newsroom=release.newsroom, initial=initial, auto_id=f"id_{key}_%s")
    return {
        "state": state,
        "form": form,
        "can_be_taken_back": state.consent is not None and can_be_taken_back(state.consent),
    }
