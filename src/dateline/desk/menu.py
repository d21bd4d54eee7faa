"""The desk's menu: what one does here, in the order of a day. What the CMS has and a press room hasn't is left out."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.permissions import policy_registry

from dateline.desk.import_roles import may_ask
from dateline.desk.newsrooms import newsrooms_for

# The CMS's explorer, pictures and documents come back below under our names; its reports count pages by type, and its
# help leads to other hosts.
NOT_HERE = {"explorer", "images", "documents", "help", "reports", "snippets"}
NOT_SETTINGS = {"collections", "workflows", "workflow-tasks", "sites", "locales", "redirects"}


class WayItem(MenuItem):
    """A menu item for those who may do something in some newsroom."""

    def __init__(self, label: str, url_name: str, act: str, icon_name: str, order: int):
        super().__init__(label, reverse(url_name), name=url_name, icon_name=icon_name, order=order)
        self.act = act

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it where there is such a newsroom."""
        return bool(newsrooms_for(request.user, self.act))


class FilesItem(MenuItem):
    """Pictures or attachments, for those who may add or change some."""

    def __init__(self, label: str, url_name: str, model: type, icon_name: str, order: int):
        super().__init__(label, reverse(url_name), name=label.lower(), icon_name=icon_name, order=order)
        self.model = model

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the CMS's own policy."""
        return policy_registry.get_by_type(self.model).user_has_any_permission(
            request.user, ["add", "change", "delete"]
        )


class ImportsItem(MenuItem):
    """The archive's way in, for those who may take something in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it also where there is no newsroom yet: an import makes one."""
        return may_ask(request.user)


def items() -> list[MenuItem]:
    """Give our own items; contacts, topics, addressees and organizations bring theirs (500 to 700)."""
    return [
        WayItem("Releases", "desk_releases", "explore", "doc-full", 100),
        WayItem("Write", "desk_write", "add", "edit", 200),
        FilesItem("Pictures", "wagtailimages:index", get_image_model(), "image", 300),
        FilesItem("Attachments", "wagtaildocs:index", get_document_model(), "doc-full-inverse", 400),
        ImportsItem("Imports", reverse("desk_imports"), name="imports", icon_name="download", order=450),
        WayItem("Newsroom", "desk_newsroom", "publish", "home", 800),
    ]


def leave_out(menu_items: list[MenuItem], names: set[str]) -> None:
    """Take items out of a menu that is being built."""
    menu_items[:] = [item for item in menu_items if item.name not in names]
