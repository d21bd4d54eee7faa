"""“What happened?”: public words were changed, and a person says whether that corrects or updates what was said."""

from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin import messages

from dateline.desk.difference import differences
from dateline.desk.forms import ChangeForm
from dateline.desk.telling import tell_not_written, tell_public, tell_refused
from dateline.publishing.correct import correct
from dateline.publishing.reasons import at_risk, sentences_of
from dateline.publishing.update import update
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Status

STALE = "The words have changed since this page was shown. Look at what differs now, then say it again."
VERBS = {"correct": (correct, "It is corrected."), "update": (update, "It is updated.")}


def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what differs from the public words, and carry out a correction or update of exactly that."""
    release = get_object_or_404(Release.objects.select_related("current"), pk=pk)
    permissions = release.permissions_for_user(request.user)
    if not permissions.can_publish() or permissions.page_locked():
        raise PermissionDenied
    draft = release.get_latest_revision_as_object()
    words = draft.words
    if release.status != Status.PUBLIC or words.fingerprint == release.current.fingerprint:
        messages.info(request, "No word differs from what is public.")
        return redirect("wagtailadmin_pages:edit", pk)
    shown = {"fingerprint": words.fingerprint, "public_version": release.current.number}
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=shown)
    if request.method == "POST" and form.is_valid():
        if {name: form.cleaned_data[name] for name in shown} != shown:
            messages.error(request, STALE)
            return redirect("desk_change", pk)
        verb, opening = VERBS[form.cleaned_data["act"]]
        if _carry_out(request, release, verb, form.cleaned_data):
            tell_public(request, Release.objects.select_related("current").get(pk=pk), opening)
            return redirect("wagtailadmin_pages:edit", pk)
    return render(
        request,
        "desk/change.html",
        {
            "release": release,
            "form": form,
            "differences": differences(release.current.words, asdict(words)),
            "at_risk": sentences_of(at_risk(release, words)),
        },
    )


def _carry_out(request: HttpRequest, release: Release, verb, said: dict[str, str]) -> bool:
    # The revision is read once more and once only: the verb says what was compared, not what autosave writes meanwhile.
    revision = release.get_latest_revision()
    if revision is None or revision.as_object().words.fingerprint != said["fingerprint"]:
        messages.error(request, STALE)
        return False
    try:
        verb(release, said["note"], reason=said["reason"], by=request.user, revision=revision)
    except Refused as refused:
        tell_refused(request, refused)
        return False
    except OSError as error:
        tell_not_written(request, error)
    return True
