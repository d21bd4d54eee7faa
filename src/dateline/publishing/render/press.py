"""The press page: whom to call, what to copy, pictures, what was corrected, and what this site keeps of a reader."""

from dateline.publishing.faces import NewsroomFace, PressFace
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.frame import Head, contacts_part, render_page


def render_press(room: NewsroomFace, press: PressFace) -> bytes:
    """Render a newsroom's press page."""
    title = catalogue(room.language).gettext("For the press")
    return render_page(
        "press.html",
        room,
        Head(title=f"{title} — {room.name}", canonical=room.press_path, is_tool=True),
        press=press,
        contacts=contacts_part(room.language, room.contacts),
    )
