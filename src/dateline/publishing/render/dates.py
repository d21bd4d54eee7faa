"""Days and moments as the page's language writes them, each worked out once."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, get_timezone_name

NOON = 12


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Find the locale of a BCP 47 tag, or the nearest that is known."""
    for tag in (language, language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return Locale("en")


@lru_cache(maxsize=64)
def locale_name(language: str) -> str:
    """Name a language with its territory, or the likeliest, as Open Graph wants it: "en_US", "es_ES"."""
    locale = locale_of(language)
    likely = get_global("likely_subtags").get(locale.language, "")
    return f"{locale.language}_{locale.territory or likely.rsplit('_', 1)[-1] or 'US'}"


@lru_cache(maxsize=65536)
def long_day(day: date, language: str) -> str:
    """Write a day out: "October 9, 2014", "9 de octubre de 2014"."""
    return format_date(day, "long", locale=locale_of(language))


@lru_cache(maxsize=65536)
def short_day(day: date, language: str) -> str:
    """Write a day for the margin of a list: "Oct 9, 2014", "9 oct 2014"."""
    return format_skeleton("yMMMd", _noon(day), locale=locale_of(language))


@lru_cache(maxsize=4096)
def day_and_month(day: date, language: str) -> str:
    """Write a day whose year stands above it: "October 9", "9 de octubre"."""
    return format_skeleton("MMMMd", _noon(day), locale=locale_of(language))


@lru_cache(maxsize=4096)
def month_and_year(day: date, language: str) -> str:
    """Write a month: "October 2014", "octubre de 2014"."""
    return format_skeleton("yMMMM", _noon(day), locale=locale_of(language))


@lru_cache(maxsize=512)
def month_name(month: int, language: str) -> str:
    """Name a month by itself: "October", "octubre"."""
    return str(locale_of(language).months["stand-alone"]["wide"][month])


@lru_cache(maxsize=512)
def month_letter(month: int, language: str) -> str:
    """Give a month's letter for the head of a narrow column: "O"."""
    return str(locale_of(language).months["stand-alone"]["narrow"][month]).upper()


@lru_cache(maxsize=64)
def language_name(language: str) -> str:
    """Name a language in itself: "Español"."""
    name = str(locale_of(language).get_display_name() or language)
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=8192)
def long_moment(at: datetime, language: str) -> str:
    """Write a moment, in the zone it carries: "October 10, 2014, 3:15 PM"."""
    locale = locale_of(language)
    return f"{long_day(at.date(), language)}, {format_time(at, 'short', locale=locale)}"


@lru_cache(maxsize=4096)
def event_time(starts_at: datetime, ends_at: datetime | None, language: str) -> tuple[str, str]:
    """Write when something begins and ends, in the zone that it carries, which is named once, at the end.

    ("Thursday, May 9, 2024, 10:00 AM", "11:30 AM, Pacific Daylight Time"); where no end is said, the second is "".
    """
    locale = locale_of(language)
    begins = f"{_weekday(starts_at, locale)}, {format_time(starts_at, 'short', locale=locale)}"
    zone = get_timezone_name(ends_at or starts_at, "long", locale=locale)
    if ends_at is None:
        return f"{begins}, {zone}", ""
    ends = f"{format_time(ends_at, 'short', locale=locale)}, {zone}"
    return begins, ends if ends_at.date() == starts_at.date() else f"{_weekday(ends_at, locale)}, {ends}"


def _weekday(at: datetime, locale: Locale) -> str:
    return format_date(at, "full", locale=locale)


@lru_cache(maxsize=65536)
def noon(day: date, zone: str) -> str:
    """Give a release's own day as a moment, RFC 3339: noon where the newsroom is."""
    return _noon(day).replace(tzinfo=ZoneInfo(zone)).isoformat()


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, NOON)
