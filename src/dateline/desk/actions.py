"""What can be done with a release from its editing page, said as what will happen."""

from typing import Any

from django.urls import reverse
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem
from wagtail.models import Page

from dateline.releases.models import Newsroom, Release
from dateline.releases.status import Status


class LetOut(PublishMenuItem):
    """“Publish”, under the name of what it does now."""

    def __init__(self, label: str, order: int = 30):
        super().__init__(order=order)
        self.label = label


class Withdraw(ActionMenuItem):
    """The way to the withdrawal's form."""

    name = "desk-withdraw"
    label = "Withdraw…"
    icon_name = "no-view"
    order = 50

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Show it for what is public, to those who may publish."""
        page = context.get("page")
        return (
            context["view"] == "edit"
            and isinstance(page, Release)
            and page.status == Status.PUBLIC
            and page.permissions_for_user(context["request"].user).can_publish()
        )

    def get_url(self, context: dict[str, Any]) -> str:
        """Give the form's address."""
        return reverse("desk_withdraw", args=[context["page"].pk])


class Redact(ActionMenuItem):
    """The way to the form that removes something to protect a person."""

    name = "desk-redact"
    label = "Protect a person…"
    icon_name = "warning"
    order = 60

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Show it for every release that is saved, to those who may publish."""
        page = context.get("page")
        return (
            context["view"] == "edit"
            and isinstance(page, Release)
            and page.permissions_for_user(context["request"].user).can_publish()
        )

    def get_url(self, context: dict[str, Any]) -> str:
        """Give the form's address."""
        return reverse("desk_redact", args=[context["page"].pk])


def arrange(menu_items: list[ActionMenuItem], context: dict[str, Any]) -> None:
    """Say what each button will do for this page."""
    page: Page | None = context.get("page")
    parent = context.get("parent_page")
    may_publish = any(isinstance(item, PublishMenuItem) for item in menu_items)
    is_new_room = page is None and parent is not None and not isinstance(parent.specific, Newsroom)
    if isinstance(page, Newsroom) or is_new_room:
        if may_publish:  # a newsroom has no draft: what is saved stands
            menu_items[:] = [LetOut("Save", order=0)]
        return
    menu_items[:] = [item for item in menu_items if not isinstance(item, PublishMenuItem)]
    status = page.status if isinstance(page, Release) else Status.DRAFT
    if may_publish and status != Status.WITHDRAWN:
        words = {Status.DRAFT: "Publish", Status.PUBLIC: "Publish changes…"}
        menu_items.append(LetOut(words[status]))
        menu_items.sort(key=lambda item: item.order)
