"""Removing something to protect a person: what is named is looked for and counted, then, if that is meant, removed.

The words are in the form's own body alone: never in an address, a message, the session or a log.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin import messages

from dateline.desk.redaction_form import RedactForm
from dateline.desk.telling import tell_not_written
from dateline.publishing.redact import Redacted
from dateline.publishing.redact import redact as redact_release
from dateline.publishing.redaction.kept_files import pictures_of
from dateline.publishing.redaction.naming import names_of_files
from dateline.publishing.redaction.out import still_there
from dateline.releases.models import Release
from dateline.releases.refused import Refused

WAIT_SECONDS = 20.0
DONE = "It is removed: out of every public byte, and of what is kept here. Copies elsewhere (backups, mails) are not."


@sensitive_post_parameters("passage")
def redact(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what is to be removed, show where it stands, and remove it when that is confirmed."""
    release = get_object_or_404(Release.objects.select_related("current"), pk=pk)
    _require_publisher(request, release)
    form = RedactForm(
        request.POST if request.method == "POST" else None,
        files=names_of_files(release),
        pictures=[picture.title for picture in pictures_of(release)],
    )
    found: Redacted | None = None
    if request.method == "POST" and form.is_valid():
        try:
            what = form.what(release)
            found = redact_release(release, what, is_dry_run=True)
            if form.is_confirmed(found):
                also = list(Release.objects.filter(pk__in=form.also_among(found)))
                for other in also:
                    _require_publisher(request, other)
                return _remove(request, release, also, what)
        except Refused as refused:
            for reason in refused.reasons:
                form.add_error(None, reason)
            found = None
    if found:
        form.ask_whether_meant(found)
    return render(request, "desk/redact.html", {"release": release, "form": form, "found": found})


def _remove(request: HttpRequest, release: Release, also: list[Release], what) -> HttpResponse:
    try:
        redacted = redact_release(release, what, also=also, by=request.user)
        left = still_there(redacted.outputs, WAIT_SECONDS)
    except OSError as error:
        tell_not_written(request, error)
    else:
        for sentence in left:
            messages.error(request, sentence)
        if not left:
            messages.success(request, DONE)
    return redirect("wagtailadmin_pages:edit", release.pk)


def _require_publisher(request: HttpRequest, release: Release) -> None:
    permissions = release.permissions_for_user(request.user)
    if not permissions.can_publish() or permissions.page_locked():
        raise PermissionDenied
