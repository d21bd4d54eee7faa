"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Mapping, Sequence

from dateline.publishing.faces import Feed, NewsroomFace, ReleaseFace
from dateline.publishing.render.clean import clean_bytes, clean_text
from dateline.publishing.render.feed import FeedEntry, entries_of


def render_json_feed(room: NewsroomFace, feed: Feed, releases: Sequence[ReleaseFace]) -> bytes:
    """Render releases, in the order given, as a JSON feed."""
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": f"{room.site_address}{feed.page_path}",
        "feed_url": f"{room.site_address}{feed.path}",
        "language": room.language,
        "authors": [_spoken({"name": room.name})],
        "hubs": [{"type": "WebSub", "url": room.hub}] if room.hub else None,
        "items": [_item(room, entry) for entry in entries_of(room, releases)],
    }
    return clean_bytes(json.dumps(_spoken(said), ensure_ascii=False, indent=1) + "\n")


def _item(room: NewsroomFace, entry: FeedEntry) -> dict[str, object]:
    release = entry.release
    return _spoken(
        {
            "id": release.feed_id,
            "url": f"{room.site_address}{release.path}",
            "title": entry.title,
            "content_html": entry.content,
            "content_text": "" if entry.content else entry.summary or entry.title,  # one of both must be
            "summary": entry.summary,
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat() if entry.updated != entry.published else "",
            "tags": [clean_text(topic.name) for topic in release.topics],
            "language": release.language if release.language != room.language else "",
        }
    )


def _spoken(fields: Mapping[str, object]) -> dict[str, object]:
    """Leave out what says nothing, and characters that the other formats may not have."""
    cleaned = {name: clean_text(value) if isinstance(value, str) else value for name, value in fields.items()}
    return {name: value for name, value in cleaned.items() if value or name == "items"}
