"""A month's page: a permanent address for what was said in it."""

from collections.abc import Sequence
from datetime import date

from dateline.publishing.faces import Entry, NewsroomFace, PageLink
from dateline.publishing.render import dates
from dateline.publishing.render.frame import Head, render_page

MOST_WITH_LEDES = 100  # beyond, a reader looks for a headline, and a phone for mercy


def render_month(
    room: NewsroomFace,
    month: date,
    entries: Sequence[Entry],
    earlier: PageLink | None,
    later: PageLink | None,
) -> bytes:
    """Render a month; without entries it says that nothing stands there now. A very full one has headlines only."""
    title = f"{dates.month_and_year(month, room.language)} — {room.name}"
    head = Head(title=title, is_indexed=bool(entries))
    return render_page(
        "month.html",
        room,
        head,
        month=month,
        entries=entries,
        has_ledes=len(entries) <= MOST_WITH_LEDES,
        earlier=earlier,
        later=later,
    )
