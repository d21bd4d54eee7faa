"""The search: one box, what it found with the words marked, and what to try where it found nothing."""

from babel.numbers import format_decimal

from dateline.publishing.faces import NewsroomFace, SearchFace
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.dates import locale_of
from dateline.publishing.render.frame import Head, render_page


def render_search(room: NewsroomFace, search: SearchFace) -> bytes:
    """Render a question and its answer. The title repeats nothing that was asked: titles stay in a browser's list."""
    head = Head(title=f"{catalogue(room.language).gettext('Search')} — {room.name}", is_indexed=False, is_tool=True)
    shown = format_decimal(search.count, locale=locale_of(room.language))
    return render_page("search.html", room, head, search=search, shown_count=shown)
