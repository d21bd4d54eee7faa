"""Originals and desk-size pictures, for people of the desk only."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from wagtail.admin.auth import require_admin_access


@require_admin_access
def kept_file(request: HttpRequest, name: str) -> FileResponse:
    """Answer with a kept file; as a download unless it is a picture, since what a browser executes is not ours."""
    try:
        opened = default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL byte
        raise Http404 from error
    is_picture = name.lower().endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"))
    response = FileResponse(opened, as_attachment=not is_picture)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
