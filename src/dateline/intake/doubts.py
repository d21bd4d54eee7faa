"""A found record → the reasons why a person looks before it can be public. Pure: day and hour are given."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from dateline.preflight.fields import fields_of_record
from dateline.preflight.run import people_at_risk


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where an import runs."""

    at: datetime  # aware
    zone: ZoneInfo  # the newsroom's: a day, and an embargo without a zone, are meant in it

    @property
    def day(self) -> date:
        """The day of import, as the newsroom counts days."""
        return self.at.astimezone(self.zone).date()


# {"code", "sentence"}, as reading gives them; of preflight also {"field", "span"}: where in that field of the record,
# as preflight.fields names it. Never the words: they would be one more place from which a redaction must take them.
Doubt = dict[str, Any]
MOST_MARKED = 50  # in one record; who has so much to look at looks at the whole

WITHHELD = (
    "Where it comes from it was never public: a draft, private, or behind a password. It stays a draft; publish it "
    "yourself, if it may be said at all."
)
# The longest that a release's own fields keep (releases.models.Release).
LONGEST = {"place": 160, "dateline": 300}


def doubts_of(record: dict[str, Any], moment: Moment, languages: Collection[str]) -> list[Doubt]:
    """List the reading's own doubts, then those of taking in, each once, then every person who may be at risk."""
    doubts = [dict(doubt) for doubt in record["doubts"]]
    found = {doubt["code"] for doubt in doubts}

    def doubt(code: str, sentence: str) -> None:
        if code not in found:
            doubts.append({"code": code, "sentence": sentence})

    if not record["headline"]:
        doubt("no-headline", "It has no headline. Write one, or reject it.")
    if not record["date"]:
        doubt("no-date", "It has no date of its own. Set the day on which it was released.")
    elif date.fromisoformat(record["date"]) > moment.day:
        doubt("date-ahead", f"Its date, {record['date']}, lies after the day of import. Check the date.")
    if record["embargo"] and not _is_over(record["embargo"], moment):
        doubt("embargo-ahead", f"It is under embargo until {record['embargo']}. Publish it after that.")
    if record.get("pubstatus") == "withheld":
        doubt("withheld", WITHHELD)
    if record["language"] and record["language"] not in languages:
        doubt(
            "language",
            f"Its language ({record['language']}) is none that a newsroom can have. Choose where it belongs.",
        )
    for name, longest in LONGEST.items():
        if len(record[name] or "") > longest:
            doubt(f"long-{name}", f"Its {name} is longer than {longest} characters, so it is left out. Check it.")
    return doubts + _at_risk(record)


def marked_anew(doubts: list[Doubt], record: dict[str, Any]) -> list[Doubt]:
    """Give the doubts about a record whose words have changed: what is marked in it is looked for again."""
    return [doubt for doubt in doubts if "span" not in doubt] + _at_risk(record)


def _at_risk(record: dict[str, Any]) -> list[Doubt]:
    return [
        {"code": found.code, "sentence": found.sentence, "field": found.field, "span": list(found.span)}
        for found in people_at_risk(fields_of_record(record))[:MOST_MARKED]
    ]


def _is_over(embargo: str, moment: Moment) -> bool:
    try:
        until = datetime.fromisoformat(embargo)
    except ValueError:
        return False
    if until.tzinfo is None:
        until = until.replace(tzinfo=moment.zone)
    return until <= moment.at
