"""The notice that a withdrawn release leaves at its address, answered with 410."""

from dateline.publishing.faces import NewsroomFace, ReleaseFace
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.frame import Head, contacts_part, render_page
from dateline.publishing.render.release import headline_class


def render_withdrawn(room: NewsroomFace, release: ReleaseFace) -> bytes:
    """Render what stands of a withdrawn release: its headline and day, that it was withdrawn, when and why.

    No word of the body, the subheadline, the lede or the attachments, and no partner's name.
    """
    withdrawal = next((change for change in release.changes if change.act == "withdrawn"), None)
    title = catalogue(room.language).gettext("Withdrawn")
    head = Head(title=f"{title}: {release.headline} — {room.name}", is_indexed=False)
    return render_page(
        "withdrawn.html",
        room,
        head,
        release=release,
        withdrawn_at=withdrawal.changed_at if withdrawal else release.changed_at,
        note=withdrawal.note if withdrawal else "",
        contacts=contacts_part(room.language, room.contacts),
        headline_class=headline_class(release.headline),
    )
