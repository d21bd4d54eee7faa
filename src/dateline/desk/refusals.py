"""A refusal at any of the desk's doors becomes sentences for the person, never a server error."""

from django.contrib import messages
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import Page

from dateline.releases.refused import Refused

DESK = "/desk/"
NEEDED = "It can't be deleted: something that is or was public needs it."


class Refusals:
    """Middleware: turns `Refused`, and what the database protects, into messages and a way back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal; leave every other exception alone."""
        if not request.path.startswith(DESK):
            return None
        match exception:
            case Refused():
                about, reasons = exception.release, exception.reasons
            case ProtectedError() | RestrictedError():
                about, reasons = None, (NEEDED,)
            case _:
                return None
        if _wants_json(request):
            # One of the few codes with which the CMS shows the sentence; others are “A server error occurred.”
            told = {"success": False, "error_code": "validation_error", "error_message": " ".join(reasons)}
            return JsonResponse(told, status=409)
        for reason in reasons:
            messages.error(request, reason)
        return redirect(_way_back(request, about))


def _wants_json(request: HttpRequest) -> bool:
    return request.path.startswith(f"{DESK}api/") or "application/json" in request.headers.get("Accept", "")


def _way_back(request: HttpRequest, about: object) -> str:
    # The browser sends no referrer (SECURE_REFERRER_POLICY), so the way back is the page it was about.
    back = reverse("wagtailadmin_home")
    if isinstance(about, Page) and about.pk and Page.objects.filter(pk=about.pk).exists():
        back = reverse("wagtailadmin_pages:edit", args=[about.pk])
    return reverse("wagtailadmin_home") if back == request.path and request.method == "GET" else back
