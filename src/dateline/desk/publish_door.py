"""The door “Publish”: the words that were submitted go to the verb, and the CMS's own publishing never runs."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import Page

from dateline.desk.telling import tell_not_written, tell_public, tell_refused
from dateline.publishing.publish import publish
from dateline.publishing.reasons import PersonAtRisk
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Status


def at_publish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Publish a release through the verb, or ask what happened where public words changed; None for other pages."""
    if not isinstance(page, Release):
        return None
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    stands = Release.objects.select_related("current").get(pk=page.pk)
    if stands.status == Status.PUBLIC and stands.current.fingerprint != page.words.fingerprint:
        return redirect("desk_change", page.pk)
    was_draft = stands.status == Status.DRAFT
    try:
        publish(page, revision=page.latest_revision, by=request.user)
    except PersonAtRisk:
        return redirect("desk_reason", page.pk)
    except Refused as refused:
        tell_refused(request, refused)
        return redirect(edit)
    except OSError as error:  # committed; only the folder of the public site could not be written
        tell_not_written(request, error)
        return redirect(edit)
    release = Release.objects.select_related("current").get(pk=page.pk)
    opening = "It is public." if was_draft else "No word has changed; contacts and topics are brought in step."
    tell_public(request, release, opening)
    return redirect(edit)
