"""Withdrawing a release: a reason, a confirmation, the verb."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin import messages

from dateline.desk.forms import WithdrawForm
from dateline.desk.telling import tell_not_written, tell_refused
from dateline.publishing.withdraw import withdraw as withdraw_release
from dateline.releases.models import Release
from dateline.releases.refused import Refused
from dateline.releases.status import Status

STALE = "It has been corrected or updated since this page was shown. Look at it again, then confirm."
DONE = "It is withdrawn. Its address answers with the notice alone."
NOTHING = "Only what is public can be withdrawn. A draft can be deleted."


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask why a public release is withdrawn, and withdraw it."""
    release = get_object_or_404(Release.objects.select_related("current"), pk=pk)
    permissions = release.permissions_for_user(request.user)
    if not permissions.can_publish() or permissions.page_locked():
        raise PermissionDenied
    if release.status != Status.PUBLIC:
        messages.error(request, "It is withdrawn already." if release.has_been_public else NOTHING)
        return redirect("wagtailadmin_pages:edit", pk)
    version = release.current.number
    form = WithdrawForm(request.POST if request.method == "POST" else None, initial={"public_version": version})
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["public_version"] != version:
            messages.error(request, STALE)
            return redirect("desk_withdraw", pk)
        try:
            withdraw_release(release, form.cleaned_data["note"], by=request.user)
        except Refused as refused:
            tell_refused(request, refused)
            return redirect("desk_withdraw", pk)
        except OSError as error:
            tell_not_written(request, error)
        messages.success(request, DONE, buttons=[messages.button(release.address, "See the notice", new_window=True)])
        return redirect("wagtailadmin_pages:edit", pk)
    return render(request, "desk/withdraw.html", {"release": release, "form": form})
