"""A year's page: its headlines by month, without totals."""

from collections.abc import Sequence
from itertools import groupby

from dateline.publishing.faces import Entry, NewsroomFace, PageLink
from dateline.publishing.render.frame import Head, render_page


def render_year(
    room: NewsroomFace,
    year: int,
    entries: Sequence[Entry] | None,
    months: Sequence[PageLink],
    earlier: PageLink | None,
    later: PageLink | None,
) -> bytes:
    """Render a year, its entries in the order given; without entries it says that nothing stands there now.

    Where they are None, being too many, its months are named alone, newest first.
    """
    paths = {link.label_on.month: link.path for link in months}
    if entries is None:
        groups: list[tuple[int, str, list[Entry]]] = [
            (month, paths[month], []) for month in sorted(paths, reverse=True)
        ]
    else:
        groups = [
            (month, paths.get(month, ""), list(group))
            for month, group in groupby(entries, key=lambda entry: entry.dated_on.month)
        ]
    head = Head(title=f"{year} — {room.name}", is_indexed=bool(groups))
    return render_page("year.html", room, head, year=year, groups=groups, earlier=earlier, later=later)
