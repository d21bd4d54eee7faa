"""Attachments as the desk gets them back: for people of the desk only, saved and never run."""

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.admin.auth import require_admin_access

from dateline.releases.models import Attachment


@require_admin_access
def attachment(request: HttpRequest, document_id: int, name: str) -> FileResponse:
    """Answer with an attachment's original, to be saved: opened here it would run on the desk's own origin.

    Stands in the place of the CMS's own view, which says whether there is such a file before it asks who is there.
    """
    kept = get_object_or_404(Attachment, pk=document_id)
    try:
        opened = kept.file.open()
    except (FileNotFoundError, ValueError) as error:  # ValueError: a row without a file
        raise Http404 from error
    response = FileResponse(opened, as_attachment=True, filename=kept.filename)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
