"""Atom (RFC 4287)."""

from collections.abc import Sequence

from dateline.publishing.faces import Feed, NewsroomFace, ReleaseFace
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.environment import environment
from dateline.publishing.render.feed import entries_of, feed_id, updated_of


def render_atom(room: NewsroomFace, feed: Feed, releases: Sequence[ReleaseFace]) -> bytes:
    """Render releases, in the order given, as an Atom feed."""
    entries = entries_of(room, releases)
    template = environment(room.language).get_template("atom.xml")
    return clean_bytes(
        template.render(room=room, feed=feed, feed_id=feed_id(room, feed), entries=entries, updated=updated_of(entries))
    )
