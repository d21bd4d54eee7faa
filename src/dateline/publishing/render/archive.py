"""The archive: years and months with their counts as one small chart. The only page that names totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal

from dateline.publishing.faces import ArchiveWays, MonthCount, NewsroomFace, PageLink
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.dates import locale_of
from dateline.publishing.render.frame import Head, render_page

NO_OTHER_WAYS = ArchiveWays()
TALLEST = 12  # steps of a bar's height, as the stylesheet has them


@dataclass(frozen=True, slots=True)
class Bar:
    """A month in the chart."""

    month: date
    count: int
    path: str
    height: int  # 0 to TALLEST; anything above nothing is at least 1


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year in the chart."""

    year: int
    path: str  # "" where it has no page
    total: int
    bars: tuple[Bar, ...]  # January to December


def render_archive(
    room: NewsroomFace,
    counts: Sequence[MonthCount],
    years: Sequence[PageLink] = (),
    ways: ArchiveWays = NO_OTHER_WAYS,
) -> bytes:
    """Render the archive's chart, newest year first, years in which nothing was said included."""
    head = Head(
        title=f"{catalogue(room.language).gettext('Archive')} — {room.name}", canonical=room.archive_path, is_tool=True
    )
    rows = chart(counts, {link.label_on.year: link.path for link in years})
    total = sum(row.total for row in rows)
    shown = format_decimal(total, locale=locale_of(room.language))
    return render_page("archive.html", room, head, rows=rows, total=total, shown_total=shown, ways=ways)


def chart(counts: Sequence[MonthCount], year_paths: dict[int, str]) -> list[YearRow]:
    """Work out the chart's rows and the height of each bar."""
    known = {(count.year, count.month): count for count in counts if count.count}
    if not known:
        return []
    most = max(count.count for count in known.values())
    years = [year for year, _ in known]
    rows = []
    for year in range(max(years), min(years) - 1, -1):
        bars = tuple(_bar(date(year, month, 1), known.get((year, month)), most) for month in range(1, 13))
        rows.append(YearRow(year, year_paths.get(year, ""), sum(bar.count for bar in bars), bars))
    return rows


def _bar(month: date, known: MonthCount | None, most: int) -> Bar:
    if known is None:
        return Bar(month, 0, "", 0)
    return Bar(month, known.count, known.path, max(1, round(known.count * TALLEST / most)))
