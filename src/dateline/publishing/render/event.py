"""To what an advisory invites, line by line, for the forms that are no page."""

from collections.abc import Iterator

from dateline.publishing.faces import NewsroomFace, ReleaseFace
from dateline.publishing.render import dates
from dateline.publishing.render.catalogue import Catalogue
from dateline.publishing.render.phrases import in_one_line


def event_lines(room: NewsroomFace, release: ReleaseFace, words: Catalogue) -> Iterator[tuple[str, str]]:
    """Give (label, what is told); a first line without a label where the event is over; nothing where none is known."""
    event = release.event
    if event is None or event.starts_at is None:
        return
    if release.is_over:
        yield "", words.gettext("This event is over.")
    when = " – ".join(part for part in dates.event_time(event.starts_at, event.ends_at, room.language) if part)
    told = [(words.gettext("What"), event.what), (words.gettext("Who"), event.who)]
    told += [(words.gettext("When"), when), (words.gettext("Where"), event.where)]
    yield from ((label, in_one_line(each)) for label, each in told if each)
