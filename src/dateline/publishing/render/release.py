"""A release's page: as it is said now, or one of its earlier versions."""

from markupsafe import Markup

from dateline.publishing.addresses import DATA_NAME, PDF_NAME, SHARE_NAME, TEXT_NAME
from dateline.publishing.faces import NewsroomFace, ReleaseFace
from dateline.publishing.render.body import body_of
from dateline.publishing.render.dates import locale_name
from dateline.publishing.render.environment import environment
from dateline.publishing.render.frame import LONGEST_DESCRIPTION, Head, about_part, contacts_part, render_page
from dateline.publishing.render.linked_data import linked_data
from dateline.publishing.render.phrases import opening
from dateline.publishing.render.share import HEIGHT, WIDTH

LONG, VERY_LONG = 90, 160  # characters from which a headline is set smaller


def render_release(room: NewsroomFace, release: ReleaseFace) -> bytes:
    """Render the page of a release."""
    same_text = tuple(link for link in release.translations if link.is_same_text)
    forms = {
        "text_path": "" if release.superseded_by else f"{release.path}{TEXT_NAME}",
        "pdf_path": f"{release.path}{PDF_NAME}",
        "data_path": f"{release.path}{DATA_NAME}",
    }
    description = release.lede or release.subheadline
    head = Head(
        title=f"{release.headline} — {room.name}",
        description=description,
        canonical=release.superseded_by or release.path,
        languages=release.translations,
        is_indexed=not release.superseded_by,
        more=_more(room, release, opening(description, LONGEST_DESCRIPTION), forms),
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
        **forms,
    )


def _more(room: NewsroomFace, release: ReleaseFace, description: str, forms: dict[str, str]) -> Markup:
    """Give what the page says of itself to those who follow or show a link to it."""
    own = locale_name(release.language)
    others = {locale_name(link.language) for link in release.translations if link.is_same_text}
    template = environment(room.language).get_template("release_head.html")
    rendered = template.render(
        room=room,
        release=release,
        description=description,
        linked_data=linked_data(room, release),
        locale=own,
        other_locales=sorted(others - {own}),
        share_path=f"{release.superseded_by or release.path}{SHARE_NAME}",
        share_alt=f"{release.headline} — {room.name}",
        share_width=WIDTH,
        share_height=HEIGHT,
        **forms,
    )
    return Markup(rendered)


def headline_class(headline: str) -> str:
    """Give the size in which a headline is set: a paragraph is not set as a banner."""
    if len(headline) > VERY_LONG:
        return "very-long"
    return "long" if len(headline) > LONG else ""
