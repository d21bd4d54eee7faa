"""When that to which an advisory invites begins, ends and is over: an event's words in, moments out. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# Where nobody says when it ends it is over with its day, but a vigil that begins at eleven has not ended at midnight.
LEAST_LENGTH = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Moments:
    """An event in time, in the zone in which it happens."""

    starts_at: datetime
    ends_at: datetime | None  # None where nobody says
    over_at: datetime


def moments_of(event: Mapping[str, str], zone: str) -> Moments | None:
    """Give an event's moments (`releases.words.Event` as JSON); None while it has no day and hour."""
    if not (event["on"] and event["begins"]):
        return None
    starts_at = _moment(event["on"], event["begins"], zone)
    if event["ends"]:
        ends_at = _moment(event["ends_on"] or event["on"], event["ends"], zone)
        return Moments(starts_at, ends_at, ends_at)
    return Moments(starts_at, None, max(day_after(starts_at.date(), zone), starts_at + LEAST_LENGTH))


def day_after(day: date, zone: str) -> datetime:
    """Give the moment from which a day has passed in a zone."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))


def _moment(day: str, hour: str, zone: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), ZoneInfo(zone))
