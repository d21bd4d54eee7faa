"""“Someone may be at risk”: what preflight found in a draft, and publishing it with a reason."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin import messages

from dateline.desk.forms import ReasonForm
from dateline.desk.telling import tell_not_written, tell_public, tell_refused
from dateline.publishing.publish import publish
from dateline.publishing.reasons import at_risk, sentences_of
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Status

STALE = "The words have changed since this page was shown. Look at what is found in them now, then say it again."
NOTHING = "Nothing in it asks for a reason. Publish it with “Publish”."


def reason(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who may be at risk in a draft, and publish exactly these words with a reason."""
    release = get_object_or_404(Release.objects.select_related("current"), pk=pk)
    permissions = release.permissions_for_user(request.user)
    if not permissions.can_publish() or permissions.page_locked():
        raise PermissionDenied
    # Read once and once only: what is published is what was asked about, not what autosave writes meanwhile.
    revision = release.get_latest_revision()
    draft = revision.as_object() if revision else release
    words = draft.words
    found = at_risk(release, words) if release.status == Status.DRAFT else []
    if not found:
        messages.info(request, NOTHING)
        return redirect("wagtailadmin_pages:edit", pk)
    form = ReasonForm(request.POST if request.method == "POST" else None, initial={"fingerprint": words.fingerprint})
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["fingerprint"] != words.fingerprint:
            messages.error(request, STALE)
            return redirect("desk_reason", pk)
        try:
            publish(draft, reason=form.cleaned_data["reason"], by=request.user, revision=revision)
        except Refused as refused:
            tell_refused(request, refused)
            return redirect("wagtailadmin_pages:edit", pk)
        except OSError as error:
            tell_not_written(request, error)
            return redirect("wagtailadmin_pages:edit", pk)
        tell_public(
            request, Release.objects.select_related("current").get(pk=pk), "It is public, and the reason is kept."
        )
        return redirect("wagtailadmin_pages:edit", pk)
    return render(request, "desk/reason.html", {"release": draft, "form": form, "sentences": sentences_of(found)})
