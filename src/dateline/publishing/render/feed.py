"""What all formats of a feed say alike: identities, moments, full text. Of the releases given, never of the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from dateline.publishing.faces import Feed, NewsroomFace, ReleaseFace
from dateline.publishing.render import dates
from dateline.publishing.render.body import body_of
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.environment import environment
from dateline.publishing.render.links import absolute_links

NOTHING_YET = datetime.fromisoformat("1970-01-01T00:00:00+00:00")  # a feed in which nothing stands must say when, too


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A release as feeds tell it."""

    release: ReleaseFace
    title: str
    # Its own day at noon in the newsroom's zone, or when it became public here where that was sooner: a change in the
    # morning must move `updated` on, not back.
    published: datetime
    updated: datetime  # its last correction, update or withdrawal, or when it was published
    content: str  # markup, which the format escapes; "" for a teaser or a withdrawal, which have a summary only
    summary: str


def entries_of(room: NewsroomFace, releases: Sequence[ReleaseFace]) -> list[FeedEntry]:
    """Tell releases, in the order given: with full text, teasers and withdrawals as summaries."""
    return [_entry(room, release) for release in releases]


def updated_of(entries: Sequence[FeedEntry]) -> datetime:
    """Give when a feed last changed: the latest of its entries."""
    return max((entry.updated for entry in entries), default=NOTHING_YET)


def feed_id(room: NewsroomFace, feed: Feed) -> str:
    """Give the newsroom's own identity to its main feed, and one that follows from it to the others."""
    return room.uid if feed.path == room.feed_path else uuid5(NAMESPACE_URL, room.uid + feed.path).urn


def _entry(room: NewsroomFace, release: ReleaseFace) -> FeedEntry:
    noon = datetime.fromisoformat(dates.noon(release.dated_on, room.zone))
    published = min(noon, release.public_at.replace(microsecond=0))
    withdrawal = next((change for change in release.changes if change.act == "withdrawn"), None)
    withdrawn = catalogue(room.language).gettext("Withdrawn")
    return FeedEntry(
        release=release,
        title=f"{withdrawn}: {release.headline}" if withdrawal else release.headline,
        published=published,
        updated=release.changed_at.replace(microsecond=0) if release.changed_at else published,
        content="" if release.is_teaser or withdrawal else _content(room, release),
        summary=withdrawal.note if withdrawal else release.lede,
    )


def _content(room: NewsroomFace, release: ReleaseFace) -> str:
    """Give the full text as markup that is no longer trusted, so that each format escapes it whole."""
    template = environment(room.language).get_template("feed_text.html")
    markup = template.render(room=room, release=release, body=body_of(release)).strip()
    return absolute_links(markup, f"{room.site_address}{release.path}") if room.site_address else markup
