"""The newsrooms in which a person may do something."""

from dateline.releases.models import Newsroom


def newsrooms_for(person, act: str = "explore") -> list[Newsroom]:
    """Give the newsrooms in which this person may "explore", "add" or "publish"; the default language first."""
    rooms = Newsroom.objects.select_related("locale").order_by("-is_default", "locale__language_code")
    return [room for room in rooms if _may(room, person, act)]


def _may(room: Newsroom, person, act: str) -> bool:
    permissions = room.permissions_for_user(person)
    if act == "add":
        return permissions.can_add_subpage()
    if act == "publish":
        return permissions.can_edit() and permissions.can_publish()
    return permissions.can_edit() or permissions.can_add_subpage()
