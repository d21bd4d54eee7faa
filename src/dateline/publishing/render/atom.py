"""The Atom feed (RFC 4287): a function of the releases given, never of the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from dateline.publishing.faces import NewsroomFace, ReleaseFace
from dateline.publishing.render import dates
from dateline.publishing.render.body import body_of
from dateline.publishing.render.clean import clean_bytes
from dateline.publishing.render.environment import environment

NOTHING_YET = "1970-01-01T00:00:00+00:00"  # `updated` is required of a feed in which nothing stands


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A release as the feed tells it."""

    release: ReleaseFace
    published: str  # RFC 3339: its own day at noon in the newsroom's zone
    updated: str  # RFC 3339: its last change, or that noon
    content: str  # markup, escaped by the feed; "" for a teaser, which has a summary only
    summary: str


def render_atom(room: NewsroomFace, releases: Sequence[ReleaseFace], self_path: str) -> bytes:
    """Render the releases, in the order given, as a feed with full text; teasers and withdrawals as summaries."""
    entries = [_entry(room, release) for release in releases]
    latest = max((entry.updated for entry in entries), key=datetime.fromisoformat, default=NOTHING_YET)
    template = environment(room.language).get_template("atom.xml")
    return clean_bytes(
        template.render(
            room=room,
            entries=entries,
            updated=latest,
            self_path=self_path,
            feed_id=_feed_id(room, self_path),
        )
    )


def _feed_id(room: NewsroomFace, self_path: str) -> str:
    """Give the newsroom's own identity to its main feed, and one that follows from it to the others."""
    return room.uid if self_path == room.feed_path else uuid5(NAMESPACE_URL, room.uid + self_path).urn


def _entry(room: NewsroomFace, release: ReleaseFace) -> FeedEntry:
    published = dates.noon(release.dated_on, room.zone)
    updated = release.changed_at.isoformat() if release.changed_at else published
    withdrawal = next((change for change in release.changes if change.act == "withdrawn"), None)
    content = "" if release.is_teaser or withdrawal else _content(room, release)
    summary = withdrawal.note if withdrawal else release.lede
    return FeedEntry(release, published, updated, content, summary)


def _content(room: NewsroomFace, release: ReleaseFace) -> str:
    """Give the full text as markup that is no longer trusted, so that the feed escapes it whole."""
    template = environment(room.language).get_template("feed_text.html")
    return str(Markup(template.render(room=room, release=release, body=body_of(release)))).strip()
