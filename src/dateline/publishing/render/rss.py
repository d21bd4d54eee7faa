"""RSS 2.0 (https://www.rssboard.org/rss-specification), with the full text as the content module has it."""

from collections.abc import Sequence
from email.utils import format_datetime
from html import escape

from dateline.publishing.faces import Feed, NewsroomFace, ReleaseFace
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.environment import environment
from dateline.publishing.render.feed import entries_of, updated_of
from dateline.publishing.render.phrases import paragraphs_of


def render_rss(room: NewsroomFace, feed: Feed, releases: Sequence[ReleaseFace]) -> bytes:
    """Render releases, in the order given, as an RSS feed."""
    entries = entries_of(room, releases)
    about = paragraphs_of(room.boilerplate)
    template = environment(room.language).get_template("rss.xml")
    return clean_bytes(
        template.render(
            room=room,
            feed=feed,
            description=about[0] if about else feed.title,  # a channel must have one
            entries=entries,
            updated=updated_of(entries),
            mail_date=format_datetime,
            as_markup=escape,
        )
    )
