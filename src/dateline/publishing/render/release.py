"""A release's page: as it is said now, or one of its earlier versions."""

from dateline.publishing.faces import NewsroomFace, ReleaseFace
from dateline.publishing.render.body import body_of
from dateline.publishing.render.frame import Head, about_part, contacts_part, render_page

LONG, VERY_LONG = 90, 160  # characters from which a headline is set smaller


def render_release(room: NewsroomFace, release: ReleaseFace) -> bytes:
    """Render the page of a release."""
    same_text = tuple(link for link in release.translations if link.is_same_text)
    head = Head(
        title=f"{release.headline} — {room.name}",
        description=release.lede or release.subheadline,
        canonical=release.superseded_by or release.path,
        languages=release.translations,
        is_indexed=not release.superseded_by,
    )
    return render_page(
        "release.html",
        room,
        head,
        release=release,
        body=body_of(release),
        same_text=same_text,
        headline_class=headline_class(release.headline),
        about=about_part(room.language, release.boilerplate, release.language),
        contacts=contacts_part(room.language, release.contacts),
        text_path=f"{release.path}release.txt",
    )


def headline_class(headline: str) -> str:
    """Give the size in which a headline is set: a paragraph is not set as a banner."""
    if len(headline) > VERY_LONG:
        return "very-long"
    return "long" if len(headline) > LONG else ""
