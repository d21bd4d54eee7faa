"""An advisory's event as a file that calendars take (RFC 5545, METHOD:PUBLISH)."""

from datetime import UTC

from icalendar import Calendar, Event

from dateline.publishing.faces import CalendarFace, NewsroomFace
from dateline.publishing.render.catalogue import catalogue
from dateline.publishing.render.clean import clean_text
from dateline.publishing.render.phrases import in_one_line


def render_calendar(room: NewsroomFace, said: CalendarFace) -> bytes:
    """Render an event. Hours are given in UTC: right across daylight saving without a table of the zone's rules."""
    event, gettext = said.event, catalogue(room.language).gettext
    assert event.starts_at is not None
    entry = Event()
    entry.add("uid", said.uid)
    entry.add("dtstamp", said.stamped_at.astimezone(UTC))
    entry.add("last-modified", said.stamped_at.astimezone(UTC))
    entry.add("sequence", said.sequence)
    entry.add("status", "CANCELLED" if said.is_cancelled else "CONFIRMED")
    entry.add("dtstart", event.starts_at.astimezone(UTC))
    if event.ends_at is not None:
        entry.add("dtend", event.ends_at.astimezone(UTC))
    entry.add("summary", _line(said.headline), parameters={"language": said.language})
    told = [event.what, f"{gettext('Who')}: {event.who}" if event.who else ""]
    entry.add("description", clean_text("\n\n".join(part for part in told if part)), {"language": said.language})
    entry.add("location", clean_text(in_one_line(event.where)), {"language": said.language})
    if room.site_address:
        entry.add("url", f"{room.site_address}{said.page_path}")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Dateline//Press room//EN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())
