"""Releases in the desk: the list, newest first, and the editing page with what a release needs beside its text."""

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import ChecksSidePanel, PageStatusSidePanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from dateline.desk.forms import REDACTED_SINCE, is_of_before_a_removal
from dateline.desk.panels import states_of
from dateline.releases.models import Release
from dateline.releases.models.release import KINDS
from dateline.releases.status import Status

STATUS_WORDS = {Status.DRAFT: "draft", Status.PUBLIC: "public", Status.WITHDRAWN: "withdrawn"}


def _language_name(release: Release) -> str:
    return release.locale.get_display_name()


class StatusColumn(Column):
    """Draft, public or withdrawn, and whether words wait that are not public."""

    cell_template_name = "desk/status_cell.html"


class ReleaseFilterSet(WagtailFilterSet):
    """The questions that one asks of a list of releases."""

    status = ChoiceFilter(label="Status", choices=[(status.value, word) for status, word in STATUS_WORDS.items()])
    kind = ChoiceFilter(label="Kind", choices=[(kind, kind) for kind in KINDS])
    dated_on = DateFromToRangeFilter(label="Date", widget=DateRangePickerWidget)

    class Meta:
        model = Release
        fields = ["status", "kind", "dated_on"]


class ReleaseIndexView(ExplorableIndexView):
    """A newsroom's releases, newest first, drafts included."""

    page_title = "Releases"
    add_item_label = "Write a release"
    default_ordering = "-dated_on"
    paginate_by = 20
    base_filterset_class = ReleaseFilterSet
    columns = [
        PageTitleColumn("title", label="Headline", sort_key="title", classname="title"),
        Column("kind", label="Kind", sort_key="kind", width="12%", classname="desk-wide"),
        Column("dated_on", label="Date", sort_key="dated_on", width="12%"),
        StatusColumn("status", label="Status", sort_key="status", width="14%"),
        Column("language", label="Language", accessor=_language_name, width="10%", classname="desk-wide"),
    ]

    @cached_property
    def explorable_columns(self) -> list[Column]:
        """Leave out the way to pages below: a release has none."""
        return self.columns

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """Put releases without a date first among the newest: they need one."""
        if self.ordering == "-dated_on" and not self.is_searching:
            return queryset.order_by(F("dated_on").desc(nulls_first=True), "-pk")
        return super().order_queryset(queryset)


class ReleaseStatusPanel(PageStatusSidePanel):
    """Where a release stands, in our words; the CMS's own moments are those of the import."""

    template_name = "desk/status_panel.html"


class BesideTheText:
    """What the side of the editing page shows, whether a release is new or not."""

    def get_side_panels(self) -> MediaContainer:
        """Put our status in the place of the CMS's."""
        panels = super().get_side_panels()  # type: ignore[misc]  # a mixin: the view beside it has one
        for panel in panels:
            if isinstance(panel, PageStatusSidePanel):
                panel.__class__ = ReleaseStatusPanel
        return MediaContainer([panel for panel in panels if not isinstance(panel, ChecksSidePanel)])


class ReleaseCreateView(BesideTheText, CreateView):
    """Write a release."""


class ReleaseEditView(BesideTheText, EditView):
    """Write on; see whose names will be printed."""

    partials_template_name = "desk/release_edit_partials.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Say why a page that was opened before a redaction saves nothing by itself any more."""
        if self.expects_json_response and is_of_before_a_removal(self.page, request.POST):
            # One of the few codes with which the open page stops saving and shows the sentence.
            return self.json_error_response("invalid_revision", REDACTED_SINCE)
        return super().post(request, *args, **kwargs)

    @property
    def header_buttons(self) -> list[Button]:
        """Lead to the partners from any release that asks some."""
        url = reverse("desk_partners", args=[self.page.pk])
        return [HeaderButton("Partners", url=url, icon_name="group")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the partners' states, which each saving renews."""
        context = super().get_context_data(**kwargs)
        return {**context, "release": self.page, "states": states_of(self.page)}


class ReleaseViewSet(PageViewSet):
    """The desk's pages about releases."""

    model = Release
    index_view_class = ReleaseIndexView
    add_view_class = ReleaseCreateView
    edit_view_class = ReleaseEditView
    columns = ReleaseIndexView.columns
    list_filter = PageViewSet.UNDEFINED
    filterset_class = ReleaseFilterSet


release_viewset = ReleaseViewSet()
