"""Place and date as the press prints them before the first sentence (AP style in English)."""

from datetime import date

from babel.dates import format_date

# AP abbreviates these with a day; March to July are written out.
_AP_MONTHS = {1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec."}
_DASHES = {"es": ".—"}


def compose(place: str, dated_on: date | None, language: str) -> str:
    """Give a dateline with its dash: "LOS ANGELES, Oct. 9, 2014 —"; "" where neither place nor date is known."""
    place = place.strip().upper()
    day = _day(dated_on, language) if dated_on else ""
    opening = ", ".join(part for part in (place, day) if part)
    if not opening:
        return ""
    return f"{opening}{_DASHES.get(language, ' —')}"


def with_dash(dateline: str, language: str) -> str:
    """Give a dateline as a page prints it: with a dash between it and the text, where the source kept none with it."""
    if not dateline or not (dateline[-1].isalnum() or dateline[-1] in ")]./"):
        return dateline
    return f"{dateline.rstrip('.')}{_DASHES[language]}" if language in _DASHES else f"{dateline} —"


def _day(day: date, language: str) -> str:
    if language == "en":
        month = _AP_MONTHS.get(day.month) or format_date(day, "MMMM", locale="en")
        return f"{month} {day.day}, {day.year}"
    return format_date(day, "long", locale=language)
