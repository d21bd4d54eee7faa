"""The newsroom's front page: the newest release large, then the list."""

from collections.abc import Sequence

from dateline.publishing.faces import Entry, NewsroomFace, ReleaseFace
from dateline.publishing.render.frame import Head, about_part, contacts_part, render_page
from dateline.publishing.render.release import headline_class


def render_front(room: NewsroomFace, newest: Sequence[Entry], lead: ReleaseFace | None) -> bytes:
    """Render the front page; `lead`, the newest release, is left out of the list where it is in `newest` too."""
    head = Head(
        title=room.name,
        description=room.boilerplate,
        canonical=room.path,
        languages=room.languages,
        is_front=True,
    )
    return render_page(
        "front.html",
        room,
        head,
        lead=lead,
        headline_class=headline_class(lead.headline) if lead else "",
        about=about_part(room.language, room.boilerplate, room.language),
        contacts=contacts_part(room.language, room.contacts),
        entries=[entry for entry in newest if not lead or entry.uid != lead.uid],
    )
