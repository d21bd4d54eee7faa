"""The two roles of a desk, as groups of the CMS: who writes, and who may let out what was written."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from dateline.releases.models import Newsroom

WRITERS = "Writers"
DIRECTORS = "Communications directors"

# Page permissions in each newsroom; no "bulk_delete": what is public can't be deleted anyway.
_PAGES = {
    WRITERS: ("add_page", "change_page"),
    DIRECTORS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
}
_FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
_FILE_APPS = ("wagtailimages", "wagtaildocs")
_RECORDS = {
    WRITERS: (
        "add_contact", "change_contact", "add_topic", "change_topic", "add_organization", "change_organization",
        "add_addressee", "change_addressee", "add_coverage", "change_coverage",
    ),
    DIRECTORS: (
        "add_contact", "change_contact", "delete_contact", "add_topic", "change_topic", "delete_topic",
        "add_organization", "change_organization", "delete_organization",
        "add_addressee", "change_addressee", "delete_addressee",
        "add_coverage", "change_coverage", "delete_coverage",
    ),
}  # fmt: skip


def make_roles() -> tuple[Group, Group]:
    """Make the roles, or bring them up to date: writers (write, not publish) and communications directors.

    Safe to repeat, as after a newsroom was added. Gives (writers, directors).
    """
    return _role(WRITERS), _role(DIRECTORS)


def _role(name: str) -> Group:
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.add(
        *Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin"),
        *Permission.objects.filter(content_type__app_label="releases", codename__in=_RECORDS[name]),
    )
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(content_type__app_label__in=_FILE_APPS, codename__in=_FILES):
        if root is not None:
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
    pages = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=_PAGES[name])
    for newsroom in Newsroom.objects.all():
        for permission in pages:
            GroupPagePermission.objects.get_or_create(group=group, page=newsroom.page_ptr, permission=permission)
    return group
