"""The desk and nothing else: the public site is files, answered before Django is asked."""

from django.urls import include, path
from wagtail.admin import urls as desk_urls

from dateline.desk.files import attachment
from dateline.desk.kept import kept_file

urlpatterns = [
    # The name is the CMS's: it links to a document by it.
    path("desk/documents/<int:document_id>/<path:name>", attachment, name="wagtaildocs_serve"),
    path("desk/kept/<path:name>", kept_file, name="kept_file"),
    path("desk/", include(desk_urls)),
]
