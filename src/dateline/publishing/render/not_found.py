"""The page for an address that leads nowhere."""

from dateline.publishing.faces import NewsroomFace
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.frame import Head, render_page


def render_not_found(room: NewsroomFace) -> bytes:
    """Render the 404 page, the same for every address: it repeats nothing that was asked for."""
    title = catalogue(room.language).gettext("There is no such page")
    return render_page("not_found.html", room, Head(title=f"{title} — {room.name}", is_indexed=False, is_tool=True))
