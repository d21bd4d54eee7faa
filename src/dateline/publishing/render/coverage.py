"""“In the news”: what others published, newest first, and a page for each year."""

from collections.abc import Sequence

from dateline.publishing.faces import CoverageFace, NewsroomFace, PageLink
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.frame import Head, render_page


def render_coverage(room: NewsroomFace, reports: Sequence[CoverageFace], years: Sequence[PageLink]) -> bytes:
    """Render the newest reports, in the order given, and the way to each year."""
    title = catalogue(room.language).gettext("In the news")
    head = Head(title=f"{title} — {room.name}", canonical=room.coverage_path, is_indexed=bool(reports))
    return render_page("coverage.html", room, head, reports=reports, years=years, year=None)


def render_coverage_year(room: NewsroomFace, year: int, reports: Sequence[CoverageFace]) -> bytes:
    """Render one year's reports; without any it says that nothing stands there now."""
    title = catalogue(room.language).gettext("In the news")
    head = Head(title=f"{title}, {year} — {room.name}", is_indexed=bool(reports))
    return render_page("coverage.html", room, head, reports=reports, years=(), year=year)
