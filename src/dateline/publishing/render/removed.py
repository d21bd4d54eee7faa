"""The notice at the address of a file that was removed to protect a person, answered with 410."""

from dateline.publishing.faces import NewsroomFace, ReleaseFace
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.frame import Head, render_page


def render_removed(room: NewsroomFace, release: ReleaseFace) -> bytes:
    """Render that a file is gone, since when, and where the release stands that handed it out; no name of the file."""
    title = catalogue(room.language).gettext("This file was removed")
    return render_page("removed.html", room, Head(title=f"{title} — {room.name}", is_indexed=False), release=release)
