"""The desk's home: one panel, today's work."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from dateline.desk.newsrooms import newsrooms_for
from dateline.desk.today import today


class TodayPanel(Component):
    """What went out, what waits, what failed, and the button that begins a release."""

    name = "today"
    order = 10
    template_name = "desk/today.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Add today's work."""
        request = (parent_context or {})["request"]
        return {
            "today": today(request.user),
            "may_write": bool(newsrooms_for(request.user, "add")),
            "has_newsroom": bool(newsrooms_for(request.user)),
            "csrf_token": (parent_context or {}).get("csrf_token"),
        }
