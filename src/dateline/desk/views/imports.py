"""The imports of this newsroom, and the form that asks for another."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from wagtail.admin import messages

from dateline.desk.import_forms import AskForm
from dateline.desk.import_roles import may, may_ask, may_ask_public
from dateline.intake.ask import Wanted, allowed_place, ask
from dateline.intake.enter_act import Hand
from dateline.intake.groups import PAGE
from dateline.intake.models import Import
from dateline.intake.uploads import keep_uploads
from dateline.releases.refused import Refused

MOST_FILES = 1_000  # of one upload; a folder of more comes as one zip
ONE_WAY = "Choose files, or name a folder of the server: one of the two."


def imports(request: HttpRequest) -> HttpResponse:
    """Show the imports, and begin one."""
    if not may_ask(request.user):
        raise PermissionDenied
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AskForm(*sent, may_publish=may_ask_public(request.user))
    if request.method == "POST" and form.is_valid():
        try:
            into = _ask(form, request.user)
        except Refused as refused:
            for reason in refused.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, "It is begun. You can leave this page and come back to it.")
            return redirect("desk_import", into.pk)
    found = Import.objects.select_related("newsroom__locale", "asked_by").order_by("-pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("p"))
    shown = [{"into": into, "may_open": may(request.user, into, "add")} for into in page]
    return render(request, "desk/imports.html", {"form": form, "shown": shown, "page": page})


def _ask(form: AskForm, person) -> Import:
    files, folder = form.cleaned_data["files"], form.cleaned_data.get("folder", "")
    if files and folder:
        raise Refused("the import", [ONE_WAY])
    was_public = form.cleaned_data.get("was_public", False)
    if folder:
        place = allowed_place(folder, settings.DATELINE_IMPORT_FOLDERS)
    else:
        place = keep_uploads(files, most_bytes=settings.DATELINE_UPLOAD_BYTES, most_files=MOST_FILES)
    return ask(Wanted(place, was_public), Hand(person, timezone.now()))
