"""Where the desk's rooms are hung into the CMS. Each hook is a line or two; what it does stands in its own file."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from dateline.desk import actions, links, menu, publish_door
from dateline.desk.home import TodayPanel
from dateline.desk.last_door import ROOM_HAS_RELEASES, ROOM_STAYS, STAYS_PUBLIC, refuse_move
from dateline.desk.views import change, doubtful, imports, lost, one_import, partners, reason, redact, ways, withdraw
from dateline.desk.viewsets.records import (
    AddresseeViewSet,
    ContactViewSet,
    CoverageViewSet,
    OrganizationViewSet,
    TopicViewSet,
)
from dateline.desk.viewsets.releases import release_viewset
from dateline.releases.models import Address, Newsroom, Release
from dateline.releases.refused import Refused

for viewset in (ContactViewSet, TopicViewSet, AddresseeViewSet, OrganizationViewSet, CoverageViewSet):
    register_snippet(viewset)

NOT_IN_BULK = "Open each release to publish, withdraw or move it: each is checked by itself."


@hooks.register("register_admin_viewset")
def releases_viewset():
    """Our own list and editing page of releases."""
    return release_viewset


@hooks.register("register_admin_urls")
def urls():
    """The desk's own pages."""
    return [
        path("releases/", ways.releases, name="desk_releases"),
        path("write/", ways.write, name="desk_write"),
        path("newsroom/", ways.newsroom, name="desk_newsroom"),
        path("make-now/", ways.make_now, name="desk_make_now"),
        path("releases/<int:pk>/change/", change.change, name="desk_change"),
        path("releases/<int:pk>/reason/", reason.reason, name="desk_reason"),
        path("releases/<int:pk>/withdraw/", withdraw.withdraw, name="desk_withdraw"),
        path("releases/<int:pk>/redact/", redact.redact, name="desk_redact"),
        path("imports/", imports.imports, name="desk_imports"),
        path("imports/<int:pk>/", one_import.one_import, name="desk_import"),
        path("imports/<int:pk>/in/<slug:group>/", one_import.one_import, name="desk_import_group"),
        path("imports/<int:pk>/settle/", one_import.settle_some, name="desk_import_settle"),
        path("imports/<int:pk>/undo/", one_import.undo_import, name="desk_import_undo"),
        path("imports/<int:pk>/discard/", one_import.discard_sources, name="desk_import_discard"),
        path("imports/<int:pk>/resume/", one_import.resume_import, name="desk_import_resume"),
        path("imports/<int:pk>/lost/", lost.lost, name="desk_lost"),
        path("imports/<int:pk>/lost.json", lost.lost_json, name="desk_lost_json"),
        path("imports/<int:pk>/lost.pdf", lost.lost_pdf, name="desk_lost_pdf"),
        path("imports/records/<int:pk>/", doubtful.doubtful, name="desk_doubtful"),
        path("imports/records/<int:pk>/alike/", doubtful.alike, name="desk_alike"),
        path("imports/records/<int:pk>/settle/", doubtful.settle_one, name="desk_settle_one"),
        path("imports/records/<int:pk>/join/", doubtful.join_with, name="desk_join"),
        path("imports/records/<int:pk>/split/", doubtful.split_at, name="desk_split"),
        path("releases/<int:pk>/partners/", partners.partners, name="desk_partners"),
        path("releases/<int:pk>/partners/<int:consent_pk>/take-back/", partners.take_back, name="desk_take_back"),
    ]


hooks.register("before_publish_page", publish_door.at_publish)
hooks.register("register_rich_text_features", links.register, order=10_000)


@hooks.register("before_bulk_action")
def nothing_in_bulk(request, action_type, objects, action):
    """Close the doors that take many pages at once; drafts may be deleted together."""
    if not issubclass(action.model, Page):
        return
    if action_type != "delete":
        raise Refused(action.model, [NOT_IN_BULK])
    for page in objects:
        if not isinstance(page.specific, Release):
            raise Refused(page, ["Open a newsroom to delete it: its drafts go with it."])
        refuse_deletion(request, page)


@hooks.register("before_delete_page")
def refuse_deletion(request, page):
    """Say why, before the CMS finds that the database says no."""
    specific = page.specific
    if isinstance(specific, Release) and specific.has_been_public:
        raise Refused(specific, [STAYS_PUBLIC])
    if isinstance(specific, Newsroom) and Address.objects.filter(newsroom=specific).exists():
        raise Refused(specific, [ROOM_HAS_RELEASES])


@hooks.register("before_unpublish_page")
def refuse_unpublishing(request, page):
    """Say why: nothing here goes back."""
    raise Refused(page, [ROOM_STAYS if isinstance(page.specific, Newsroom) else STAYS_PUBLIC])


@hooks.register("before_move_page")
def refuse_moving(request, page, destination):
    """Say why, before the CMS says only that it isn't permitted."""
    refuse_move(page.specific, destination)


@hooks.register("before_copy_page")
def refuse_copying_a_newsroom(request, page):
    """A newsroom is one; releases are copied."""
    if not isinstance(page.specific, Release):
        raise Refused(page, ["Only a release can be copied."])


@hooks.register("construct_page_action_menu")
def arrange_actions(menu_items, request, context):
    """Name the buttons by what they do."""
    actions.arrange(menu_items, context)


@hooks.register("register_page_action_menu_item")
def withdraw_item():
    """Withdraw, among what can be done with a public release."""
    return actions.Withdraw()


@hooks.register("register_page_action_menu_item")
def redact_item():
    """Protect a person, among what can be done with any release."""
    return actions.Redact()


@hooks.register("construct_main_menu", order=10_000)
def main_menu(request, menu_items):
    """Our menu in the place of the CMS's."""
    menu.leave_out(menu_items, menu.NOT_HERE)
    menu_items += [item for item in menu.items() if item.is_shown(request)]


@hooks.register("construct_settings_menu", order=10_000)
def settings_menu(request, menu_items):
    """Leave out what a press room has not."""
    menu.leave_out(menu_items, menu.NOT_SETTINGS)


@hooks.register("construct_homepage_panels", order=10_000)
def home_panels(request, panels):
    """The home is today's work, and nothing else."""
    panels[:] = [TodayPanel()]


@hooks.register("construct_homepage_summary_items", order=10_000)
def no_summary(request, summary_items):
    """No counts of pages and documents."""
    summary_items.clear()


@hooks.register("insert_global_admin_css")
def style():
    """The few rules of our own."""
    return format_html('<link rel="stylesheet" href="{}">', static("desk/desk.css"))
