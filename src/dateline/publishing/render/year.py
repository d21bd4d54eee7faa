"""A year's page: its headlines by month, without totals."""

from collections.abc import Sequence
from itertools import groupby

from dateline.publishing.faces import Entry, NewsroomFace, PageLink
from dateline.publishing.render.frame import Head, render_page


def render_year(
    room: NewsroomFace,
    year: int,
    entries: Sequence[Entry],
    months: Sequence[PageLink],
    earlier: PageLink | None,
    later: PageLink | None,
) -> bytes:
    """Render a year, its entries in the order given; without entries it says that nothing stands there now."""
    paths = {link.label_on.month: link.path for link in months}
    groups = [
        (month, paths.get(month, ""), list(group))
        for month, group in groupby(entries, key=lambda entry: entry.dated_on.month)
    ]
    head = Head(title=f"{year} — {room.name}", is_indexed=bool(entries))
    return render_page("year.html", room, head, year=year, groups=groups, earlier=earlier, later=later)
